import { expect, it } from 'vitest';
import { readDefaultWords } from '#search/default-words.js';
import { createMatcher, createSearchLexicon, indexEntries, packIndex, unpackIndex } from '#search/index.js';
import { CORPUS, QUESTIONS } from './corpus.js';

const words = readDefaultWords();
const lexicon = createSearchLexicon(words);
const bytes = packIndex(indexEntries(CORPUS, { words }), 'corpus');

it('gives the same results when it was packed and unpacked', () => {
  const built = createMatcher(CORPUS);
  const read = createMatcher(CORPUS, { index: unpackIndex(bytes, 'corpus', lexicon) });
  for (const [question] of QUESTIONS) expect(read.match(question)).toEqual(built.match(question));
});

it('counts for nothing under another key', () => {
  expect(unpackIndex(bytes, 'another corpus', lexicon)).toBeUndefined();
});

it('refuses bytes that are cut off', () => {
  expect(() => unpackIndex(bytes.subarray(0, bytes.length - 10), 'corpus', lexicon)).toThrow(/QD-FILE|坏/u);
});

it('is read from wherever its bytes stand', () => {
  const moved = new Uint8Array(bytes.length + 1);
  moved.set(bytes, 1);
  const read = createMatcher(CORPUS, { index: unpackIndex(moved.subarray(1), 'corpus', lexicon) });
  const question = QUESTIONS[0]?.[0] ?? '';
  expect(read.search(question)).toEqual(createMatcher(CORPUS).search(question));
});
