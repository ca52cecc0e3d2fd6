import type { SearchLexicon } from '../lexicon/index.js';
import type { Terms } from '../terms.js';

/** What words are, apart from how rare they are: bits of one number. */
export const CONTENT = 1;
export const NEGATES = 2;
/** Latin letters, possibly with digits: names of products and programs. */
export const LATIN = 4;
/** From this bit on, one bit for each class of question that a word can ask. */
const ASKS = 8;

const LATIN_WORD = /^[a-z0-9]*[a-z][a-z0-9]*$/;

/** Makes the function that gives a concept's traits. A content word is no function word, question word or negation. */
export function createTraits(lexicon: SearchLexicon): (concept: string) => number {
  const bits = new Map(lexicon.questionClasses.map((name, i) => [name, ASKS << i]));
  return (concept) => {
    const asked = lexicon.questionClass(concept);
    const asks = asked === undefined ? 0 : (bits.get(asked) ?? 0);
    const negates = lexicon.isNegation(concept) ? NEGATES : 0;
    const latin = LATIN_WORD.test(concept) ? LATIN : 0;
    const content = asks === 0 && negates === 0 && lexicon.wordWeight(concept) === 1 ? CONTENT : 0;
    return content | negates | latin | asks;
  };
}

/** The bits that say what a word asks. */
export function asksOf(traits: number): number {
  return traits - (traits % ASKS);
}

/** Traits of every concept of an index, by its number. */
export function traitTable(terms: Terms, traitsOf: (concept: string) => number): Int32Array {
  const table = new Int32Array(terms.size);
  for (const [concept, term] of terms.concepts()) table[term] = traitsOf(concept);
  return table;
}
