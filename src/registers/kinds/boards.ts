import type { RegisterKind } from '../kind.js';

/** Where a board hangs. */
export const BOARD_PLACES = ['门外', '室内'] as const;

export const boards: RegisterKind = {
  id: 'boards',
  name: '牌子登记',
  is: '村（社区）挂了哪些牌子、挂在哪里、谁要求的；新挂一块，核准一块。',
  word: '牌子',
  fields: [
    { key: 'day', label: '挂牌日期', sort: 'date', required: true },
    { key: 'name', label: '牌子上的字', sort: 'text', required: true },
    { key: 'where', label: '挂在哪里', sort: 'choice', choices: BOARD_PLACES, required: true },
    {
      key: 'class',
      label: '牌子类别',
      sort: 'choice',
      choices: ['外部挂牌', '机制挂牌', '功能指引牌', '其他内部挂牌'],
    },
    { key: 'demander', label: '要求挂牌的单位', sort: 'text' },
    { key: 'basis', label: '对方说的依据', sort: 'text' },
    { key: 'work', label: '牌子后面的工作', sort: 'text', hint: '没有实际工作的写 无' },
    { key: 'note', label: '备注', sort: 'text' },
  ],
  what: 'name',
  who: 'demander',
  outcome: 'where',
  day: 'day',
  decision: { of: '核准', admitted: '已核准', refused: '不予核准', undecided: '没有见到核准' },
  adding: 'create',
  matters: ['rule-boards-outside', 'rule-boards-inside', 'rule-boards-new', 'rule-boards-assessment'],
  open: true,
  asked: {
    nouns: ['工作站牌子', '标识牌', '挂牌', '牌子', '块牌'],
    short: ['牌'],
    verbs: ['挂', '装', '做', '设'],
    task: false,
    howToEnter: '在“牌子登记”里记下：牌子上的字、挂在门外还是室内、谁要求挂的、对方说的依据。',
  },
  looked: {
    nouns: ['牌子', '挂牌', '标识牌'],
    shows: ['demander'],
    thisYear: false,
    asks: [{ want: 'entries', pattern: '(?:一共|总共|都)?挂(?:了|着)(?:几|多少|哪些)(?:块|个)?牌子?' }],
  },
};
