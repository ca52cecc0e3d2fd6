import type { RegisterKind } from '../kind.js';

export const meetings: RegisterKind = {
  id: 'meetings',
  name: '会议登记',
  is: '谁叫社区开了什么会、几个人去、多长时间、与社区的事有没有关系。',
  word: '会议',
  fields: [
    { key: 'day', label: '开会日期', sort: 'date', required: true },
    { key: 'name', label: '会议名称', sort: 'text', required: true },
    { key: 'demander', label: '召集单位', sort: 'text', required: true },
    { key: 'form', label: '形式', sort: 'choice', choices: ['现场', '视频', '电话'] },
    { key: 'people', label: '社区参加人数', sort: 'whole' },
    { key: 'hours', label: '时长（小时）', sort: 'whole' },
    { key: 'related', label: '与社区职责有关', sort: 'yes' },
    { key: 'note', label: '备注', sort: 'text' },
  ],
  what: 'name',
  who: 'demander',
  outcome: 'related',
  day: 'day',
  decision: null,
  adding: 'create',
  matters: ['rule-meetings', 'neg-formalities'],
  open: true,
  asked: {
    nouns: ['培训会', '部署会', '推进会', '动员会', '调度会', '会议', '个会', '次会'],
    short: ['会'],
    verbs: ['参加', '开', '去', '到'],
    task: false,
    howToEnter: '在“会议登记”里记下：日期、会议名称、召集单位、去了几个人、与社区职责有没有关系。',
  },
  looked: {
    nouns: ['会议', '开会'],
    shows: ['demander', 'people', 'related'],
    thisYear: true,
    asks: [
      {
        want: 'summary',
        pattern: '(?:一共|总共|都)?(?:开|参加|去)(?:了|过)(?:几|多少)(?:次|个|场)?会议?了?',
      },
    ],
  },
};
