import type { Segmenter } from './segmenter.js';

/** A listed word found in a text. `start` and `end` are UTF-16 offsets. */
export interface WordMatch {
  word: string;
  start: number;
  end: number;
}

/**
 * Finds listed words in a text, from left to right, the longest at each place, and only where they begin and end with
 * a word of the segmenter: 整 in 整一个证明, not in 整治.
 */
export function createWordFinder(
  words: Iterable<string>,
  segmenter: Segmenter,
): (text: string) => WordMatch[] {
  const byFirst = new Map<string, string[]>();
  for (const word of words) {
    const first = word.charAt(0);
    if (first !== '') byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return (text) => {
    const found: WordMatch[] = [];
    let borders: Set<number> | undefined;
    for (let at = 0; at < text.length; at++) {
      const candidates = byFirst.get(text.charAt(at))?.filter((word) => text.startsWith(word, at)) ?? [];
      if (candidates.length === 0) continue;
      borders ??= wordBorders(segmenter.cut(text));
      if (!borders.has(at)) continue;
      const word = candidates.find((candidate) => borders?.has(at + candidate.length));
      if (word === undefined) continue;
      found.push({ word, start: at, end: at + word.length });
      at += word.length - 1;
    }
    return found;
  };
}

function wordBorders(words: readonly string[]): Set<number> {
  const borders = new Set([0]);
  let at = 0;
  for (const word of words) {
    at += word.length;
    borders.add(at);
  }
  return borders;
}
