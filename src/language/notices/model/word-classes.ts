import { featureHash } from './features.js';

/** Places of the table; two words that share one are taken for the same sort, which is seldom. */
const BITS = 18;
const MASK = 2 ** BITS - 1;
const FIRST_LETTER = 96;

/** First letters of jieba's tags for words (v verb, n noun, a adjective…) in a table by the word's hash. */
export function wordClasses(dictionary: string): Uint8Array {
  const table = new Uint8Array(MASK + 1);
  for (const line of dictionary.split('\n')) {
    const [word = '', count = '', tag = ''] = line.split(' ');
    if (Number(count) >= LEAST_SEEN) table[featureHash(word) & MASK] = tag.charCodeAt(0) - FIRST_LETTER;
  }
  return table;
}

/** Rarer words, 349,000 with them, would only share places with those that texts have. */
const LEAST_SEEN = 20;

/** The sort of a word as one letter; `m` for numbers, `?` for what the dictionary hasn't. */
export function classOf(classes: Uint8Array, word: string): string {
  if (/^\d/u.test(word)) return 'm';
  const code = classes[featureHash(word) & MASK] ?? 0;
  return code === 0 ? '?' : String.fromCharCode(code + FIRST_LETTER);
}
