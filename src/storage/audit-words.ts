import { TRANSITIONS } from '#admission/transitions.js';
import { EVENT_WORDS } from '#cases/words.js';

/** What the log of changes calls what was done, in words. */
export const ACTION_WORDS: Readonly<Record<string, string>> = {
  'document-published': '发布清单文件',
  'document-withdrawn': '撤下清单文件',
  'text-attached': '附上全文',
  'text-detached': '取下全文',
  'regions-loaded': '导入乡镇街道、村社区',
  'wordings-proposed': '提出问法',
  'wordings-accepted': '接受问法',
  'wordings-rejected': '退回问法',
  'wordings-withdrawn': '撤回问法',
  'wordings-revoked': '撤销问法',
  'question-kept': '留存问题',
  'question-dropped': '去掉留存的问题',
  'notice-corrected': '改正研判',
  'edition-kept': '启用新的知识库',
  'case-opened': '接件',
  'register-added': '登记一条',
  'inspection-begun': '开始督察',
  'inspection-found': '督察发现问题',
  'report-made': '出月报',
  'user-added': '建用户',
  'user-changed': '改用户',
  'user-deleted': '删除个人记录',
  'key-added': '发放密钥',
  'key-revoked': '停用密钥',
  'records-purged': '到期清理',
  'shared-page-removed': '撤下分享的回答',
  'answers-digested': '记下答复的总和',
};
const ROOMS: readonly (readonly [prefix: string, room: string])[] = [
  ['case-', '诉求'],
  ['admission-', '准入'],
  ['register-', '登记簿'],
  ['inspection-', '督察'],
];

const ADMISSION_WORDS: Readonly<Record<string, string>> = {
  create: '建草稿',
  ...Object.fromEntries(Object.entries(TRANSITIONS).map(([type, { name }]) => [type, name])),
};
/** Steps by the name of their room. */
const STEP_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  诉求: EVENT_WORDS,
  准入: ADMISSION_WORDS,
  登记簿: { amend: '修改', admit: '同意', refuse: '不同意', reopen: '重新研究', end: '停用' },
  督察: {
    'sheet-answer': '填自查表',
    'sheet-submit': '交自查表',
    'sheet-return': '退回自查表',
    'start-visits': '开始明察暗访',
    rectify: '报整改',
    recheck: '复查',
    extend: '延期',
    close: '办结',
  },
};

/** A step of a record is named by its room and the step. */
export function actionWords(action: string): string {
  const known = ACTION_WORDS[action];
  if (known !== undefined) return known;
  const [prefix, room] = ROOMS.find(([start]) => action.startsWith(start)) ?? [];
  if (prefix === undefined || room === undefined) return action;
  const step = action.slice(prefix.length);
  return `${room}：${STEP_WORDS[room]?.[step] ?? step}`;
}
