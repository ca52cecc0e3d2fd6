import type { RegisterKind } from '../kind.js';

/** What a seal was asked for: granted, refused, or sent to whoever has to do it. */
export const SEAL_OUTCOMES = ['出具', '不予出具', '转其他单位办理'] as const;

export const seal: RegisterKind = {
  id: 'seal',
  name: '用章登记',
  is: '社区盖的每一个章、没有盖的也记：开什么、给谁开、谁要的、凭什么。',
  word: '用章',
  fields: [
    { key: 'day', label: '日期', sort: 'date', required: true },
    { key: 'paper', label: '证明或文书名称', sort: 'text', required: true, hint: '如 居住证明' },
    { key: 'applicant', label: '为谁办', sort: 'text', personal: true, hint: '只有本社区看得见' },
    { key: 'demander', label: '要求提供的单位', sort: 'text', hint: '如 某银行某支行、某区人社局' },
    { key: 'basis', label: '对方说的依据', sort: 'text' },
    { key: 'outcome', label: '办理结果', sort: 'choice', choices: SEAL_OUTCOMES, required: true },
    { key: 'ground', label: '出具或不予出具的依据', sort: 'text' },
    { key: 'route', label: '告知去哪里办', sort: 'text' },
    { key: 'copies', label: '份数', sort: 'whole' },
    { key: 'handler', label: '经办人', sort: 'text', personal: true },
    { key: 'approver', label: '审批人', sort: 'text', personal: true },
    { key: 'note', label: '备注', sort: 'text' },
  ],
  what: 'paper',
  who: 'demander',
  outcome: 'outcome',
  day: 'day',
  decision: null,
  adding: 'create',
  matters: ['rule-seal-use', 'rule-seal-campaign', 'duty-seal-keeping'],
  open: false,
  asked: null,
};
