import type { Screener, Screening } from '#answer/index.js';
import { type LetterTemplates, sendLetters } from '#answer/letters/index.js';
import { writeReport } from '#answer/report/index.js';
import { type JudgedNotice, MOST_TASKS, type NoticeScope } from '#conversation/notice-desk.js';
import { maskedJson } from '#text/masked.js';
import { inTurns } from './in-turns.js';
import { readLetterTemplates } from './lexicon.js';

/** What of a scope the work needs; the rest is for sharing it. */
export type WorkScope = Omit<NoticeScope, 'visitor'>;

/** The heavy part of a notice: judging it, masking what is kept of it, writing its report and letters. */
export interface NoticeWork {
  /** @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-REGION, QD-DATE, QD-FILE-TIME */
  screen(text: string, scope: WorkScope): Promise<JudgedNotice>;
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
    screen: async (text, scope) => judged(await inTurns(screener().steps(text, scope)), scope, templates),
    atOnce: 1,
    close: async () => undefined,
  };
}

/** What a screening comes to, for those who wait for it. */
export async function judged(
  screening: Screening,
  { report, whole = false, sender }: Pick<WorkScope, 'report' | 'whole' | 'sender'>,
  templates: LetterTemplates,
): Promise<JudgedNotice> {
  const { tasks } = screening;
  return {
    screening: { ...screening, tasks: tasks.slice(0, MOST_TASKS), skipped: [] },
    tasks: tasks.length,
    masked: maskedJson(screening),
    whole: whole ? new TextEncoder().encode(JSON.stringify(screening)) : null,
    report: report === undefined ? null : await writeReport(screening, report),
    letters: sender === undefined ? null : await sendLetters(screening, sender, templates),
  };
}
