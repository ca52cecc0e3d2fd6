import type { Terms } from './terms.js';

/** Shortest word that is looked for inside another, and shortest word that is searched. */
const PART = 2;
const WHOLE = 3;
/**
 * Longest word that is looked for inside another, in characters: no word of a dictionary is longer, and a number or
 * a Latin string of any length is read in a time that grows with its length.
 */
const LONGEST_PART = 16;

/**
 * The proper parts of a word that `known` holds as words, e.g. 公积金 and 住房 in 住房公积金; each once, left
 * to right, none longer than sixteen characters.
 */
export function subWords(word: string, known: (part: string) => number): number[] {
  const chars = Array.from(word);
  if (chars.length < WHOLE) return [];
  const found = new Set<number>();
  for (let start = 0; start + PART <= chars.length; start++) {
    for (let end = start + PART; end <= Math.min(chars.length, start + LONGEST_PART); end++) {
      if (end - start === chars.length) continue;
      const part = known(chars.slice(start, end).join(''));
      if (part >= 0) found.add(part);
    }
  }
  return [...found];
}

/** For every word of the index the words inside it; words without any are left out. */
export function subWordTable(terms: Terms): Map<number, Int32Array> {
  const table = new Map<number, Int32Array>();
  for (const [word, term] of terms.words()) {
    const parts = subWords(word, (part) => terms.word(part));
    if (parts.length > 0) table.set(term, Int32Array.from(parts));
  }
  return table;
}
