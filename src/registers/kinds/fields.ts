import type { RegisterKind } from '../kind.js';

export const fields: RegisterKind = {
  id: 'fields',
  name: '数据项目录',
  is: '哪个数据项由哪个单位掌握：已经有单位掌握的，从那里共享，不再让社区重复采集。',
  word: '数据项',
  fields: [
    { key: 'day', label: '登记日期', sort: 'date', required: true },
    { key: 'name', label: '数据项', sort: 'text', required: true },
    { key: 'same', label: '其他叫法', sort: 'list' },
    { key: 'holder', label: '掌握单位', sort: 'text', required: true },
    { key: 'system', label: '所在系统', sort: 'text' },
    { key: 'shared', label: '可以共享', sort: 'yes' },
    { key: 'basis', label: '共享依据', sort: 'text' },
    { key: 'note', label: '备注', sort: 'text' },
  ],
  what: 'name',
  who: 'holder',
  outcome: null,
  day: 'day',
  decision: null,
  adding: 'create',
  matters: ['rule-data-sharing', 'rule-platform'],
  open: true,
  asked: null,
};
