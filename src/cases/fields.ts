import { QingdanError } from '#errors.js';
import type { CaseEvent } from './events.js';

/** Characters of a note, a reason or a reply: a page. */
export const LONGEST_NOTE = 2000;
/** Characters of an office's or a participant's name, or of how something was handed out. */
export const LONGEST_NAME = 60;
/** People of one meeting. */
export const MOST_PARTICIPANTS = 50;
/** Working days that an extension adds at most. */
export const MOST_DAYS = 30;

/** A text that says something, cut free of space around it. @throws QingdanError QD-INPUT */
export function filledText(what: string, text: string, longest = LONGEST_NOTE): string {
  // Counted first: nothing else reads a text that is too long.
  if (text.length > 2 * longest || [...text].length > longest) {
    throw new QingdanError('QD-INPUT', `${what}超过 ${longest} 字，请写短些，详情放进附件`);
  }
  const trimmed = text.trim();
  if (trimmed === '') throw new QingdanError('QD-INPUT', `${what}没有写，请补上`);
  return trimmed;
}

/** @throws QingdanError QD-INPUT for a field that is empty, too long or out of range */
export function checkFields(event: CaseEvent): void {
  switch (event.type) {
    case 'sort':
      filledText('分流的理由', event.reason);
      return;
    case 'route':
      filledText('流转到的单位', event.to, LONGEST_NAME);
      return;
    case 'escalate':
      filledText('提级到的单位', event.to, LONGEST_NAME);
      filledText('提级的理由', event.reason);
      return;
    case 'meet':
      checkMeeting(event);
      return;
    case 'guide':
      filledText('引导的内容', event.text);
      return;
    case 'resolve':
      filledText('办理结果', event.text);
      return;
    case 'issue':
      filledText('证明的内容', event.text);
      if (event.basis !== null) filledText('出具的依据', event.basis);
      return;
    case 'reply':
      filledText('答复', event.text);
      filledText('出件方式', event.how, LONGEST_NAME);
      return;
    case 'visit':
      filledText('回访情况', event.note);
      return;
    case 'extend':
      filledText('延期的理由', event.reason);
      if (!Number.isInteger(event.days) || event.days < 1 || event.days > MOST_DAYS) {
        throw new QingdanError('QD-INPUT', `延期的工作日数不对，请写 1 到 ${MOST_DAYS} 的整数`);
      }
      return;
    case 'return':
    case 'refuse':
    case 'close':
    case 'withdraw':
      filledText('理由', event.reason);
      return;
    case 'attach':
    case 'remind':
      return;
  }
}

function checkMeeting({ participants, note, result }: Extract<CaseEvent, { type: 'meet' }>): void {
  if (participants.length === 0 || participants.length > MOST_PARTICIPANTS) {
    throw new QingdanError('QD-INPUT', `协商的参加人请写 1 到 ${MOST_PARTICIPANTS} 位`);
  }
  for (const name of participants) filledText('参加人', name, LONGEST_NAME);
  filledText('协商经过', note);
  filledText('协商结果', result);
}
