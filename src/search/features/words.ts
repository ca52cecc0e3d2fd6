import type { Query } from '../query.js';
import type { TextIndex } from '../text-index.js';
import type { Stretch } from './window.js';
import { asksOf, CONTENT, createTraits, LATIN, NEGATES, traitTable } from './word-traits.js';

/** How the words of a query and of a stretch of text agree and differ, in this order; every figure is in 0…1. */
export const WORD_AGREEMENT = [
  // Weight of the query's content words found in the text, parts of words and homophones counting in part.
  'queryFound',
  'textFound',
  // Rarity of the rarest content word of the query that the text lacks.
  'queryMissing',
  'textMissing',
  // Both ask, and for different things.
  'otherQuestion',
  // One is negated and the other isn't.
  'negation',
  // Latin names that only one of them has, as a share of all.
  'names',
  // The first content words are the same.
  'sameFirst',
] as const;

/** What one side's words add up to. */
class Side {
  mass = 0;
  covered = 0;
  missing = 0;
  asks = 0;
  negated = false;
  names = 0;
  loneNames = 0;
  first = -1;

  clear(): this {
    this.mass = this.covered = this.missing = 0;
    this.asks = this.names = this.loneNames = 0;
    this.negated = false;
    this.first = -1;
    return this;
  }

  /** @param weight inverse document frequency as a share of that of an unseen word */
  add(term: number, traits: number, weight: number, found: number): void {
    this.asks |= asksOf(traits);
    if (traits & NEGATES) this.negated = true;
    if (traits & LATIN) {
      this.names++;
      if (found < 1) this.loneNames++;
    }
    if (!(traits & CONTENT)) return;
    if (this.mass === 0) this.first = term;
    this.mass += weight;
    this.covered += weight * found;
    this.missing = Math.max(this.missing, weight * (1 - found));
  }
}

/** Compares the words of one query with those of many texts. Keeps working memory; not re-entrant. */
export class WordComparer {
  readonly #index: TextIndex;
  readonly #traitsOf: (concept: string) => number;
  readonly #traits: Int32Array;
  /** Number of the comparison in which a term of the text was last met. */
  readonly #met: Int32Array;
  #round = 0;
  #query: Query | undefined;
  /** Of the query's concepts: traits, and weight as a share of that of an unseen word. */
  #queryTraits: number[] = [];
  #queryWeights: number[] = [];
  readonly #left = new Side();
  readonly #right = new Side();
  readonly #isMet = (term: number) => term >= 0 && this.#met[term] === this.#round;

  constructor(index: TextIndex) {
    this.#index = index;
    this.#traitsOf = createTraits(index.lexicon);
    this.#traits = traitTable(index.terms, this.#traitsOf);
    this.#met = new Int32Array(index.terms.size);
  }

  /** Must be called before `compare`. */
  hold(query: Query): void {
    const { inverted } = this.#index;
    this.#query = query;
    this.#queryTraits = query.analysis.concepts.map(({ term: concept }, i) => {
      const term = query.encoded.concepts[i] as number;
      return term >= 0 ? (this.#traits[term] as number) : this.#traitsOf(concept);
    });
    this.#queryWeights = query.analysis.concepts.map((_, i) => {
      const term = query.encoded.concepts[i] as number;
      return term >= 0 ? (inverted.idf[term] as number) / inverted.unseenIdf : 1;
    });
  }

  /** How the query held agrees with a stretch of a text, written into `values` from `at` on in the order of the type. */
  compare(
    stretch: Stretch,
    text: number,
    inQuery: (term: number) => boolean,
    values: Float64Array,
    at: number,
  ): void {
    const right = this.#readText(text, stretch, inQuery);
    const left = this.#readQuery();
    const names = left.names + right.loneNames;
    values[at] = left.mass === 0 ? 0 : left.covered / left.mass;
    values[at + 1] = right.mass === 0 ? 0 : right.covered / right.mass;
    values[at + 2] = left.missing;
    values[at + 3] = right.missing;
    values[at + 4] = left.asks !== 0 && right.asks !== 0 && (left.asks & right.asks) === 0 ? 1 : 0;
    values[at + 5] = left.negated === right.negated ? 0 : 1;
    values[at + 6] = names === 0 ? 0 : (left.loneNames + right.loneNames) / names;
    values[at + 7] = left.first >= 0 && left.first === right.first ? 1 : 0;
  }

  #readQuery(): Side {
    const side = this.#left.clear();
    if (this.#query === undefined) return side;
    const { encoded, analysis } = this.#query;
    for (let i = 0; i < analysis.concepts.length; i++) {
      const { start, length } = analysis.concepts[i] as (typeof analysis.concepts)[number];
      const term = encoded.concepts[i] as number;
      const found = this.#isMet(term)
        ? 1
        : partFound(encoded.chars, encoded.soundGrams, start, length, this.#isMet);
      side.add(term, this.#queryTraits[i] as number, this.#queryWeights[i] as number, found);
    }
    return side;
  }

  /** Reads the words of the stretch, and notes its terms for #readQuery. */
  #readText(text: number, stretch: Stretch, inQuery: (term: number) => boolean): Side {
    const { store, inverted } = this.#index;
    const round = ++this.#round;
    const side = this.#right.clear();
    let at = store.charStart[text] as number;
    const end = store.conceptStart[text + 1] as number;
    for (let i = store.conceptStart[text] as number; i < end && at < stretch.end; i++) {
      const term = store.concepts[i] as number;
      const length = store.conceptLengths[i] as number;
      if (at >= stretch.start) {
        this.#met[term] = round;
        const found = inQuery(term) ? 1 : partFound(store.chars, store.soundGrams, at, length, inQuery);
        side.add(
          term,
          this.#traits[term] as number,
          (inverted.idf[term] as number) / inverted.unseenIdf,
          found,
        );
      }
      at += length;
    }
    for (let i = stretch.start; i < stretch.end; i++) {
      this.#met[store.chars[i] as number] = round;
      const pair = store.soundGrams[i] as number;
      if (pair >= 0) this.#met[pair] = round;
    }
    return side;
  }
}

/**
 * Share of a word's characters that the other side has: whole where a pair of syllables inside the word is there, half
 * where only the character is; a word of one character is there or not.
 */
function partFound(
  chars: Int32Array,
  soundGrams: Int32Array,
  start: number,
  length: number,
  has: (term: number) => boolean,
): number {
  if (length === 1) return has(chars[start] as number) ? 1 : 0;
  let found = 0;
  let before = false;
  for (let i = start; i < start + length; i++) {
    const after = i + 1 < start + length && has(soundGrams[i + 1] as number);
    if (before || after) found++;
    else if (has(chars[i] as number)) found += 0.5;
    before = after;
  }
  return found / length;
}
