import type { Screener, Screening, ScreeningProgress } from '#answer/index.js';
import {
  type LettersSent,
  type LetterTemplates,
  type SenderOptions,
  sendLetters,
} from '#answer/letters/index.js';
import { type ReportFormat, writeReport } from '#answer/report/index.js';
import type { NoticeScope } from '#conversation/notice-desk.js';
import { readLetterTemplates } from './lexicon.js';

/** The heavy part of a notice: judging it and writing its report. */
export interface NoticeWork {
  /** @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-REGION, QD-DATE, QD-FILE-TIME */
  screen(text: string, scope: NoticeScope): Promise<Screening>;
  /** @throws QingdanError QD-FILE-TIME */
  report(screening: Screening, format: ReportFormat): Promise<Uint8Array>;
  /** @throws QingdanError QD-FILE-TIME */
  letters(screening: Screening, sender: SenderOptions): Promise<LettersSent | null>;
  /** How many works can be under way at once. */
  readonly atOnce: number;
  /** Waits for what is under way and ends. */
  close(): Promise<void>;
}

/** The work in this thread, task by task, so that other conversations go on between. */
export function workHere(
  screener: () => Screener,
  templates: LetterTemplates = readLetterTemplates(),
): NoticeWork {
  return {
    screen: (text, { source, region, date }) => inTurns(screener().steps(text, { source, region, date })),
    report: writeReport,
    letters: (screening, sender) => sendLetters(screening, sender, templates),
    atOnce: 1,
    close: async () => undefined,
  };
}

async function inTurns<T>(steps: Generator<ScreeningProgress, T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
