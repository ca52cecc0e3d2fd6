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
  looked: {
    nouns: ['用章', '盖章', '印章', '公章', '万能章'],
    shows: ['applicant', 'demander', 'outcome'],
    thisYear: true,
    asks: [
      {
        want: 'entries',
        pattern:
          '(?:都|一共|总共)?(?:给|为|帮)了?(?:谁|哪些人|什么人|哪些居民|哪些群众|多少人|几个人)都?(?:盖|用|开)(?:过|了)?(?:什么|哪些|几个|多少|几次)?(?:个|次)?(?:公?章|证明)?了?',
      },
      {
        want: 'entries',
        pattern:
          '(?<name>.{2,20}?证明?)(?:一共|总共|都)?(?:盖|开|出)过(?:没有|没|吗|几次|几回|几张|几个|多少次|多少张|多少)',
      },
      {
        want: 'summary',
        pattern:
          '(?:一共|总共|都)?(?:盖|用|开|出)(?:过|了)(?:几|多少|哪些|什么)(?:个|次|回|张|份|种)?(?:公?章|证明)了?',
      },
      {
        want: 'summary',
        pattern:
          '(?:谁|哪些单位|哪个单位|哪些部门|哪个部门|什么单位)(?:来|找社区|找我们|让社区|让我们|叫我们)?(?:要|让|开)?(?:开|盖)?(?:证明|公?章)(?:要得|要的|的)?最多',
      },
      {
        want: 'summary',
        pattern:
          '(?:谁|哪些单位|哪个单位|哪些部门|哪个部门|什么单位)(?:老是?|总是?|最爱|最常|经常)(?:来|找社区|找我们|让社区|让我们|叫我们)?(?:要|让|开)?(?:开|盖)?(?:证明|公?章)',
      },
    ],
  },
};
