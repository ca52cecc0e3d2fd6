import { signsAt } from '../layout/bullets.js';
import type { Span } from '../span.js';

/** The smallest stretch that is weighed by itself: what stands between two marks, a bracket, or a cell of a table. */
export interface Unit extends Span {
  readonly text: string;
  /** Which line and which sentence of the text it stands in. */
  readonly line: number;
  readonly sentence: number;
  /** The mark in front of it and the one behind it. */
  readonly before: string;
  readonly after: string;
}

const ENDS = new Set('。;!?\n\r');
const MARKS = new Set(',:\t|｜');
const INSIDE = new Set(',:;。');
/** Shorter brackets hold a number or a letter. */
const SHORTEST_BRACKET = 3;
const WORDS = /[\p{L}\p{N}]/u;

/**
 * Cuts a folded text into units, in its order; a bracket lies between those around it.
 * @param hidden the brackets
 */
export function unitsOf(text: string, hidden: readonly Span[]): Unit[] {
  const units: Unit[] = [];
  const closing = new Map(hidden.map(({ start, end }) => [start, end]));
  let [from, line, sentence, before] = [0, 0, 0, '\n'];
  const close = (end: number, mark: string, behind: string, next: number) => {
    const own = trimmedTo(text, from, end);
    if (WORDS.test(own.text)) units.push({ ...own, line, sentence, before, after: mark });
    before = behind;
    from = next;
  };
  for (let i = 0; i < text.length; i++) {
    const mark = text.charAt(i);
    const end = closing.get(i) ?? 0;
    const signs = signsAt(text, i);
    if (signs > 0) {
      close(i, ITEM, ITEM, i + signs);
      sentence++;
      i += signs - 1;
    } else if (end - i >= SHORTEST_BRACKET) {
      close(i, '(', '(', i + 1);
      for (let k = i + 1; k < end - 1; k++) {
        const inner = text.charAt(k);
        if (INSIDE.has(inner) && !isClock(text, k)) close(k, inner, `(${inner}`, k + 1);
      }
      close(end - 1, ')', ')', end);
      i = end - 1;
    } else if (ENDS.has(mark)) {
      close(i, mark, mark, i + 1);
      sentence++;
      if (mark === '\n') line++;
    } else if (MARKS.has(mark) && !isClock(text, i)) close(i, mark, mark, i + 1);
    else if (isGap(text, i, from)) close(i, GAP, GAP, i + 1);
  }
  close(text.length, '\n', '\n', text.length);
  return units;
}

/** What stands around an item that a sign begins: the end of a line, which it might as well have. */
const ITEM = '\n';
const GAP = '  ';
/** Two blanks behind something stand between columns of an aligned table. */
const isGap = (text: string, i: number, from: number) =>
  text.startsWith(GAP, i) && text.slice(from, i).trim() !== '';
const isClock = (text: string, i: number) => /\d[:,]\d/u.test(text.slice(i - 1, i + 2));

function trimmedTo(text: string, from: number, to: number): Span & { text: string } {
  let [start, end] = [from, to];
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--;
  return { start, end, text: text.slice(start, end) };
}
