/** The kinds of personal data that are hidden, and where they stand. */

export type PersonalKind =
  | 'id-card'
  | 'phone'
  | 'bank-card'
  | 'number'
  | 'document'
  | 'plate'
  | 'email'
  | 'qq'
  | 'wechat'
  | 'name'
  | 'address';

/** A stretch of a text that is personal; `start` and `end` count characters. */
export interface PersonalSpan {
  kind: PersonalKind;
  start: number;
  end: number;
}

/** What is shown in place of each kind. */
export const MASKS: Readonly<Record<PersonalKind, string>> = {
  'id-card': '〔身份证号〕',
  phone: '〔电话〕',
  'bank-card': '〔银行卡号〕',
  number: '〔号码〕',
  document: '〔证件号〕',
  plate: '〔车牌号〕',
  email: '〔邮箱〕',
  qq: '〔QQ号〕',
  wechat: '〔微信号〕',
  name: '〔姓名〕',
  address: '〔住址〕',
};

/**
 * Spans in order, those that overlap as one: nothing of either is shown, and it is called after the one that starts
 * first, of two that start together the longer.
 */
export function joinedSpans(spans: readonly PersonalSpan[]): PersonalSpan[] {
  const joined: PersonalSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const before = joined.at(-1);
    if (before !== undefined && span.start < before.end) before.end = Math.max(before.end, span.end);
    else joined.push({ ...span });
  }
  return joined;
}
