import type { RegisterKind } from '../kind.js';

/** How often something is asked for, with how many times that is in a year; null where nobody can say. */
export const TIMES_A_YEAR: Readonly<Record<string, number | null>> = {
  每日: 365,
  每周: 52,
  每半月: 24,
  每月: 12,
  每季度: 4,
  每半年: 2,
  每年: 1,
  一次性: 1,
  不定期: null,
};

export const FREQUENCIES = Object.keys(TIMES_A_YEAR);

/** Levels of those who ask. */
export const LEVELS = ['中央', '省（市）', '市（州）', '区县', '乡镇（街道）', '其他'] as const;

export const forms: RegisterKind = {
  id: 'forms',
  name: '报表台账登记',
  is: '谁要社区填什么表、建什么台账、多久一次、凭什么；没有准入的新表先准入。',
  word: '报表',
  fields: [
    { key: 'day', label: '提出日期', sort: 'date', required: true },
    { key: 'name', label: '报表或台账名称', sort: 'text', required: true },
    { key: 'sort', label: '类别', sort: 'choice', choices: ['报表', '台账', '信息采集', '材料', '其他'] },
    { key: 'demander', label: '要求单位', sort: 'text', required: true },
    { key: 'level', label: '要求单位层级', sort: 'choice', choices: LEVELS },
    { key: 'frequency', label: '多久一次', sort: 'choice', choices: FREQUENCIES, required: true },
    { key: 'basis', label: '对方说的依据', sort: 'text' },
    { key: 'fields', label: '要填的数据项', sort: 'list', hint: '用顿号隔开，如 姓名、身份证号、住址' },
    {
      key: 'means',
      label: '怎么报',
      sort: 'choice',
      choices: ['纸质', '电子表格', '系统或App', '微信群', '电话', '其他'],
    },
    { key: 'hours', label: '每次约用小时', sort: 'whole' },
    { key: 'note', label: '备注', sort: 'text' },
  ],
  what: 'name',
  who: 'demander',
  outcome: 'frequency',
  day: 'day',
  decision: { of: '准入', admitted: '已准入', refused: '不予准入', undecided: '没有见到准入' },
  adding: 'create',
  matters: ['rule-forms', 'neg-forms', 'rule-inspections', 'rule-data-sharing'],
  open: true,
  asked: {
    nouns: [
      '统计报表',
      '信息采集表',
      '统计表',
      '登记表',
      '汇总表',
      '摸底表',
      '排查表',
      '信息表',
      '采集表',
      '调查表',
      '申报表',
      '花名册',
      '电子台账',
      '报表',
      '台账',
      '表格',
      '张表',
      '份表',
      '个表',
      '填的表',
    ],
    short: ['表'],
    verbs: ['填', '报', '填报', '上报', '做', '建', '交'],
    task: true,
    howToEnter: '在“报表台账登记”里记下：表名、要求单位、多久一次、对方说的依据、要填哪些数据项。',
  },
  looked: {
    nouns: ['报表台账', '报表', '台账', '表格'],
    shows: ['demander', 'frequency', 'basis'],
    thisYear: false,
    asks: [
      {
        want: 'entries',
        pattern:
          '(?:现在|一共|总共|都)*要?(?:填|报)(?:着|了)?(?:几|多少)(?:张|种|份|个)?(?:表格|报表|台账|表)',
      },
      {
        want: 'entries',
        state: 'recorded',
        pattern: '(?:有)?(?:哪些|几张|多少张?)(?:表|报表|台账)(?:还)?(?:没有|没|未)(?:办|经过)?准入(?:过)?',
      },
    ],
  },
};
