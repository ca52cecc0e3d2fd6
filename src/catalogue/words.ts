import type { MatterSort, TriageClass } from './matters/schema.js';
import type { OutOfForce } from './rows.js';
import type { Evidence, ListKind, Status } from './schema.js';

/** Chinese words of the domain's codes, as commands and pages show them. */
export const KIND_WORDS: Record<ListKind, string> = {
  autonomy: '自治事项',
  assist: '依法协助事项',
  negative: '负面事项',
  'may-certify': '可出具证明',
  'must-not-certify': '不应出具证明',
  reference: '参考（他人职责）',
};
export const EVIDENCE_WORDS: Record<Evidence, string> = {
  primary: '已读全文',
  partial: '只见部分原文',
  secondary: '据报道转述，未见原件',
};
export const STATUS_WORDS: Record<Status, string> = {
  'in-force': '现行有效',
  superseded: '已被替代',
  repealed: '已废止',
  unknown: '效力不详',
};
export const SORT_WORDS: Record<MatterSort, string> = {
  paper: '证明',
  duty: '职责',
  demand: '诉求',
  rule: '规定',
};
export const TRIAGE_WORDS: Record<TriageClass, string> = {
  government: '诉求·大事',
  consult: '诉求·小事',
  self: '诉求·私事',
};
export const OUT_OF_FORCE_WORDS: Record<OutOfForce, string> = {
  'not-yet': '尚未施行',
  ended: '已到期',
  superseded: '已被替代',
  repealed: '已废止',
};
