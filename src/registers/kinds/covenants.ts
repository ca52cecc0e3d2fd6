import type { RegisterKind } from '../kind.js';

/** 阳光社区的村规民约, or only 居民公约. */
const CHARTER =
  '(?:(?<place>.{2,12}?(?:社区|村))的?)?(?:村规民约|居民公约|村规|规约|公约)(?:都|已经|到底|现在)?';
const SINCE = '(?:是)?(?:哪天|哪年|哪一天|哪一年|什么时候|几时|何时)';
const YET = '(?:了没有|过没有|了没|过没|了吗|过吗|没有|没)';

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
  looked: {
    nouns: ['村规民约和居民公约', '村规民约', '居民公约', '规约', '公约'],
    shows: ['filed', 'filedWith', 'reviewed', 'problems', 'mended'],
    thisYear: false,
    asks: [
      {
        want: 'entries',
        field: 'filed',
        pattern: `${CHARTER}(?:有没有|有)?(?:去|报|报送)?(?:备案|报备)${YET}`,
      },
      { want: 'entries', field: 'filed', pattern: `${CHARTER}有没有(?:去|报|报送)?(?:备案|报备)(?:过|了)?` },
      { want: 'entries', field: 'filed', pattern: `${CHARTER}${SINCE}(?:备案|报备)的?` },
      {
        want: 'entries',
        field: 'filed',
        pattern:
          '(?:有)?(?:哪些|哪个|几个|多少)(?:社区|村)的?(?:村规民约|居民公约|规约|公约)?(?:还)?(?:没有|没|未)(?:去|报)?(?:备案|报备)(?:过)?的?',
      },
      {
        want: 'entries',
        field: 'reviewed',
        pattern: `${CHARTER}(?:有没有|有)?(?:做|经过|过)?(?:合法性)?(?:审查|审核|审)${YET}`,
      },
      { want: 'entries', field: 'day', pattern: `${CHARTER}${SINCE}(?:通过|表决|定|订|修订|改)的?` },
    ],
  },
};
