import type { ChannelAdapter, ChannelContext } from '#conversation/channel.js';
import { createAnswering } from './answering.js';
import type { TerminalSettings } from './config.js';
import { filesOf, type TerminalFiles } from './files.js';
import { type LineInput, openLineInput } from './line-input.js';
import { paint, usesColour } from './paint.js';

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
  const answer = createAnswering(settings, { bot, log }, files, newId());
  let lines: LineInput | null = null;
  let working: Promise<void> = Promise.resolve();
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });

  const write = (text: string) => void output.write(`${text}\n`);

  async function reply(line: string, eventId: string): Promise<void> {
    const texts = await answer(line, eventId);
    if (texts.length > 0) write(`${texts.map((text) => paint(text, colour)).join('\n')}\n`);
    if (interactive) lines?.prompt();
  }

  return {
    name: 'terminal',
    routes: [],
    ended,
    async start() {
      lines = openLineInput(settings, { input, output, interactive }, log, {
        heard(line) {
          const eventId = newId();
          // One reply after the other, as the messages came.
          working = working.then(() => reply(line, eventId));
        },
        ended: () => void working.then(() => lines?.keepHistory()).then(end),
      });
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
