import type { RegisterKind } from '../kind.js';

/** The four classes that the reply letter names: 社区生活服务类、公益慈善类、文体活动类、专业调处类. */
export const ORGANISATION_CLASSES = ['生活服务类', '公益慈善类', '文体活动类', '专业调处类'] as const;

export const organisations: RegisterKind = {
  id: 'organisations',
  name: '社区社会组织登记',
  is: '有哪些社区社会组织、属于哪一类、做得了什么、能承接哪些不该由社区做的事。',
  word: '社会组织',
  fields: [
    { key: 'day', label: '登记或备案日期', sort: 'date', required: true },
    { key: 'name', label: '名称', sort: 'text', required: true },
    { key: 'class', label: '类别', sort: 'choice', choices: ORGANISATION_CLASSES, required: true },
    {
      key: 'standing',
      label: '登记情况',
      sort: 'choice',
      choices: ['民政部门登记', '街道（乡镇）备案', '社区管理'],
    },
    {
      key: 'services',
      label: '能做的服务',
      sort: 'list',
      required: true,
      hint: '用顿号隔开，如 助老、助餐、纠纷调解',
    },
    { key: 'code', label: '统一社会信用代码', sort: 'text', unmasked: true },
    { key: 'staff', label: '专职人数', sort: 'whole' },
    { key: 'contact', label: '联系人', sort: 'text', personal: true },
    { key: 'tax', label: '享受的税费优惠', sort: 'text' },
    { key: 'note', label: '备注', sort: 'text' },
  ],
  what: 'name',
  who: null,
  outcome: 'class',
  day: 'day',
  decision: null,
  adding: 'create',
  matters: ['rule-social-organisations', 'rule-purchase'],
  open: true,
  asked: null,
  looked: {
    nouns: ['社区社会组织', '社会组织'],
    shows: ['class', 'services'],
    thisYear: false,
    asks: [],
  },
};
