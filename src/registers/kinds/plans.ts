import type { RegisterKind } from '../kind.js';

export const plans: RegisterKind = {
  id: 'plans',
  name: '年度综合考评方案',
  is: '一个区县一年一个综合考评方案，各部门的指标并在里面；公布后没有列入的不再考。',
  word: '方案',
  fields: [
    { key: 'day', label: '公布日期', sort: 'date', required: true },
    { key: 'name', label: '方案名称', sort: 'text', required: true },
    { key: 'year', label: '年度', sort: 'whole', required: true },
    { key: 'issuer', label: '公布单位', sort: 'text', required: true },
    { key: 'number', label: '文号', sort: 'text' },
    { key: 'before', label: '整合前考核项数', sort: 'whole', hint: '没有统计过就空着' },
    { key: 'beforeContests', label: '整合前评比项数', sort: 'whole', hint: '没有统计过就空着' },
    { key: 'note', label: '备注', sort: 'text' },
  ],
  what: 'name',
  who: 'issuer',
  outcome: null,
  day: 'day',
  decision: null,
  adding: 'decide',
  matters: ['rule-assessment', 'rule-assessment-counts'],
  open: true,
  asked: null,
  looked: {
    nouns: ['年度综合考评方案', '综合考评方案', '考评方案'],
    shows: [],
    thisYear: false,
    asks: [],
  },
};
