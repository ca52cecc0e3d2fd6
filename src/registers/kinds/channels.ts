import type { RegisterKind } from '../kind.js';

export const channels: RegisterKind = {
  id: 'channels',
  name: '应用、工作群和打卡登记',
  is: '谁要社区装什么App、进什么群、打什么卡、完成什么指标。',
  word: '应用',
  fields: [
    { key: 'day', label: '提出日期', sort: 'date', required: true },
    { key: 'name', label: '名称', sort: 'text', required: true },
    {
      key: 'sort',
      label: '类别',
      sort: 'choice',
      choices: ['App', '小程序', '公众号', '工作群', '打卡', '网络投票', '其他'],
      required: true,
    },
    { key: 'demander', label: '要求单位', sort: 'text', required: true },
    { key: 'basis', label: '对方说的依据', sort: 'text' },
    { key: 'target', label: '要求做到什么', sort: 'text', hint: '如 注册率、每天打卡、积分、截图' },
    { key: 'members', label: '涉及人数', sort: 'whole' },
    { key: 'note', label: '备注', sort: 'text' },
  ],
  what: 'name',
  who: 'demander',
  outcome: 'sort',
  day: 'day',
  decision: { of: '准入', admitted: '已准入', refused: '不予准入', undecided: '没有见到准入' },
  adding: 'create',
  matters: ['rule-apps', 'neg-apps', 'rule-platform'],
  open: true,
  asked: {
    nouns: ['小程序', '公众号', '工作群', '微信群', 'app', '应用', '软件', '打卡', '个群'],
    short: ['群'],
    verbs: ['装', '下', '下载', '注册', '打', '进', '加', '关注', '用'],
    task: true,
    howToEnter: '在“应用、工作群和打卡登记”里记下：名称、类别、要求单位、对方说的依据、要求做到什么。',
  },
  looked: {
    nouns: ['app', '应用', '工作群', '微信群', '打卡'],
    shows: ['demander'],
    thisYear: false,
    asks: [
      {
        want: 'entries',
        pattern: '(?:一共|总共|都)?(?:建|进|加|装)了(?:几|多少|哪些)个?(?:工作群|微信群|群|app|应用|软件)',
      },
    ],
  },
};
