import type { Action, Actor } from '#access/roles.js';
import { ROLE_NAMES } from '#access/words.js';
import { QingdanError } from '#errors.js';
import { checkDay } from '#text/days.js';
import { checkComplete, checkDraft } from './application.js';
import { type AdmissionProcess, STEP_NAMES, type StepName, stepOf } from './process.js';
import {
  type Admission,
  type AdmissionEvent,
  type Decision,
  type EventType,
  type KeptState,
  STATE_NAMES,
  type State,
  stateOn,
} from './state.js';

/** Who does it, on which day (YYYY-MM-DD), by which procedure. */
export interface Circumstances {
  day: string;
  actor: Actor;
  process: AdmissionProcess;
}

/** What an event of a kind is called, the right that it takes, the states in which it may come and where it leads. */
interface Transition {
  name: string;
  right: Action;
  from: readonly State[];
  /** Null where the state stays. */
  to: KeptState | null;
  /** Step of the procedure whose roles take it. */
  step?: StepName;
}

const UNDECIDED: readonly State[] = ['draft', 'submitted', 'returned', 'reviewed', 'met'];

/** Every event with what it does: whatever isn't here can't happen. */
export const TRANSITIONS = {
  amend: { name: '修改', right: 'change', from: ['draft', 'returned'], to: null },
  submit: { name: '提交', right: 'change', from: ['draft', 'returned'], to: 'submitted' },
  withdraw: { name: '撤回', right: 'change', from: UNDECIDED, to: 'withdrawn' },
  return: { name: '退回', right: 'decide', from: ['submitted', 'reviewed', 'met'], to: 'returned' },
  review: { name: '审核', right: 'decide', from: ['submitted'], to: 'reviewed', step: 'review' },
  meet: { name: '会商', right: 'decide', from: ['submitted', 'reviewed'], to: 'met', step: 'meeting' },
  decide: {
    name: '决定',
    right: 'decide',
    from: ['submitted', 'reviewed', 'met'],
    to: 'admitted',
    step: 'decide',
  },
  revoke: { name: '撤销', right: 'decide', from: ['admitted', 'in-force'], to: 'revoked' },
  receive: {
    name: '登记到位',
    right: 'decide',
    from: ['admitted', 'in-force', 'expired', 'revoked'],
    to: null,
  },
} as const satisfies Record<EventType, Transition>;

/**
 * The application after an event. Pure: whether the actor may do it to this row at all is the port's business, which
 * step is whose by the procedure is decided here.
 * @throws QingdanError QD-STATE, QD-FORBIDDEN, QD-INPUT, QD-DATE
 */
export function apply(admission: Admission, event: AdmissionEvent, circumstances: Circumstances): Admission {
  const { day, actor, process } = circumstances;
  const { name, from, to, step }: Transition = TRANSITIONS[event.type];
  if (checkDay(day) < admission.changedOn) {
    throw new QingdanError('QD-STATE', `日期 ${day} 早于上一步的 ${admission.changedOn}，请核对日期`);
  }
  const state = stateOn(admission, day);
  if (!from.includes(state)) {
    throw new QingdanError('QD-STATE', `${admission.number} 现在是「${STATE_NAMES[state]}」，不能${name}`);
  }
  if (step !== undefined) checkStep(process, step, actor);
  checkOrder(admission, event, process);
  const changed = changedBy(admission, event, circumstances);
  return { ...admission, ...(to === null ? {} : { state: to }), ...changed, changedOn: day };
}

/** @throws QingdanError QD-STATE for a step that the procedure doesn't have, QD-FORBIDDEN for a role that doesn't take it */
function checkStep(process: AdmissionProcess, name: StepName, actor: Actor): void {
  const step = stepOf(process, name);
  if (step === undefined) {
    throw new QingdanError('QD-STATE', `${process.name}里没有「${STEP_NAMES[name]}」这一步`);
  }
  if (actor.role === 'admin' || step.roles?.includes(actor.role)) return;
  const whose = step.who ?? step.roles?.map((role) => ROLE_NAMES[role]).join('、') ?? '有权的单位';
  throw new QingdanError(
    'QD-FORBIDDEN',
    `按${process.name}，「${STEP_NAMES[name]}」由${whose}办理，「${actor.name}」（${ROLE_NAMES[actor.role]}）不能办`,
  );
}

