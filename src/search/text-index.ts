import type { Analysis } from './analysis.js';
import { type InvertedIndex, invert } from './inverted-index.js';
import type { SearchLexicon } from './lexicon/index.js';
import { subWordTable } from './sub-words.js';
import { Terms } from './terms.js';
import { type TextStore, TextStoreBuilder } from './text-store.js';

/** Everything that is known of the indexed texts. */
export interface TextIndex {
  terms: Terms;
  store: TextStore;
  inverted: InvertedIndex;
  subWords: ReadonlyMap<number, Int32Array>;
  lexicon: SearchLexicon;
}

/** Indexes texts in their order. */
export function buildTextIndex(
  texts: Iterable<string>,
  analyse: (text: string) => Analysis,
  lexicon: SearchLexicon,
): TextIndex {
  const terms = new Terms();
  const builder = new TextStoreBuilder();
  for (const text of texts) builder.add(terms.encode(analyse(text), true));
  const store = builder.build();
  const subWords = subWordTable(terms);
  const weights = new Float32Array(terms.size).fill(1);
  for (const [word, term] of terms.words()) weights[term] = lexicon.wordWeight(word);
  for (const [concept, term] of terms.concepts()) weights[term] = lexicon.wordWeight(concept);
  return {
    terms,
    store,
    subWords,
    lexicon,
    inverted: invert(store, terms, subWords, (term) => weights[term] as number),
  };
}
