import type { Answer, Screening } from '../answer/index.js';
import type { ReportFormat } from '../answer/report/index.js';
import type { SentNotice } from '../intents/support/notice-desk.js';
import type { Question } from '../ruling/index.js';

/** A notice as it comes over the API. */
export interface NoticeRequest {
  notice: SentNotice;
  region?: string | undefined;
  /** YYYY-MM-DD. Default: today. */
  date?: string | undefined;
}

/** What programs ask outside any conversation. Everything is kept, under its id, before it is given. */
export interface ServerDesk {
  /** @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-INPUT, QD-REGION, QD-DATE, or a store's code */
  answer(question: Question): Promise<{ id: string; answer: Answer }>;
  /** @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-REGION, QD-DATE, QD-FILE-…, or a store's code */
  screen(request: NoticeRequest): Promise<{ id: string; screening: Screening }>;
  report(screening: Screening, format: ReportFormat): Promise<Uint8Array>;
}