/** No step before those that the procedure puts in front of it. @throws QingdanError QD-STATE */
function checkOrder(admission: Admission, { type }: AdmissionEvent, process: AdmissionProcess): void {
  const has = (step: StepName) => stepOf(process, step) !== undefined;
  if ((type === 'meet' || type === 'decide') && has('review') && admission.review === null) {
    throw new QingdanError('QD-STATE', `${admission.number} 还没有审核，按${process.name}要先审核`);
  }
  if (type === 'decide' && has('meeting') && admission.meeting === null) {
    throw new QingdanError('QD-STATE', `${admission.number} 还没有会商，按${process.name}要先开会商议`);
  }
}

/** What an event changes beside the state. */
function changedBy(
  admission: Admission,
  event: AdmissionEvent,
  { day, actor: { name: by } }: Circumstances,
): Partial<Admission> {
  switch (event.type) {
    case 'amend':
      return { application: checkDraft({ ...admission.application, ...event.application }) };
    case 'submit':
      checkComplete(admission.application);
      // What was said of an earlier version isn't said of this one.
      return { submittedOn: day, returned: null, review: null, meeting: null };
    case 'withdraw':
      return { withdrawn: { on: day, by, reason: said(event.reason, '撤回的原因') } };
    case 'return':
      return { returned: { on: day, by, reason: said(event.reason, '要补什么') } };
    case 'review':
      return { review: { on: day, by, agrees: event.agrees, text: said(event.text, '审核意见') } };
    case 'meet': {
      const participants = event.participants.map((name) => name.trim()).filter((name) => name !== '');
      const text = said(event.text, '会商意见');
      return { meeting: { on: day, by, agrees: event.agrees, text, participants } };
    }
    case 'decide':
      return decided(admission, event, day, by);
    case 'revoke': {
      const from = event.from === undefined ? day : checkDay(event.from);
      if (from < day) throw new QingdanError('QD-STATE', `撤销不能早于今天：${from}`);
      return { revoked: { on: day, by, reason: said(event.reason, '撤销的原因'), from } };
    }
    case 'receive': {
      const { means, amount = null } = event;
      const proof = said(event.proof, '凭证或说明');
      return { receipts: [...admission.receipts, { means, on: day, by, amount, proof }] };
    }
  }
}

function decided(
  admission: Admission,
  { admit, reason, number = admission.number, from, to }: AdmissionEvent & { type: 'decide' },
  day: string,
  by: string,
): Partial<Admission> {
  const decision = {
    on: day,
    by,
    admitted: admit,
    reason: said(reason, '决定的理由'),
    number: number.trim(),
  };
  if (!admit) return { state: 'rejected', decision: { ...decision, from: null, to: null } };
  const asked = checkComplete(admission.application);
  const days: Pick<Decision, 'from' | 'to'> = {
    from: from === undefined ? asked.from : checkDay(from),
    to: to === undefined ? asked.to : checkDay(to),
  };
  const { from: first, to: last } = days as { from: string; to: string };
  if (last < first || last < day) {
    throw new QingdanError('QD-STATE', `实施日期 ${first} 至 ${last} 不对，请用 --from、--to 另定`);
  }
  return { decision: { ...decision, ...days, from: first < day ? day : first } };
}

const LONGEST_SAID = 2000;

/** @throws QingdanError QD-INPUT for nothing said, or too much */
function said(text: string, what: string): string {
  const trimmed = text.trim();
  if (trimmed !== '' && trimmed.length <= LONGEST_SAID) return trimmed;
  throw new QingdanError('QD-INPUT', trimmed === '' ? `请写明${what}` : `${what}超过 ${LONGEST_SAID} 字`);
}

/** An application as it begins: a draft. @throws QingdanError QD-INPUT, QD-DATE */
export function newAdmission(
  given: Pick<Admission, 'number' | 'region' | 'regionName' | 'owner' | 'application'>,
  { day, process }: Pick<Circumstances, 'day' | 'process'>,
): Admission {
  const { number, region, regionName, owner } = given;
  return {
    number,
    region,
    regionName,
    process: process.id,
    owner,
    state: 'draft',
    application: checkDraft(given.application),
    createdOn: checkDay(day),
    changedOn: day,
    submittedOn: null,
    returned: null,
    review: null,
    meeting: null,
    decision: null,
    receipts: [],
    revoked: null,
    withdrawn: null,
  };
}
