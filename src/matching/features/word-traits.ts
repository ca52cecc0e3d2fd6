import { isNegation, QUESTION_CLASSES, questionClass, wordWeight } from '../lexicon/index.js';
import type { Terms } from '../terms.js';

/** What words are, apart from how rare they are: bits of one number. */
export const CONTENT = 1;
export const NEGATES = 2;
/** Latin letters, possibly with digits: names of products and programs. */
export const LATIN = 4;
/** From this bit on, one bit for each class of question that a word can ask. */
const ASKS = 8;

const LATIN_WORD = /^[a-z0-9]*[a-z][a-z0-9]*$/;
const BIT_OF_CLASS = new Map(QUESTION_CLASSES.map((name, i) => [name, ASKS << i]));

/** Traits of a concept. A content word is neither a function word nor a question word nor a negation. */
export function traitsOf(concept: string): number {
  const asked = questionClass(concept);
  const asks = asked === undefined ? 0 : (BIT_OF_CLASS.get(asked) ?? 0);
  const negates = isNegation(concept) ? NEGATES : 0;
  const latin = LATIN_WORD.test(concept) ? LATIN : 0;
  const content = asks === 0 && negates === 0 && wordWeight(concept) === 1 ? CONTENT : 0;
  return content | negates | latin | asks;
}

/** The bits that say what a word asks. */
export function asksOf(traits: number): number {
  return traits - (traits % ASKS);
}

/** Traits of every concept of an index, by its number. */
export function traitTable(terms: Terms): Int32Array {
  const table = new Int32Array(terms.size);
  for (const [concept, term] of terms.concepts()) table[term] = traitsOf(concept);
  return table;
}
