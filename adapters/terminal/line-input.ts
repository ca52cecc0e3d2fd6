import { createInterface } from 'node:readline';
import type { Log } from '#conversation/log.js';
import { bounded } from '#conversation/too-long.js';
import type { TerminalSettings } from './config.js';
import { readHistory, writeHistory } from './history.js';
import { pastedLines } from './pasted-lines.js';

const PROMPT = '您问：';

/** What the lines are read from and shown on. */
export interface LineEdges {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
  /** Whether a person types at a terminal: with prompts, a history and pasted lines put together. */
  interactive: boolean;
}

/** What comes out of the input. */
export interface LineHandlers {
  /** A message that isn't blank, of at most the length that the bot takes. */
  heard(text: string): void;
  /** The input has ended, and everything in it has been heard. */
  ended(): void;
}

/** The messages that a person writes, line by line. */
export interface LineInput {
  prompt(): void;
  /** Writes the history file; a failure is logged. */
  keepHistory(): void;
  close(): void;
}

/** Starts reading. */
export function openLineInput(
  { historyFile, historySize }: TerminalSettings,
  { input, output, interactive }: LineEdges,
  log: Log,
  handlers: LineHandlers,
): LineInput {
  let history = interactive && historyFile !== undefined ? readHistory(historyFile, historySize) : [];
  const lines = createInterface({
    input,
    // Without a terminal readline would echo what it reads.
    ...(interactive ? { output, history, historySize, prompt: PROMPT } : {}),
    terminal: interactive,
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  lines.on('history', (now: string[]) => {
    history = now;
  });
  const take = (said: string) => {
    const text = bounded(said);
    if (text.trim() !== '') handlers.heard(text);
    else if (interactive) lines.prompt();
  };
  const pasted = pastedLines(() => lines.line, take);
  lines.on('line', interactive ? pasted.add : take);
  lines.on('SIGINT', () => lines.close());
  lines.on('close', () => {
    pasted.end();
    handlers.ended();
  });
  return {
    prompt: () => lines.prompt(),
    close: () => lines.close(),
    keepHistory() {
      if (!interactive || historyFile === undefined) return;
      try {
        writeHistory(historyFile, history, historySize);
      } catch (error) {
        log.warn('terminal-history', { reason: error instanceof Error ? error.message : String(error) });
      }
    },
  };
}
