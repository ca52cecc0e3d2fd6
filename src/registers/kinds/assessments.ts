import type { RegisterKind } from '../kind.js';

/** Sorts of assessment, as the reply letter counts them apart: 考核 and 评比. */
export const ASSESSMENT_SORTS = ['考核', '评比', '创建', '检查'] as const;

export const assessments: RegisterKind = {
  id: 'assessments',
  name: '考核评比登记',
  is: '谁要考核、评比社区，考什么；列入全区一揽子年度方案的才考，没有列入的不考。',
  word: '考核',
  fields: [
    { key: 'day', label: '提出日期', sort: 'date', required: true },
    { key: 'name', label: '考核或评比名称', sort: 'text', required: true },
    { key: 'year', label: '年度', sort: 'whole', required: true },
    { key: 'sort', label: '类别', sort: 'choice', choices: ASSESSMENT_SORTS, required: true },
    { key: 'demander', label: '提出单位', sort: 'text', required: true },
    { key: 'indicators', label: '考核指标', sort: 'list', hint: '用顿号隔开' },
    { key: 'basis', label: '对方说的依据', sort: 'text' },
    { key: 'veto', label: '一票否决', sort: 'yes' },
    { key: 'boards', label: '以设机构挂牌子为依据', sort: 'yes' },
    { key: 'note', label: '备注', sort: 'text' },
  ],
  what: 'name',
  who: 'demander',
  outcome: 'sort',
  day: 'day',
  decision: {
    of: '列入年度方案',
    admitted: '已列入年度方案',
    refused: '没有列入，不考',
    undecided: '还没有定是否列入年度方案',
  },
  adding: 'create',
  matters: ['rule-assessment', 'rule-veto', 'rule-boards-assessment', 'neg-pledges'],
  open: true,
  asked: {
    nouns: ['一票否决', '考核项目', '评比项目', '达标评比', '考核', '评比', '创建', '检查'],
    short: [],
    verbs: ['参加', '接受', '迎接', '做', '搞', '参与'],
    task: false,
    howToEnter: '在“考核评比登记”里记下：名称、年度、提出单位、考哪些指标、对方说的依据。',
  },
  looked: {
    nouns: ['考核评比', '考核', '评比', '创建'],
    shows: ['demander'],
    thisYear: true,
    asks: [],
  },
};
