/** The library: one assistant that answers questions and screens notices. `qingdan/matching` finds paraphrases alone. */
import type { Answer, Screening } from '#answer/index.js';
import {
  type AssistantOptions as AllOptions,
  chinaToday,
  openAssistant as openParts,
} from '#app/assistant.js';
import type { Question } from '#ruling/index.js';

export type {
  Answer,
  AnswerItem,
  Choice,
  ScreenedTask,
  Screening,
  Section,
  SkippedPart,
} from '#answer/index.js';
export type { Citation } from '#catalogue/citation.js';
export type { Band, Question, Role, Verdict } from '#ruling/index.js';
export { ERROR_CODES, type ErrorCode, QingdanError } from './errors.js';

/** How an assistant is opened. */
export interface AssistantOptions extends Pick<AllOptions, 'folder'> {
  /** YYYY-MM-DD: the day that answers hold for where a question names none. Default: the day in China when it is opened. */
  today?: string | undefined;
}

/** Where a notice belongs. */
export interface NoticeOptions {
  /** A name for the report, as 通知.docx. Default: 直接输入. */
  source?: string | undefined;
  /** Full or short name. Default: the region that title and signature name. */
  region?: string | undefined;
  /** YYYY-MM-DD. Default: `today`. */
  date?: string | undefined;
}

/** Judges by the lists; the same question gives the same answer. */
export interface Assistant {
  /** Hash of the lists that it judges by. */
  readonly catalogueVersion: string;
  /** @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-INPUT, QD-REGION, QD-DATE */
  ask(question: Question): Answer;
  /** Takes a whole notice apart, task by task. @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-REGION, QD-DATE */
  screen(notice: string, options?: NoticeOptions): Screening;
}

/** Opens the knowledge base; takes about a second. @throws QingdanError QD-FILE, QD-YAML, QD-SCHEMA, QD-KNOWLEDGE */
export function openAssistant({ folder, today = chinaToday() }: AssistantOptions = {}): Assistant {
  const parts = openParts({ folder, today });
  return {
    catalogueVersion: parts.kb.version,
    ask: (question) => parts.decide(question),
    screen: (notice, { source = '直接输入', region, date } = {}) =>
      parts.screener.screen(notice, { source, region, date }),
  };
}
