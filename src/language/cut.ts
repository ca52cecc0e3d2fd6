import type { Span } from './span.js';

const QUOTES: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』', '《': '》', '‘': '’' };
/** Characters; a quotation left open for longer was never meant to close. */
const LONGEST_QUOTE = 300;

/** Cuts [start, end) behind each of the marks, quotations kept whole. Pieces come without the mark and without blanks. */
export function cutAt(text: string, start: number, end: number, marks: string): Span[] {
  const pieces: Span[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    const close = i < end ? QUOTES[text.charAt(i)] : undefined;
    if (close !== undefined) {
      const length = text.slice(i, Math.min(end, i + LONGEST_QUOTE)).indexOf(close);
      if (length > 0) i += length;
      continue;
    }
    if (i === end || (marks.includes(text.charAt(i)) && !isClock(text, i))) {
      const piece = trimmed(text, from, i);
      if (piece.end > piece.start) pieces.push(piece);
      from = i + 1;
    }
  }
  return pieces;
}

/** 16:00 is no place to cut. */
const isClock = (text: string, i: number) => /\d[:,]\d/u.test(text.slice(i - 1, i + 2));

/** The part of [start, end) without blanks around it. */
export function trimmed(text: string, start: number, end: number): Span {
  let [a, b] = [start, end];
  while (a < b && BLANK.test(text.charAt(a))) a++;
  while (b > a && BLANK.test(text.charAt(b - 1))) b--;
  return { start: a, end: b };
}

const BLANK = /\s/u;
