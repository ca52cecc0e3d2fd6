import type { Correction, Screening } from '#answer/index.js';
import type { LetterFile, LettersSent, SenderOptions } from '#answer/letters/index.js';
import type { ReportFormat } from '#answer/report/index.js';
import type { CharterReview, CharterRules } from '#charter/index.js';
import type { MaskedJson } from '#text/masked.js';
import type { Attachment, IncomingMessage } from './message.js';

/** A notice as somebody sends it. */
export type SentNotice = { text: string } | { file: Attachment };

/** Where a notice belongs, as far as the conversation knows, and what is wanted of it. */
export interface NoticeScope {
  /** A file's name, or 直接发来的文字. */
  source: string;
  /** Default: the region that title and signature name. */
  region?: string | undefined;
  /** YYYY-MM-DD: the day whose rules hold. */
  date: string;
  /** Who shares the work with the others as one; see `visitorOf`. */
  visitor: string;
  /** Default: no report. */
  report?: ReportFormat | undefined;
  /** Whether a program wants the whole screening as JSON. Default: false. */
  whole?: boolean | undefined;
  /** Who signs the letters. Default: none are written. */
  sender?: SenderOptions | undefined;
  /** What a person says of its tasks. Default: nothing. */
  corrections?: readonly Correction[] | undefined;
}

/**
 * A notice that was judged. All of a long one is megabytes, which would hold the loop: it stays text and bytes, and what
 * a conversation shows of it stands apart.
 */
export interface JudgedNotice {
  /** With its first tasks only, at most `MOST_TASKS`, and nothing of what was passed over. */
  readonly screening: Screening;
  /** How many tasks there are in all. */
  readonly tasks: number;
  /** The whole screening as it is kept. */
  readonly masked: MaskedJson;
  /** The whole screening as JSON in UTF-8; null where none was asked for. */
  readonly whole: Uint8Array | null;
  /** null where none was asked for. */
  readonly report: Uint8Array | null;
  /** Null where none were asked for, or there is nothing to ask. */
  readonly letters: LettersSent | null;
}

/** Tasks that a conversation may speak of afterwards; a longer list is read in the report. */
export const MOST_TASKS = 40;

/** Whose turn a message takes where work is shared: that of its address, else of its sender. */
export const visitorOf = ({ origin, channel, userId }: IncomingMessage): string =>
  origin ?? `${channel}/${userId}`;

/** Takes whole notices apart. */
export interface NoticeDesk {
  /** What charters are held against. */
  readonly charterRules: CharterRules;
  /** Whether a text is a notice rather than a question. */
  isNotice(text: string): boolean;
  /** The text of a notice and where it came from. @throws QingdanError QD-FILE-…, QD-BUSY */
  read(notice: SentNotice, visitor: string): Promise<{ text: string; source: string }>;
  /** @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-REGION, QD-DATE, QD-FILE-TIME, QD-BUSY */
  screen(text: string, scope: NoticeScope): Promise<JudgedNotice>;
  /** A charter held against the law in force on a day, with its report (.docx). @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-BUSY */
  review(text: string, date: string, visitor: string): Promise<{ review: CharterReview; report: Uint8Array }>;
  /** Letters about some tasks, each by itself; none where there is nothing to ask. @throws QingdanError QD-BUSY */
  letters(screening: Screening, sender: SenderOptions, visitor: string): Promise<LetterFile[]>;
}
