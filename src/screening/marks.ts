/** Stands for the characters of a bracket, which say nothing of who does what. */
export const HIDDEN = '\u0000';

/** Brackets that are part of a name: 村(社区), 村(居)委会, 各办(所). */
const PART_OF_NAME = /[村社区居办]\((?:社区|村|居|居委会|居民|所)\)$/u;
const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '〔': '〕', '【': '】', '{': '}' };
const QUOTES: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』', '《': '》', '‘': '’' };
/** A bracket left open for longer than this was never meant to close. */
const LONGEST_BRACKET = 300;

/** The text with its brackets hidden, of the same length. */
export function withoutBrackets(text: string): string {
  let seen = '';
  for (let i = 0; i < text.length; i++) {
    const close = PAIRS[text.charAt(i)];
    const end = close === undefined ? -1 : text.indexOf(close, i);
    if (end < 0 || end - i > LONGEST_BRACKET || PART_OF_NAME.test(text.slice(i - 1, end + 1))) {
      seen += text.charAt(i);
      continue;
    }
    seen += HIDDEN.repeat(end - i + 1);
    i = end;
  }
  return seen;
}

/** Cuts [start, end) behind each of the marks, quotations kept whole. Pieces come without the mark and without blanks. */
export function cutAt(
  text: string,
  start: number,
  end: number,
  marks: string,
): { start: number; end: number }[] {
  const pieces: { start: number; end: number }[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    const close = QUOTES[text.charAt(i)];
    if (close !== undefined) {
      const until = text.indexOf(close, i);
      if (until > i && until < end && until - i < LONGEST_BRACKET) i = until;
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

/** The part of [start, end) without blanks and hidden characters around it. */
export function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let [a, b] = [start, end];
  while (a < b && isBlank(text.charAt(a))) a++;
  while (b > a && isBlank(text.charAt(b - 1))) b--;
  return { start: a, end: b };
}

const isBlank = (c: string) => c === HIDDEN || /\s/u.test(c);
