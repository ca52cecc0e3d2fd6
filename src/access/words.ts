import type { Action, Role, Subject } from './roles.js';

export const ROLE_NAMES = {
  worker: '社区工作者',
  secretary: '社区书记',
  street: '街道',
  'county-lead': '区县主管',
  'county-department': '区县部门',
  city: '市级',
  admin: '管理员',
  auditor: '审计',
} as const satisfies Record<Role, string>;

export const SUBJECT_NAMES = {
  list: '清单',
  admission: '准入事项',
  case: '诉求',
  register: '登记簿',
  inspection: '督察',
  lookback: '回头看',
  review: '未答问题',
  audit: '变更记录',
  user: '用户',
  key: '密钥',
} as const satisfies Record<Subject, string>;

export const ACTION_NAMES = {
  read: '查看',
  create: '新建',
  change: '修改',
  decide: '决定',
  delete: '删除',
  export: '导出',
} as const satisfies Record<Action, string>;
