import {
  certificateOf,
  meetingNoteOf,
  type Paper,
  receiptOf,
  refusalOf,
  replyOf,
  routingSlipOf,
} from '#cases/papers/index.js';
import { QingdanError } from '#errors.js';
import type { StoredCase } from '#storage/ports.js';
import type { Window } from './window.js';

/** The sheets of a case, by the word for them. */
export const SHEETS = ['回执', '流转单', '协商记录', '答复', '证明', '告知单'] as const;
export type Sheet = (typeof SHEETS)[number];

/** A sheet of a case. @param office who signs it @throws QingdanError QD-STATE where the case hasn't come to it */
export function sheetOf(
  sheet: Sheet,
  { number, region, code, one, contact }: StoredCase,
  { window, office }: { window: Window; office: string },
): Paper {
  const { day } = window.moment(region);
  const context = { number, office, day, limits: window.limits(region), place: contact?.place ?? null };
  const paper = (() => {
    switch (sheet) {
      case '回执':
        return receiptOf(one, code, context);
      case '流转单':
        return routingSlipOf(one, context);
      case '协商记录':
        return meetingNoteOf(one, context);
      case '答复':
        return replyOf(one, context);
      case '证明':
        return certificateOf(one, context);
      case '告知单':
        return refusalOf(one, context);
    }
  })();
  if (paper !== null) return paper;
  throw new QingdanError('QD-STATE', `件「${number}」还没有办到能打印「${sheet}」的一步`);
}
