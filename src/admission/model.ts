import { QingdanError } from '#errors.js';
import { checkDay } from '#text/days.js';
import { checkComplete, checkDraft } from './application.js';
import type { Admission, AdmissionEvent, Decision } from './state.js';
import { type Circumstances, hindrance, TRANSITIONS } from './transitions.js';

/**
 * The application after an event. Pure: whether the actor may do it to this row at all is the port's business, which
 * step is whose by the procedure is decided here.
 * @throws QingdanError QD-STATE, QD-FORBIDDEN, QD-INPUT, QD-DATE
 */
export function apply(admission: Admission, event: AdmissionEvent, circumstances: Circumstances): Admission {
  const { day } = circumstances;
  checkDay(day);
  const hindered = hindrance(admission, event.type, circumstances);
  if (hindered !== null) throw hindered;
  const { to } = TRANSITIONS[event.type];
  const changed = changedBy(admission, event, circumstances);
  return { ...admission, ...(to === null ? {} : { state: to }), ...changed, changedOn: day };
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
