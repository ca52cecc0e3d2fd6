/** Characters between the parts of 罚…元. */
const APART = 12;

/** Where a wording stands in a sentence; null where it doesn't. */
export interface Found {
  start: number;
  end: number;
}

/** Every place of a wording, whose parts (罚…元) stand in this order, not far apart. */
export function* placesOf(wording: string, sentence: string): Generator<Found> {
  const [first = '', second] = wording.split('…');
  for (let start = sentence.indexOf(first); start >= 0; start = sentence.indexOf(first, start + 1)) {
    const end = start + first.length;
    if (second === undefined) yield { start, end };
    else {
      const gap = sentence.slice(end, end + APART + second.length).indexOf(second);
      if (gap >= 0) yield { start, end: end + gap + second.length };
    }
  }
}

/** Whether one of the wordings stands in a sentence. */
export const hasOne = (wordings: readonly string[] | undefined, sentence: string): boolean =>
  (wordings ?? []).some((wording) => !placesOf(wording, sentence).next().done);

/** Characters in front of a wording in which a negation counts: 不得以任何名义向村民罚款. */
const REACH = 12;
/** What a negation speaks of ends here: 不得乱倒垃圾违者罚款, 不牵绳的罚款. */
const ENDS = /[，,]|违者|否则|违反|的(?=[^，,]*$)/gu;

/** Whether a wording is negated: by 不 right in front, or by a word shortly before with nothing ending in between. */
export function isNegated({ start }: Found, sentence: string, negations: readonly string[]): boolean {
  if (sentence[start - 1] === '不') return true;
  const before = sentence.slice(Math.max(0, start - REACH), start);
  const end = [...before.matchAll(ENDS)].at(-1);
  const near = before.slice(end === undefined ? 0 : end.index + end[0].length);
  return negations.some((word) => near.includes(word));
}

/** The part between commas in which a place stands, and where it begins. */
export function partAround({ start }: Found, sentence: string): { text: string; start: number } {
  const from = Math.max(sentence.lastIndexOf('，', start), sentence.lastIndexOf(',', start)) + 1;
  const ends = [sentence.indexOf('，', start), sentence.indexOf(',', start)].filter((at) => at >= 0);
  return { text: sentence.slice(from, Math.min(sentence.length, ...ends)), start: from };
}
