import { QingdanError } from '#errors.js';
import type { Case, Result } from './case.js';
import { ALLOWED, type CaseEvent } from './events.js';
import { checkFields } from './fields.js';
import { type AddWorkingDays, dueOf, type Limits } from './limits.js';
import { classWords, EVENT_WORDS, STATE_WORDS } from './words.js';

/** When something happens, and by which rules days are counted. */
export interface Moment {
  /** YYYY-MM-DD. */
  day: string;
  limits: Limits;
  addWorkingDays: AddWorkingDays;
  /** Number of the paper that is issued or of the 告知单; null with every other event. */
  paperNumber?: string | null;
}

/** Attachments of one case at most. */
export const MOST_ATTACHMENTS = 10;

/**
 * A case after an event.
 * @throws QingdanError QD-STATE where the case's state, kind or class doesn't allow it; QD-INPUT for an empty or
 * overlong field
 */
export function apply(one: Case, event: CaseEvent, moment: Moment): Case {
  checkFields(event);
  if (!ALLOWED[event.type].includes(one.state))
    throw refused(one, event, `现在是「${STATE_WORDS[one.state]}」`);
  guard(one, event);
  const next = { ...one, ...changes(one, event, moment) };
  if (KEEPS_DUE.has(event.type)) return next;
  return { ...next, due: dueOf(next, moment.day, moment.limits, moment.addWorkingDays) };
}

/** After these the same is to be done by the same day. */
const KEEPS_DUE: ReadonlySet<CaseEvent['type']> = new Set(['attach', 'remind', 'extend', 'escalate', 'sort']);

function refused({ kind }: Case, { type }: CaseEvent, why: string): QingdanError {
  const what = kind === 'paper' ? '这件开证明的' : '这件诉求';
  return new QingdanError('QD-STATE', `${what}不能「${EVENT_WORDS[type]}」：${why}`);
}

/** What the event asks of the case beyond its state. */
function guard(one: Case, event: CaseEvent): void {
  const paper = one.kind === 'paper';
  const { class: sorted } = one.sorting;
  switch (event.type) {
    case 'issue':
    case 'refuse':
      if (!paper) throw refused(one, event, '它不是开证明的');
      if (event.type === 'issue' && one.paper?.verdict !== 'may-certify' && event.basis === null) {
        throw refused(one, event, '清单没有列它可以出具，要出具请写明依据的例外或规定');
      }
      return;
    case 'sort':
    case 'route':
      if (paper) throw refused(one, event, '开证明的只能出具、不予出具或撤回');
      return;
    case 'meet':
      if (sorted !== 'consult') throw refused(one, event, `分流是「${classWords(sorted)}」，小事才协商共办`);
      return;
    case 'guide':
      if (sorted !== 'self') throw refused(one, event, `分流是「${classWords(sorted)}」，私事才引导自办`);
      return;
    case 'extend':
      if (one.extended !== null) throw refused(one, event, '已经延过一次');
      return;
    case 'attach':
      if (one.attachments.length >= MOST_ATTACHMENTS) {
        throw refused(one, event, `一件最多 ${MOST_ATTACHMENTS} 个附件`);
      }
      return;
    case 'remind':
      if (one.due?.day !== event.day || one.told[event.what] === event.day) {
        throw refused(one, event, '这一天的提醒已经发过，或者期限变了');
      }
      return;
    default:
      return;
  }
}

function changes(
  one: Case,
  event: CaseEvent,
  { day, addWorkingDays, paperNumber = null }: Moment,
): Partial<Case> {
  const result = (outcome: Result['outcome'], text: string): Result => ({ day, outcome, text, paperNumber });
  switch (event.type) {
    case 'sort':
      return { sorting: { ...one.sorting, class: event.class, why: event.reason, by: 'person' } };
    case 'route':
      return { state: 'routed', office: { name: event.to, level: event.level, since: day } };
    case 'escalate':
      return {
        office: { name: event.to, level: event.level, since: day },
        escalations: one.escalations + 1,
      };
    case 'return': {
      const from = one.office?.name ?? '';
      return {
        state: 'returned',
        office: null,
        returns: [...one.returns, { day, from, reason: event.reason }],
      };
    }
    case 'meet': {
      const { type: _, ...met } = event;
      const meetings = [...one.meetings, { day, ...met }];
      return event.agreed
        ? { state: 'resolved', meetings, result: result('agreed', event.result) }
        : { state: 'consulting', meetings };
    }
    case 'guide':
      return { state: 'resolved', result: result('guided', event.text) };
    case 'resolve':
      return { state: 'resolved', result: result('done', event.text) };
    case 'issue':
      return { state: 'resolved', result: result('issued', event.text) };
    case 'refuse':
      return { state: 'resolved', result: result('refused', event.reason) };
    case 'reply':
      return { state: 'replied', reply: { day, text: event.text, how: event.how } };
    case 'visit': {
      const visits = [...one.visits, { day, satisfied: event.satisfied, note: event.note }];
      // Done again from the start: what was found wanting must not count as its result.
      return event.satisfied
        ? { state: 'closed', visits }
        : { state: 'returned', visits, office: null, result: null, reply: null, extended: null };
    }
    case 'close':
      return { state: 'closed', visits: [...one.visits, { day, satisfied: null, note: event.reason }] };
    case 'withdraw':
      return { state: 'withdrawn', result: null, office: null };
    case 'extend':
      return one.due === null
        ? { extended: event.reason }
        : { extended: event.reason, due: { ...one.due, ...addWorkingDays(one.due.day, event.days) } };
    case 'attach':
      return { attachments: [...one.attachments, event.attached] };
    case 'remind':
      return { told: { ...one.told, [event.what]: event.day } };
  }
}
