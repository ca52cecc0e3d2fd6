import type { TriageClass } from '#catalogue/matters/schema.js';
import type { CaseKind, CaseSource, CaseState, Result } from './case.js';
import type { CaseEventType } from './events.js';
import type { DueFor } from './limits.js';

export const STATE_WORDS: Readonly<Record<CaseState, string>> = {
  received: '已接件',
  consulting: '协商中',
  routed: '已流转',
  returned: '已退回，待重新办理',
  resolved: '已有结果，待出件',
  replied: '已出件，待回访',
  closed: '已办结',
  withdrawn: '已撤回',
};

export const CLASS_WORDS: Readonly<Record<TriageClass, string>> = {
  government: '大事（政府快办）',
  consult: '小事（协商共办）',
  self: '私事（引导自办）',
};

export const classWords = (of: TriageClass | null): string => (of === null ? '待分流' : CLASS_WORDS[of]);

export const KIND_WORDS: Readonly<Record<CaseKind, string>> = { demand: '诉求', paper: '开证明' };

export const SOURCE_WORDS: Readonly<Record<CaseSource, string>> = {
  window: '窗口',
  phone: '电话记录',
  chat: '对话',
  page: '网页',
};

export const DUE_WORDS: Readonly<Record<DueFor, string>> = {
  move: '分流流转',
  result: '办出结果',
  reply: '出件答复',
  visit: '回访',
};

export const OUTCOME_WORDS: Readonly<Record<Result['outcome'], string>> = {
  done: '已办理',
  guided: '已引导自办',
  agreed: '协商一致',
  issued: '已出具证明',
  refused: '不予出具证明',
};

export const EVENT_WORDS: Readonly<Record<CaseEventType | 'open', string>> = {
  open: '接件',
  sort: '分流',
  route: '流转',
  return: '退回',
  escalate: '提级',
  meet: '协商',
  guide: '引导',
  resolve: '报送结果',
  issue: '出具证明',
  refuse: '不予出具',
  reply: '出件',
  visit: '回访',
  close: '办结',
  withdraw: '撤回',
  extend: '延期',
  attach: '添加附件',
  remind: '提醒',
};
