import type { Analysis } from './analysis.js';
import { type Occurrence, type QueryTerms, queryTerms } from './query-terms.js';
import { subWords } from './sub-words.js';
import type { EncodedText } from './terms.js';
import type { TextIndex } from './text-index.js';

/** A query, ready to be compared with indexed texts. */
export interface Query {
  analysis: Analysis;
  encoded: EncodedText;
  /** One per channel. */
  channels: QueryTerms[];
}

/** Shortest clause that can be the one that asks; 「可以吗」 alone says nothing. */
const SHORTEST_CLAUSE = 4;

/** Encodes an analysed query against an index. */
export function prepareQuery(analysis: Analysis, { terms, inverted, lexicon }: TextIndex): Query {
  const encoded = terms.encode(analysis, false);
  const clause = askingClause(analysis);
  const words = analysis.words.flatMap(({ term: word, start }, i): Occurrence[] => {
    const asking = start >= clause;
    const parts = subWords(word, (part) => terms.word(part));
    return [
      { term: encoded.words[i] as number, weight: lexicon.wordWeight(word), asking },
      ...parts.map((term) => ({ term, weight: 1, asking })),
    ];
  });
  const concepts = analysis.concepts.map(({ term, start }, i) => ({
    term: encoded.concepts[i] as number,
    weight: lexicon.wordWeight(term),
    asking: start >= clause,
  }));
  // A subject that no text has isn't missing: the lexicon doesn't know all words of a subject.
  const subjects = Array.from(encoded.subjects, (term) => ({ term, weight: 0, asking: false }));
  const chars = Array.from(encoded.chars, (term, i) => ({ term, weight: 1, asking: i >= clause }));
  const pairs = (ids: Int32Array): Occurrence[] =>
    Array.from(ids, (term, i) => ({ term, weight: 1, asking: i > clause })).filter(
      (_, i) => !analysis.breaks[i],
    );
  return {
    analysis,
    encoded,
    channels: [words, concepts, subjects, chars, pairs(encoded.grams), pairs(encoded.soundGrams)].map(
      (occurrences) => queryTerms(occurrences, inverted),
    ),
  };
}

/** Where the last clause begins that is long enough to ask something: people tell their story first. */
function askingClause({ breaks, chars }: Analysis): number {
  let start = chars.length - SHORTEST_CLAUSE;
  while (start > 0 && !breaks[start]) start--;
  return Math.max(0, start);
}
