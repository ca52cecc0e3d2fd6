/**
 * Signs that stand in front of an item without being a number: arrows, shapes and their fillings, dingbats, emoji, the
 * round bullet and the reference mark. By blocks of Unicode, since every phone has others.
 */
const SIGNS = '•※\\u2190-\\u21FF\\u25A0-\\u27BF\\u2B00-\\u2BFF\\u{1F000}-\\u{1FAFF}';
/** What makes another picture of the sign before it. */
const JOINED = '[\\uFE0E\\uFE0F\\u200D\\u{1F3FB}-\\u{1F3FF}]*';
/** Dashes, stars and dots are bullets only at the start of a line: inside they belong to words. */
const AT_START_ONLY = '\\-—–·*';

/** Bullets in front of a line, with the blanks behind them. */
export const BULLETS = new RegExp(`^(?:[${SIGNS}${AT_START_ONLY}]${JOINED})+\\s*`, 'u');
/** A sign that begins an item wherever it stands, with all that follows of it. */
const SIGN = new RegExp(`(?:[${SIGNS}]${JOINED}[^\\S\\n]*)+`, 'uy');

/** UTF-16 units of the signs that begin an item at a place; 0 where none do. */
export function signsAt(text: string, at: number): number {
  SIGN.lastIndex = at;
  return SIGN.exec(text)?.[0].length ?? 0;
}
