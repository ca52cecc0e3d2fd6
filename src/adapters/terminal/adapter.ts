import { createInterface, type Interface } from 'node:readline';
import type { ChannelAdapter, ChannelContext } from '../../bot/channel.js';
import type { TerminalSettings } from './config.js';
import { readHistory, writeHistory } from './history.js';
import { paint, usesColour } from './paint.js';
import { render } from './render.js';

/** What the terminal is made of; tests put their own in its place. */
export interface TerminalEdges {
  input: NodeJS.ReadableStream & { isTTY?: boolean | undefined };
  output: NodeJS.WritableStream & { isTTY?: boolean | undefined };
  environment: Readonly<Record<string, string | undefined>>;
}

/** One person's conversation; it is over when the input ends. */
export interface TerminalAdapter extends ChannelAdapter {
  /** Resolves when the input has ended and the last reply is written. */
  readonly ended: Promise<void>;
}

const PROMPT = '您问：';
const WELCOME = '清单助手。直接输入要问的事，回车发送；按 Ctrl-D 结束。';

/** Reads lines and writes replies; without a terminal on the input, line by line and without prompts. */
export function createAdapter(
  settings: TerminalSettings,
  { bot, log, newId }: ChannelContext,
  edges: TerminalEdges = { input: process.stdin, output: process.stdout, environment: process.env },
): TerminalAdapter {
  const { input, output } = edges;
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
    const message = { eventId, channel: 'terminal', conversationId, userId: 'terminal', text: line };
    const reply = await bot.handle({ ...message, region, role, attachments: [] });
    const texts = render(reply);
    if (texts.length > 0) write(`${texts.map((text) => paint(text, colour)).join('\n')}\n`);
    if (interactive) lines?.prompt();
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
    opened.on('line', (line) => {
      if (line.trim() === '') {
        if (interactive) opened.prompt();
        return;
      }
      const eventId = newId();
      // One reply after the other, as the lines came.
      working = working.then(() => answer(line, eventId));
    });
    opened.on('SIGINT', () => opened.close());
    opened.on('close', () => {
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
