import type { EventType } from '#admission/state.js';
import type { Step, StepField } from '../../parts/step-form.js';

const reason: StepField = { name: 'reason', label: '理由', is: 'text' };
const day = (name: string, label: string, extra: string): StepField => ({
  name,
  label,
  is: 'day',
  optional: true,
  extra,
});

/** In the order in which they are offered. */
const STEPS = {
  submit: { type: 'submit', label: '提交', fields: [] },
  review: {
    type: 'review',
    label: '审核',
    fields: [
      { name: 'agrees', label: '同意', is: 'yes' },
      { name: 'text', label: '审核意见', is: 'text' },
    ],
  },
  meet: {
    type: 'meet',
    label: '会商',
    fields: [
      { name: 'participants', label: '参加会商的单位', is: 'names' },
      { name: 'agrees', label: '同意', is: 'yes' },
      { name: 'text', label: '会商意见', is: 'text' },
    ],
  },
  decide: {
    type: 'decide',
    label: '决定',
    fields: [
      { name: 'admit', label: '准入', is: 'yes' },
      reason,
      { name: 'number', label: '决定书文号', is: 'line', optional: true, extra: '不写时用申请的编号' },
      day('from', '从哪天起', '不写时按申请'),
      day('to', '到哪天止', '不写时按申请'),
    ],
  },
  return: { type: 'return', label: '退回补正', fields: [{ ...reason, label: '要补什么' }] },
  receive: {
    type: 'receive',
    label: '登记人员、经费到位',
    fields: [
      {
        name: 'means',
        label: '什么到位',
        is: 'choice',
        choices: [
          { value: 'funds', label: '经费' },
          { value: 'staff', label: '人员' },
        ],
      },
      { name: 'amount', label: '多少元', is: 'number', optional: true },
      { name: 'proof', label: '凭证或说明', is: 'text' },
    ],
  },
  withdraw: { type: 'withdraw', label: '撤回', fields: [reason] },
  revoke: { type: 'revoke', label: '撤销', fields: [reason, day('from', '从哪天起', '不写时从今天起')] },
} as const satisfies Record<string, Step>;

/** Those of the steps that the service says may come next; an application is amended in its own form. */
export const stepsAmong = (next: readonly EventType[]): Step[] =>
  Object.values(STEPS).filter(({ type }) => next.includes(type));

export const EVENT_NAMES: Readonly<Record<string, string>> = {
  create: '建草稿',
  amend: '修改',
  ...Object.fromEntries(Object.values(STEPS).map(({ type, label }) => [type, label])),
};
