import type { Span } from './span.js';

/** The words of a stretch of a text that was cut once; a word on its edge is cut off there. */
export type CutWords = (stretch: Span) => string[];

/** @param words of the whole text, in order; together they are the text again */
export function cutWords(text: string, words: readonly string[]): CutWords {
  const starts: number[] = [];
  let at = 0;
  for (const word of words) {
    starts.push(at);
    at += word.length;
  }
  return ({ start, end }) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= start) low = middle;
      else high = middle - 1;
    }
    const found: string[] = [];
    for (let i = low; i < starts.length && (starts[i] as number) < end; i++) {
      const from = Math.max(start, starts[i] as number);
      const to = Math.min(end, (starts[i] as number) + (words[i] as string).length);
      if (to > from) found.push(text.slice(from, to));
    }
    return found;
  };
}
