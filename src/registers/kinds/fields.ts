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
  looked: {
    nouns: ['数据项', '数据目录', '字段'],
    shows: ['holder', 'system', 'shared'],
    thisYear: false,
    asks: [
      {
        want: 'shared',
        pattern:
          '(?<name>.{0,20}?)(?:[这那]一?(?:个|项|几个)?)?(?:数据项|数据|字段|信息|栏目|栏),?(?:在)?(?:别的|其他|其它|另外的?|还有哪些|还有别的|有哪些|有几张|有几个|哪些|几张|几个|多少张?|哪张|哪个)(?:表格|报表|台账|表|单位|部门)(?:里|上)?(?:也|都|还)?(?:在)?(?:要|收|采集|采|填|报|有)(?:过|的|了)?(?:吗|没有|没)?',
      },
      {
        want: 'shared',
        pattern:
          '(?<name>.{2,12}?)(?:在)?(?:别的|其他|其它)(?:表格|报表|台账|表)(?:里|上)?(?:也|都|还)?(?:在)?(?:要|收|采集|采|填|报|有)(?:过|了)?(?:吗|没有|没)',
      },
      {
        want: 'shared',
        pattern:
          '(?:有)?(?:哪些|有没有|什么|多少)(?:数据项|数据|字段|信息|栏目)(?:是|在|被|都)?(?:重复采集|重复填报|重复填|重复报|重复要|重复|(?:好)?几个单位都?要|(?:好)?几张表都?要|多头采集)(?:的|了)?',
      },
      {
        want: 'shared',
        pattern:
          '(?:重复采集|重复填报|重复填|重复报|重复要|重复|多头采集)的?(?:数据项|数据|字段|信息|栏目)(?:有哪些|是哪些|有什么|有多少)?',
      },
    ],
  },
};
