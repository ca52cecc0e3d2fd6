import type { Screening } from '../../answer/index.js';
import type { Attachment } from '../../bot/message.js';

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
}

/** Takes whole notices apart. */
export interface NoticeDesk {
  /** Whether a text is a notice rather than a question. */
  isNotice(text: string): boolean;
  /** The text of a notice and where it came from. @throws QingdanError QD-FILE-… */
  read(notice: SentNotice): Promise<{ text: string; source: string }>;
  /** @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-REGION, QD-DATE */
  screen(text: string, scope: NoticeScope): Promise<Screening>;
  /** The report with its letters, as .docx. */
  report(screening: Screening): Promise<Uint8Array>;
}
