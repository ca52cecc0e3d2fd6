import type { Answer, Correction } from '#answer/index.js';
import type { LettersSent, SenderOptions } from '#answer/letters/index.js';
import type { ReportFormat } from '#answer/report/index.js';
import type { SentNotice } from '#conversation/notice-desk.js';
import type { Question } from '#ruling/index.js';

/** A notice as it comes over the API. */
export interface NoticeRequest {
  notice: SentNotice;
  region?: string | undefined;
  /** YYYY-MM-DD. Default: today. */
  date?: string | undefined;
  /** Address that it came from; the work is shared by it. */
  visitor: string;
  /** Default: no report. */
  report?: ReportFormat | undefined;
  /** Who signs the letters. Default: none are written. */
  sender?: SenderOptions | undefined;
  /** What a person says of its tasks. Default: nothing. */
  corrections?: readonly Correction[] | undefined;
  /** Id of a screening of the same notice that this one takes the place of. Default: none. */
  earlier?: string | undefined;
}

/** A notice that was taken apart. */
export interface ScreenedNotice {
  id: string;
  /** The text that was read, in which the tasks have their places. */
  text: string;
  /** JSON in UTF-8: that of a long notice is megabytes, and is written where it is judged. */
  screening: Uint8Array;
  report: Uint8Array | null;
  /** Null where none were asked for, or there is nothing to ask. */
  letters: LettersSent | null;
}

/** An answer with how it came to be, stage by stage, as plain data. */
export interface Trial {
  answer: Answer;
  trace: Readonly<Record<string, unknown>>;
}

/** What programs ask outside any conversation. Everything is kept, under its id, before it is given. */
export interface ServerDesk {
  /** @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-INPUT, QD-REGION, QD-DATE, or a store's code */
  answer(question: Question): Promise<{ id: string; answer: Answer }>;
  /** An answer that is looked into and not kept. @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-INPUT, QD-REGION, QD-DATE */
  explain(question: Question): Trial;
  /** @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-REGION, QD-DATE, QD-ID, QD-FILE-…, QD-BUSY, or a store's code */
  screen(request: NoticeRequest): Promise<ScreenedNotice>;
}
