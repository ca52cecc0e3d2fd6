import { createInterface, type Interface } from 'node:readline';
import { type FileBlock, fileName } from '#channels/files.js';
import type { ChannelAdapter, ChannelContext } from '#conversation/channel.js';
import type { Attachment, Reply } from '#conversation/message.js';
import { bounded } from '#conversation/too-long.js';
import { QingdanError } from '#errors.js';
import type { TerminalSettings } from './config.js';
import { filesOf, type TerminalFiles } from './files.js';
import { readHistory, writeHistory } from './history.js';
import { paint, usesColour } from './paint.js';
import { pastedLines } from './pasted-lines.js';
import { readPathLine } from './path-line.js';
import { plain, render, type SavedFiles, type TerminalText } from './render.js';

/** What the terminal is made of; tests put their own in its place. */
export interface TerminalEdges {
  input: NodeJS.ReadableStream & { isTTY?: boolean | undefined };
  output: NodeJS.WritableStream & { isTTY?: boolean | undefined };
  environment: Readonly<Record<string, string | undefined>>;
  files: TerminalFiles;
}

/** One person's conversation; it is over when the input ends. */
export interface TerminalAdapter extends ChannelAdapter {
  /** Resolves when the input has ended and the last reply is written. */
  readonly ended: Promise<void>;
}

const PROMPT = '您问：';
const WELCOME =
  '清单助手。直接输入要问的事，回车发送；要看一份通知，把全文贴进来，或输入它的文件路径（.docx、.pdf、.txt）。按 Ctrl-D 结束。';

/** Reads lines and writes replies; without a terminal on the input, line by line and without prompts. */
export function createAdapter(
  settings: TerminalSettings,
  { bot, log, newId }: ChannelContext,
  edges: TerminalEdges = {
    input: process.stdin,
    output: process.stdout,
    environment: process.env,
    files: filesOf(process.cwd()),
  },
): TerminalAdapter {
  const { input, output, files } = edges;
  const interactive = input.isTTY === true && output.isTTY === true;
  const colour = usesColour(settings.colour, output.isTTY === true, edges.environment);
  const conversationId = newId();
  let lines: Interface | null = null;
  let history: string[] = [];
  let working: Promise<void> = Promise.resolve();
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });

  const write = (text: string) => void output.write(`${text}\n`);

  async function answer(line: string, eventId: string): Promise<void> {
    const { region, role } = settings;
    const path = readPathLine(line, files.home);
    const file = path === null ? null : await firstOf(path.paths);
    if (path?.certain && file === null) say(plain('找不到这个文件，请检查路径和文件名。'));
    else {
      const said = file === null ? { text: line, attachments: [] } : { text: '', attachments: [file] };
      const who = { channel: 'terminal', conversationId, userId: 'terminal', region, role };
      const reply = await bot.handle({ eventId, ...who, ...said });
      // Saved first: what is told of a file is the name that it got.
      const names = await saveFiles(reply);
      say(...render(reply, names));
    }
    if (interactive) lines?.prompt();
  }

  const say = (...texts: readonly TerminalText[]) => {
    if (texts.length > 0) write(`${texts.map((text) => paint(text, colour)).join('\n')}\n`);
  };

  async function firstOf(paths: readonly string[]): Promise<Attachment | null> {
    for (const path of paths) {
      const file = await files.find(path);
      if (file !== null) return file;
    }
    return null;
  }

  async function saveFiles({ blocks }: Reply): Promise<SavedFiles> {
    const told = new Map<FileBlock, string>();
    for (const block of blocks) {
      if (block.type !== 'file') continue;
      try {
        told.set(block, `文件已存到当前文件夹：${await files.save(block.name, block.bytes)}`);
      } catch (error) {
        const known = error instanceof QingdanError;
        log.warn(known ? error.code : 'QD-FILE', { channel: 'terminal' });
        told.set(block, known ? `${error.message}。` : `文件「${fileName(block.name)}」没有存下来。`);
      }
    }
    return told;
  }

  function open(): Interface {
    const { historyFile, historySize } = settings;
    if (interactive && historyFile !== undefined) history = readHistory(historyFile, historySize);
    const opened = createInterface({
      input,
      // Without a terminal readline would echo what it reads.
      ...(interactive ? { output, history, historySize, prompt: PROMPT } : {}),
      terminal: interactive,
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    opened.on('history', (now: string[]) => {
      history = now;
    });
    const take = (said: string) => {
      const text = bounded(said);
      if (text.trim() === '') {
        if (interactive) opened.prompt();
        return;
      }
      const eventId = newId();
      // One reply after the other, as the messages came.
      working = working.then(() => answer(text, eventId));
    };
    const pasted = pastedLines(() => opened.line, take);
    opened.on('line', interactive ? pasted.add : take);
    opened.on('SIGINT', () => opened.close());
    opened.on('close', () => {
      pasted.end();
      void working.then(keepHistory).then(end);
    });
    return opened;
  }

  function keepHistory(): void {
    const { historyFile, historySize } = settings;
    if (!interactive || historyFile === undefined) return;
    try {
      writeHistory(historyFile, history, historySize);
    } catch (error) {
      log.warn('terminal-history', { reason: error instanceof Error ? error.message : String(error) });
    }
  }

  return {
    name: 'terminal',
    routes: [],
    ended,
    async start() {
      lines = open();
      if (!interactive) return;
      write(WELCOME);
      lines.prompt();
    },
    async stop() {
      lines?.close();
      if (lines !== null) await ended;
    },
  };
}
