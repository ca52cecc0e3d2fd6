import type { TerminalFiles } from '#adapters/terminal/files.js';
import { heldFile } from '#channels/files.js';
import { channelConversation } from '../contract/conversation-suite.js';
import { channelContract, type OpenChannelWith, type PlatformFile } from '../contract/suite.js';
import { openTerminal, type Terminal } from './open-terminals.js';

/** One terminal for each person. A line has no event id of its own, so the id is handed out as the line is read. */
const open: OpenChannelWith = async (context) => {
  const terminals = new Map<
    string,
    Promise<Terminal & { next: string[]; found: Map<string, PlatformFile> }>
  >();
  const order: string[] = [];
  const saved: (PlatformFile & { user: string })[] = [];

  const terminalOf = (user: string) => {
    const known = terminals.get(user);
    if (known !== undefined) return known;
    order.push(user);
    const next: string[] = [`conversation of ${user}`];
    const newId = () => next.shift() ?? context.newId();
    const found = new Map<string, PlatformFile>();
    const files: TerminalFiles = {
      home: '/home/u',
      async find(path) {
        const file = found.get(path);
        return file === undefined ? null : heldFile({ name: file.name }, file.bytes);
      },
      async save(name, bytes) {
        saved.push({ user, name, bytes });
        return name;
      },
    };
    const opened = openTerminal({ ...context, newId }, { files }).then((terminal) => ({
      ...terminal,
      next,
      found,
    }));
    terminals.set(user, opened);
    return opened;
  };
  const settled = async () => {
    for (let quiet = 0, last = ''; quiet < 5; ) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const now = (await Promise.all(terminals.values())).map((terminal) => terminal.written()).join('');
      quiet = now === last ? quiet + 1 : 0;
      last = now;
    }
  };

  return {
    async deliver({ id, user, text }) {
      const terminal = await terminalOf(user);
      terminal.next.push(id);
      terminal.input.write(`${text}\n`);
    },
    async deliverFile({ id, user, file }) {
      const terminal = await terminalOf(user);
      terminal.next.push(id);
      terminal.found.set(`/here/${file.name}`, file);
      terminal.input.write(`/here/${file.name}\n`);
    },
    async files() {
      await settled();
      return saved;
    },
    async sent() {
      await settled();
      const messages: { user: string; text: string }[] = [];
      for (const user of order) {
        const text = (await terminalOf(user)).written();
        if (text !== '') messages.push({ user, text });
      }
      return messages;
    },
    // Streams of one's own computer: nothing signed, nothing foreign; a line may be as long as it likes.
    hostile: {
      forged: null,
      foreign: null,
      malformed: null,
      oversized: async () => {
        const terminal = await terminalOf('u1');
        terminal.input.write(`${'长'.repeat(200_000)}\n`);
        return null;
      },
    },
    limit: null,
    async close() {
      for (const terminal of await Promise.all(terminals.values())) await terminal.adapter.stop();
    },
  };
};

channelContract('terminal', open);
channelConversation('terminal', open, './conversation.golden.txt');
