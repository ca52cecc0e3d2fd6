import type { Attachment } from '../../bot/message.js';
import type { Screening } from '../../screening/index.js';

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
  /** The text of a file. @throws QingdanError QD-FILE-… */
  read(file: Attachment): Promise<string>;
  /** @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-REGION, QD-DATE */
  screen(text: string, scope: NoticeScope): Promise<Screening>;
  /** The report with its letters, as .docx. */
  report(screening: Screening): Promise<Uint8Array>;
}
