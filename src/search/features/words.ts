import type { Query } from '../query.js';
import type { TextIndex } from '../text-index.js';
import type { Stretch } from './window.js';
import { asksOf, CONTENT, createTraits, LATIN, NEGATES, traitTable } from './word-traits.js';

/** How the words of a query and of a stretch of text agree and differ; every figure is in 0…1. */
export interface WordAgreement {
  /** Weight of the query's content words found in the text, parts of words and homophones counting in part. */
  queryFound: number;
  textFound: number;
  /** Rarity of the rarest content word of the query that the text lacks. */
  queryMissing: number;
  textMissing: number;
  /** Both ask, and for different things. */
  otherQuestion: number;
  /** One is negated and the other isn't. */
  negation: number;
  /** Latin names that only one of them has, as a share of all. */
  names: number;
  /** The first content words are the same. */
  sameFirst: number;
}

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

  constructor(index: TextIndex) {
    this.#index = index;
    this.#traitsOf = createTraits(index.lexicon);
    this.#traits = traitTable(index.terms, this.#traitsOf);
    this.#met = new Int32Array(index.terms.size);
  }

  compare(query: Query, stretch: Stretch, text: number, inQuery: (term: number) => boolean): WordAgreement {
    const right = this.#readText(text, stretch, inQuery);
    const left = this.#readQuery(query);
    const names = left.names + right.loneNames;
    return {
      queryFound: left.mass === 0 ? 0 : left.covered / left.mass,
      textFound: right.mass === 0 ? 0 : right.covered / right.mass,
      queryMissing: left.missing,
      textMissing: right.missing,
      otherQuestion: left.asks !== 0 && right.asks !== 0 && (left.asks & right.asks) === 0 ? 1 : 0,
      negation: left.negated === right.negated ? 0 : 1,
      names: names === 0 ? 0 : (left.loneNames + right.loneNames) / names,
      sameFirst: left.first >= 0 && left.first === right.first ? 1 : 0,
    };
  }

  #readQuery({ encoded, analysis }: Query): Side {
    const { inverted } = this.#index;
    const met = (term: number) => term >= 0 && this.#met[term] === this.#round;
    const side = new Side();
    for (let i = 0; i < analysis.concepts.length; i++) {
      const { term: concept, start, length } = analysis.concepts[i] as (typeof analysis.concepts)[number];
      const term = encoded.concepts[i] as number;
      const traits = term >= 0 ? (this.#traits[term] as number) : this.#traitsOf(concept);
      const weight = term >= 0 ? (inverted.idf[term] as number) / inverted.unseenIdf : 1;
      side.add(
        term,
        traits,
        weight,
        met(term) ? 1 : partFound(encoded.chars, encoded.soundGrams, start, length, met),
      );
    }
    return side;
  }

  /** Reads the words of the stretch, and notes its terms for #readQuery. */
  #readText(text: number, stretch: Stretch, inQuery: (term: number) => boolean): Side {
    const { store, inverted } = this.#index;
    const round = ++this.#round;
    const held = (term: number) => term >= 0 && inQuery(term);
    const side = new Side();
    let at = store.charStart[text] as number;
    const end = store.conceptStart[text + 1] as number;
    for (let i = store.conceptStart[text] as number; i < end && at < stretch.end; i++) {
      const term = store.concepts[i] as number;
      const length = store.conceptLengths[i] as number;
      if (at >= stretch.start) {
        this.#met[term] = round;
        const found = held(term) ? 1 : partFound(store.chars, store.soundGrams, at, length, held);
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
