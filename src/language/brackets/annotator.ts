import type { Annotator } from '../annotator.js';
import type { Span } from '../span.js';

/** Brackets that are part of a name: 村(社区), 村(居)委会, 各办(所). */
const PART_OF_NAME = /[村社区居办]\((?:社区|村|居|居委会|居民|所)\)$/u;
const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '〔': '〕', '【': '】', '{': '}' };
/** Characters; a bracket left open for longer than this was never meant to close. */
const LONGEST = 300;

/** What stands in brackets says nothing of who does what. */
export const brackets: Annotator = {
  name: 'brackets',
  requires: ['plain'],
  assigns: ['hidden'],
  annotate: ({ plain }) => ({ hidden: bracketsOf(plain) }),
};

/** The brackets of a text, those that are part of a name left out. */
export function bracketsOf(text: string): Span[] {
  const spans: Span[] = [];
  for (let start = 0; start < text.length; start++) {
    const close = PAIRS[text.charAt(start)];
    if (close === undefined) continue;
    const length = text.slice(start, start + LONGEST + 1).indexOf(close);
    if (length < 0) continue;
    const end = start + length + 1;
    if (PART_OF_NAME.test(text.slice(Math.max(0, start - 1), end))) continue;
    spans.push({ start, end });
    start = end - 1;
  }
  return spans;
}
