import type { Segmenter } from './segmenter.js';
import { createWordFinder } from './word-matches.js';

/** Standard word → the colloquial and dialect words for it, as in knowledge/lexicon/dialect.yaml. */
export type DialectLexicon = Readonly<Record<string, readonly string[]>>;

/** Every dialect word of a lexicon: a segmenter that knows them cuts them whole. */
export function dialectWords(lexicon: DialectLexicon): string[] {
  return Object.values(lexicon).flat();
}

/**
 * Rewrites dialect words into standard ones: 啷个办 → 怎么办. Takes a normalised text; leaves words alone that only
 * contain a dialect word (整治).
 * @param segmenter best one that was given `dialectWords` as terms
 */
export function createDialect(lexicon: DialectLexicon, segmenter: Segmenter): (text: string) => string {
  const standard = new Map<string, string>();
  for (const [word, variants] of Object.entries(lexicon))
    for (const variant of variants) standard.set(variant, word);
  const find = createWordFinder(standard.keys(), segmenter);
  return (text) => {
    let rewritten = '';
    let from = 0;
    for (const { word, start, end } of find(text)) {
      rewritten += text.slice(from, start) + (standard.get(word) ?? word);
      from = end;
    }
    return rewritten + text.slice(from);
  };
}
