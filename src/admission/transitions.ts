import type { Action, Actor } from '#access/roles.js';
import { ROLE_NAMES } from '#access/words.js';
import { QingdanError } from '#errors.js';
import { type AdmissionProcess, STEP_NAMES, type StepName, stepOf } from './process.js';
import { type Admission, type EventType, type KeptState, STATE_NAMES, type State, stateOn } from './state.js';

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

export const EVENT_TYPES = Object.keys(TRANSITIONS) as [EventType, ...EventType[]];

/**
 * What stands in the way of an event, by the state, by the procedure and by whose step it is; null where nothing does. QD-STATE
 * or QD-FORBIDDEN.
 */
export function hindrance(
  admission: Admission,
  type: EventType,
  { day, actor, process }: Circumstances,
): QingdanError | null {
  const { name, from, step }: Transition = TRANSITIONS[type];
  if (day < admission.changedOn) {
    return new QingdanError('QD-STATE', `日期 ${day} 早于上一步的 ${admission.changedOn}，请核对日期`);
  }
  const state = stateOn(admission, day);
  if (!from.includes(state)) {
    return new QingdanError('QD-STATE', `${admission.number} 现在是「${STATE_NAMES[state]}」，不能${name}`);
  }
  return (step === undefined ? null : notOneOf(process, step, actor)) ?? outOfOrder(admission, type, process);
}

/** The events that may come next, in the order of `TRANSITIONS`, by the same rules as `apply`. */
export const nextEvents = (admission: Admission, circumstances: Circumstances): EventType[] =>
  EVENT_TYPES.filter((type) => hindrance(admission, type, circumstances) === null);

/** A step that the procedure doesn't have, or that isn't the role's to take. */
function notOneOf(process: AdmissionProcess, name: StepName, actor: Actor): QingdanError | null {
  const step = stepOf(process, name);
  if (step === undefined) {
    return new QingdanError('QD-STATE', `${process.name}里没有「${STEP_NAMES[name]}」这一步`);
  }
  if (actor.role === 'admin' || step.roles?.includes(actor.role)) return null;
  const whose = step.who ?? step.roles?.map((role) => ROLE_NAMES[role]).join('、') ?? '有权的单位';
  return new QingdanError(
    'QD-FORBIDDEN',
    `按${process.name}，「${STEP_NAMES[name]}」由${whose}办理，「${actor.name}」（${ROLE_NAMES[actor.role]}）不能办`,
  );
}

/** No step before those that the procedure puts in front of it. */
function outOfOrder(admission: Admission, type: EventType, process: AdmissionProcess): QingdanError | null {
  const has = (step: StepName) => stepOf(process, step) !== undefined;
  if ((type === 'meet' || type === 'decide') && has('review') && admission.review === null) {
    return new QingdanError('QD-STATE', `${admission.number} 还没有审核，按${process.name}要先审核`);
  }
  if (type === 'decide' && has('meeting') && admission.meeting === null) {
    return new QingdanError('QD-STATE', `${admission.number} 还没有会商，按${process.name}要先开会商议`);
  }
  return null;
}
