import type { RegisterKind } from '../kind.js';

export const covenants: RegisterKind = {
  id: 'covenants',
  name: '村规民约和居民公约登记',
  is: '规约哪天通过、哪天报备案、审过没有、有没有要改的。',
  word: '规约',
  fields: [
    { key: 'day', label: '通过日期', sort: 'date', required: true },
    { key: 'name', label: '名称', sort: 'text', required: true },
    { key: 'sort', label: '类别', sort: 'choice', choices: ['村规民约', '居民公约', '其他'], required: true },
    { key: 'filed', label: '备案日期', sort: 'date' },
    { key: 'filedWith', label: '备案机关', sort: 'text' },
    { key: 'reviewed', label: '合法性审查日期', sort: 'date' },
    { key: 'problems', label: '审查发现的问题', sort: 'list', hint: '没有就空着' },
    { key: 'mended', label: '问题已经改好', sort: 'yes' },
    { key: 'note', label: '备注', sort: 'text' },
  ],
  what: 'name',
  who: 'filedWith',
  outcome: 'sort',
  day: 'day',
  decision: null,
  adding: 'create',
  matters: ['duty-covenant'],
  open: true,
  asked: null,
};
