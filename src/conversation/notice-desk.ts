import type { Screening } from '#answer/index.js';
import type { Letter, ReportFormat } from '#answer/report/index.js';
import type { Attachment, IncomingMessage } from './message.js';

/** A notice as somebody sends it. */
export type SentNotice = { text: string } | { file: Attachment };

/** Where a notice belongs, as far as the conversation knows. */
export interface NoticeScope {
  /** A file's name, or 直接发来的文字. */
  source: string;
  /** Default: the region that title and signature name. */
  region?: string | undefined;
  /** YYYY-MM-DD: the day whose rules hold. */
  date: string;
  /** Who shares the work with the others as one; see `visitorOf`. */
  visitor: string;
}

/** Whose turn a message takes where work is shared: that of its address, else of its sender. */
export const visitorOf = ({ origin, channel, userId }: IncomingMessage): string =>
  origin ?? `${channel}/${userId}`;

/** Takes whole notices apart. */
export interface NoticeDesk {
  /** Whether a text is a notice rather than a question. */
  isNotice(text: string): boolean;
  /** The text of a notice and where it came from. @throws QingdanError QD-FILE-…, QD-BUSY */
  read(notice: SentNotice, visitor: string): Promise<{ text: string; source: string }>;
  /** @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-REGION, QD-DATE, QD-FILE-TIME, QD-BUSY */
  screen(text: string, scope: NoticeScope): Promise<Screening>;
  /** The report with its letters. @throws QingdanError QD-FILE-TIME, QD-BUSY */
  report(screening: Screening, format: ReportFormat, visitor: string): Promise<Uint8Array>;
  /** Letters alone as a .docx; `day` YYYY-MM-DD. @throws QingdanError QD-BUSY */
  letters(letters: readonly Letter[], day: string, visitor: string): Promise<Uint8Array>;
}
