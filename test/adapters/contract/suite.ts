import { afterEach, describe, expect, it } from 'vitest';
import { citationLine, LONGEST_NOTICE } from '#answer/index.js';
import type { Bot } from '#conversation/channel.js';
import { memoryConversations } from '#conversation/conversations.js';
import type { IncomingMessage } from '#conversation/message.js';
import {
  BREAKS,
  fakeAnswer,
  LONG,
  LONG_CITATIONS,
  recordingLog,
  type TestBotOptions,
  testBot,
} from '../../conversation/parts.js';
import type { OpenChannel, OpenChannelWith } from './open-channel.js';

export type { OpenChannel, OpenChannelWith, PlatformEvent, PlatformFile } from './open-channel.js';

const NOTICE_TEXT = '关于开展清查的通知\n请各社区配合。';
const NOTICE = { name: '通知 一.txt', bytes: new TextEncoder().encode(NOTICE_TEXT) };

/** Times that a person asks for the rest of a long answer before the suite gives up. */
const MOST_RESTS = 20;

/** What every channel has to do; `open` starts the adapter with fakes around it. */
export function channelContract(name: string, open: OpenChannelWith): void {
  describe(`${name}, as every channel`, () => {
    const opened: OpenChannel[] = [];

    async function start(options: TestBotOptions & { bot?: Bot } = {}) {
      const log = recordingLog();
      const bot = options.bot ?? (await testBot({ log, ...options }));
      const handled: IncomingMessage[] = [];
      const watched: Bot = {
        handle(message) {
          handled.push(message);
          return bot.handle(message);
        },
      };
      let ids = 0;
      const context = { bot: watched, log, clock: () => 0, newId: () => `id-${++ids}` };
      const channel = await open(context);
      opened.push(channel);
      return { channel, handled, log };
    }

    afterEach(async () => {
      for (const channel of opened.splice(0)) await channel.close();
    });

    const said = async (channel: OpenChannel, user?: string) =>
      (await channel.sent())
        .filter((message) => user === undefined || message.user === user)
        .map(({ text }) => text)
        .join('\n');

    const times = (text: string, part: string) => text.split(part).length - 1;

    it('answers a question', async () => {
      const { channel, handled } = await start();
      await channel.deliver({ id: '1001', user: 'u1', text: '能开居住证明吗' });
      expect(await said(channel)).toContain('答：能开居住证明吗');
      expect(handled).toMatchObject([{ channel: name, text: '能开居住证明吗' }]);
    });

    it('answers the same event once, delivered four times at once and again later', async () => {
      const { channel } = await start();
      const event = { id: '1002', user: 'u1', text: '能开户口证明吗' };
      await Promise.all([1, 2, 3, 4].map(() => channel.deliver(event)));
      await channel.deliver(event);
      expect(times(await said(channel), '答：能开户口证明吗')).toBe(1);
    });

    it('answers events out of order, each once', async () => {
      const { channel } = await start();
      const events = [5, 3, 4, 1, 2].map((i) => ({
        id: `10${10 + i}`,
        user: 'u1',
        text: `能开第${i}号证明吗`,
      }));
      for (const event of [...events, ...events.toReversed()]) await channel.deliver(event);
      const text = await said(channel);
      for (const event of events) expect(times(text, `答：${event.text}`)).toBe(1);
    });

    it('replies to the person who asked, however many ask at once', async () => {
      const { channel } = await start();
      const users = Array.from({ length: 12 }, (_, i) => `u${i + 1}`);
      await Promise.all(
        users.map((user, i) => channel.deliver({ id: `${2000 + i}`, user, text: `${user}的证明社区能开吗` })),
      );
      for (const user of users) {
        const text = await said(channel, user);
        expect(times(text, `答：${user}的证明社区能开吗`)).toBe(1);
        expect(times(text, '答：')).toBe(1);
      }
    });

    it('ignores the bot’s own messages', async () => {
      const { channel, handled } = await start();
      await channel.deliverOwn?.('能开居住证明吗');
      expect(await channel.sent()).toEqual([]);
      expect(handled).toEqual([]);
    });

    it('refuses a forged event with 401 and parses nothing of it', async () => {
      const { channel, handled } = await start();
      const { forged } = channel.hostile;
      // Null where nobody could forge one: the channel's own client holds the connection.
      if (forged !== null) expect(await forged()).toBe(401);
      expect(await channel.sent()).toEqual([]);
      expect(handled).toEqual([]);
    });

    it.each(['oversized', 'malformed', 'foreign'] as const)(
      'stays calm when an event is %s',
      async (fault) => {
        const { channel, handled, log } = await start();
        const status = await channel.hostile[fault]?.();
        if (typeof status === 'number') expect(status).toBeLessThan(500);
        expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
        if (fault !== 'oversized') expect(handled).toEqual([]);
        await channel.deliver({ id: '3001', user: 'u1', text: '能开居住证明吗' });
        expect(await said(channel)).toContain('答：能开居住证明吗');
      },
    );

    it('hands on no more of a text than shows that it is too long, and says so', async () => {
      const { channel, handled } = await start();
      // A channel whose requests are smaller refuses this one as a whole.
      await channel.deliver({ id: '3501', user: 'u1', text: '长'.repeat(90_000) }).catch(() => undefined);
      for (const { text } of handled) expect(text.length).toBeLessThanOrEqual(LONGEST_NOTICE + 1);
      if (handled.length > 0) expect(await said(channel)).toContain('内容太长');
    });

    it('apologises when the bot breaks, and logs the code without the person’s words', async () => {
      const { channel, log } = await start();
      await channel.deliver({ id: '4001', user: 'u1', text: `${BREAKS}，13812345678` });
      expect(await said(channel)).toContain('对不起，程序出了错');
      expect(log.lines).toContainEqual(expect.objectContaining({ level: 'error', event: 'QD-INTERNAL' }));
      expect(JSON.stringify(log.lines)).not.toMatch(/13812345678|让程序出错/);
    });

    it('goes on after the bot has broken', async () => {
      const { channel } = await start();
      await channel.deliver({ id: '4002', user: 'u1', text: BREAKS });
      await channel.deliver({ id: '4003', user: 'u1', text: '能开居住证明吗' });
      expect(await said(channel)).toContain('答：能开居住证明吗');
    });

    it('answers in order over a slow storage', async () => {
      const { channel } = await start({ conversations: slowConversations() });
      await Promise.all(
        [1, 2, 3].map((i) => channel.deliver({ id: `500${i}`, user: 'u1', text: `能开第${i}号证明吗` })),
      );
      const text = await said(channel);
      const places = [1, 2, 3].map((i) => text.indexOf(`答：能开第${i}号证明吗`));
      expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
      expect(times(text, '答：')).toBe(3);
    });

    it('splits a long reply to its limit without cutting a citation', async () => {
      const { channel } = await start();
      await channel.deliver({ id: '6001', user: 'u1', text: LONG });
      for (let i = 0; i < MOST_RESTS && channel.rest !== undefined; i++) {
        await channel.deliver({ id: `61${10 + i}`, user: 'u1', text: channel.rest });
      }
      const messages = (await channel.sent()).map(({ text }) => text);
      const { limit } = channel;
      if (limit !== null)
        for (const text of messages) expect(limit.size(text)).toBeLessThanOrEqual(limit.most);
      for (const citation of fakeAnswer({ text: LONG }, LONG_CITATIONS).citations) {
        const line = citationLine(citation);
        expect(
          messages.filter((text) => text.includes(line)),
          line,
        ).toHaveLength(1);
      }
    });

    it('hands on a file with its bytes, or is a channel that gets none', async () => {
      const read: Uint8Array[] = [];
      const bot: Bot = {
        async handle({ attachments }) {
          for (const attachment of attachments) read.push(await attachment.read());
          return { blocks: [{ type: 'text', text: `收到${attachments.length}个文件` }] };
        },
      };
      const { channel, handled } = await start({ bot });
      if (channel.deliverFile === undefined) return;
      await channel.deliverFile({ id: '8001', user: 'u1', text: '', file: NOTICE });
      expect(await said(channel, 'u1')).toContain('收到1个文件');
      expect(handled[0]?.attachments).toMatchObject([{ name: NOTICE.name }]);
      expect(read.map((bytes) => Buffer.from(bytes).toString())).toEqual([NOTICE_TEXT]);
    });

    it('asks for no content of a file that the bot doesn’t read', async () => {
      const bot: Bot = { handle: async () => ({ blocks: [{ type: 'text', text: '好的' }] }) };
      const { channel, log } = await start({ bot });
      if (channel.deliverFile === undefined) return;
      await channel.deliverFile({ id: '8002', user: 'u1', text: '', file: NOTICE });
      expect(await said(channel, 'u1')).toContain('好的');
      expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    });

    it('sends a file of a reply, or tells of it', async () => {
      const file = { type: 'file', mediaType: 'text/plain', ...NOTICE } as const;
      const bot: Bot = {
        handle: async () => ({
          blocks: [{ type: 'text', text: '研判好了' }, file, { type: 'text', text: '以上。' }],
        }),
      };
      const { channel, log } = await start({ bot });
      await channel.deliver({ id: '8003', user: 'u1', text: '研判' });
      const words = await said(channel, 'u1');
      expect(words).toContain('研判好了');
      expect(words).toContain('以上。');
      if (channel.files === undefined) expect(words).toContain(NOTICE.name);
      else {
        const files = await channel.files();
        expect(files.map(({ user, name: called }) => [user, called])).toEqual([['u1', NOTICE.name]]);
        expect(Buffer.from(files[0]?.bytes ?? []).toString()).toBe(NOTICE_TEXT);
      }
      expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    });

    it('waits for the turns under way when it stops', async () => {
      const { channel, handled } = await start({ conversations: slowConversations() });
      const delivered = channel.deliver({ id: '7001', user: 'u1', text: '能开居住证明吗' });
      while (handled.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
      await channel.close();
      await delivered;
      opened.splice(0);
      expect(await said(channel)).toContain('答：能开居住证明吗');
    });
  });
}

/** Conversations behind a storage that takes its time. */
function slowConversations() {
  const fast = memoryConversations({ clock: () => 0 });
  const wait = () => new Promise((resolve) => setTimeout(resolve, 30));
  return {
    async load(id: string) {
      await wait();
      return fast.load(id);
    },
    async save(...saved: Parameters<typeof fast.save>) {
      await wait();
      return fast.save(...saved);
    },
    forget: fast.forget,
  };
}
