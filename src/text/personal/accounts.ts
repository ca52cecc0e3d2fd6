/** E-mail addresses, QQ and 微信 accounts. */
import type { PersonalKind, PersonalSpan } from './kinds.js';

/** The sign itself, or what people write for it to hide an address from robots. */
const AT = /@|\[at\]|\(at\)|#at#/giu;
/** In characters: what is looked at on either side of the sign. RFC 5321 allows 64 in front. */
const REACH = 66;
const LOCAL_PART = /[a-z0-9_%+-]+(?: ?\. ?[a-z0-9_%+-]+)*\s{0,2}$/iu;
const DOMAIN = /^\s{0,2}[a-z0-9-]+(?: ?\. ?[a-z0-9-]+)* ?\. ?[a-z]{2,}/iu;

const QQ =
  /(?<![a-z])(?:qq|扣扣|企鹅号|q号)(?:号码|账号|帐号|群号|群|号)?\s{0,2}(?:是|为|:|=)?\s{0,2}([1-9]\d{4,10})(?!\d)/giu;
/** A name of one's own begins with a letter and has six to twenty characters (微信's rule). */
const WECHAT =
  /(?:微信|威信|薇信|v信|加v|(?<![a-z])(?:wechat|weixin|[wv]x)(?![a-z]))(号码|号|账号|帐号|id)?\s{0,2}(?:是|为|叫|:|=)?\s{0,2}([a-z][\w-]{5,19})(?![\w-])/giu;
/** The name that 微信 gives by itself. */
const WECHAT_OWN = /(?<![a-z])wxid_[a-z0-9]{6,30}/giu;
const LATIN_OR_DIGIT = /[a-zA-Z\d]/u;
/** 微信 weixin: only a word. */
const NOT_A_WORD = /[\d_-]/u;

/** Accounts in a folded text. */
export function accountSpans(folded: string): PersonalSpan[] {
  if (!LATIN_OR_DIGIT.test(folded)) return [];
  const spans = mailSpans(folded);
  for (const match of folded.matchAll(QQ)) spans.push(atEnd('qq', match, match[1]));
  for (const match of folded.matchAll(WECHAT)) {
    const [, called, name = ''] = match;
    if (called !== undefined || NOT_A_WORD.test(name)) spans.push(atEnd('wechat', match, name));
  }
  for (const match of folded.matchAll(WECHAT_OWN)) spans.push(atEnd('wechat', match, match[0]));
  return spans;
}

function mailSpans(folded: string): PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  for (const { index, 0: sign } of folded.matchAll(AT)) {
    const end = index + sign.length;
    const local = LOCAL_PART.exec(folded.slice(Math.max(0, index - REACH), index));
    const domain = local && DOMAIN.exec(folded.slice(end, end + REACH));
    if (local && domain)
      spans.push({ kind: 'email', start: index - local[0].length, end: end + domain[0].length });
  }
  return spans;
}

/** A span that ends where the match does. */
function atEnd(kind: PersonalKind, match: RegExpMatchArray, found = ''): PersonalSpan {
  const end = (match.index ?? 0) + match[0].length;
  return { kind, start: end - found.length, end };
}
