import type { ListKind } from '#catalogue/schema.js';

/** The kinds of list as answers name them. */
export const KIND_NAME = {
  autonomy: '自治事项',
  assist: '依法协助事项',
  negative: '负面事项',
  'may-certify': '可以出具的证明',
  'must-not-certify': '不应出具的证明',
  reference: '参考',
} as const satisfies Record<ListKind, string>;

export const namesOf = (kinds: readonly ListKind[]): string =>
  kinds.map((kind) => KIND_NAME[kind]).join('、');
