import type { Analysis } from './analysis.js';
import { PairTable } from './pair-table.js';

/**
 * The six kinds of term, all in one index: words, words under the name of their synonym class, subjects that words point
 * to, characters, pairs of characters, pairs of toneless syllables.
 */
export const CHANNELS = ['word', 'concept', 'subject', 'char', 'gram', 'sound'] as const;
export const WORD = 0;
export const CONCEPT = 1;
export const SUBJECT = 2;
export const CHAR = 3;
export const GRAM = 4;
export const SOUND = 5;

/** Stands where a text has no term: a pair across punctuation, or a query's term that the index doesn't hold. */
export const NONE = -1;

/** The terms of one text; `chars`, `sounds`, `grams` and `soundGrams` run in step, one place per character. */
export interface EncodedText {
  words: Int32Array;
  concepts: Int32Array;
  /** Number of characters of each concept; together they are all characters. */
  conceptLengths: Int32Array;
  subjects: Int32Array;
  chars: Int32Array;
  /** Ids of syllables: not terms, only for comparing. */
  sounds: Int32Array;
  /** The pair that ends at this character, or NONE. */
  grams: Int32Array;
  soundGrams: Int32Array;
}

type StringNumbers = Map<string, number>;

/** What terms are made of. */
export interface TermParts {
  readonly size: number;
  /** Words, concepts, subjects, characters, syllables. */
  readonly listed: readonly { readonly strings: readonly string[]; readonly numbers: Int32Array }[];
  /** Of characters, of syllables. */
  readonly pairs: readonly PairTable[];
}

/** Gives every term a number, in the order in which they are met. */
export class Terms {
  #words = new Map<string, number>();
  #concepts = new Map<string, number>();
  #subjects = new Map<string, number>();
  #chars = new Map<string, number>();
  #syllables = new Map<string, number>();
  #grams = new PairTable();
  #soundGrams = new PairTable();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** All that they hold: strings with their numbers, and tables of pairs. */
  parts(): TermParts {
    const listed = (map: ReadonlyMap<string, number>) => ({
      strings: [...map.keys()],
      numbers: Int32Array.from(map.values()),
    });
    return {
      size: this.#size,
      listed: [this.#words, this.#concepts, this.#subjects, this.#chars, this.#syllables].map(listed),
      pairs: [this.#grams, this.#soundGrams],
    };
  }

  /** Terms of the parts of others. */
  static of({ size, listed, pairs }: TermParts): Terms {
    const terms = new Terms();
    const maps = listed.map(
      ({ strings, numbers }) => new Map(strings.map((string, i) => [string, numbers[i] as number])),
    ) as [StringNumbers, StringNumbers, StringNumbers, StringNumbers, StringNumbers];
    [terms.#words, terms.#concepts, terms.#subjects, terms.#chars, terms.#syllables] = maps;
    [terms.#grams, terms.#soundGrams] = pairs as [PairTable, PairTable];
    terms.#size = size;
    return terms;
  }

  /** Words with their numbers. */
  words(): IterableIterator<[string, number]> {
    return this.#words.entries();
  }

  /** Concepts with their numbers. */
  concepts(): IterableIterator<[string, number]> {
    return this.#concepts.entries();
  }

  word(word: string): number {
    return this.#words.get(word) ?? NONE;
  }

  /** Numbers of a text's terms; with `learn`, new ones get the next number, else they are NONE. */
  encode(analysis: Analysis, learn: boolean): EncodedText {
    const n = analysis.chars.length;
    const encoded = {
      words: new Int32Array(analysis.words.length),
      concepts: new Int32Array(analysis.concepts.length),
      conceptLengths: Int32Array.from(analysis.concepts, (concept) => concept.length),
      subjects: new Int32Array(analysis.subjects.length),
      chars: new Int32Array(n),
      sounds: new Int32Array(n),
      grams: new Int32Array(n).fill(NONE),
      soundGrams: new Int32Array(n).fill(NONE),
    };
    analysis.words.forEach((word, i) => {
      encoded.words[i] = this.#number(this.#words, word.term, learn);
    });
    analysis.concepts.forEach((concept, i) => {
      encoded.concepts[i] = this.#number(this.#concepts, concept.term, learn);
    });
    analysis.subjects.forEach((subject, i) => {
      encoded.subjects[i] = this.#number(this.#subjects, subject, learn);
    });
    for (let i = 0; i < n; i++) {
      encoded.chars[i] = this.#number(this.#chars, analysis.chars[i] ?? '', learn);
      encoded.sounds[i] = this.#syllable(analysis.sounds[i] ?? '', learn);
      if (i === 0 || analysis.breaks[i]) continue;
      encoded.grams[i] = this.#pair(this.#grams, encoded.chars, i, learn);
      encoded.soundGrams[i] = this.#pair(this.#soundGrams, encoded.sounds, i, learn);
    }
    return encoded;
  }

  #number(map: Map<string, number>, key: string, learn: boolean): number {
    const known = map.get(key);
    if (known !== undefined) return known;
    if (!learn) return NONE;
    const next = this.#size++;
    map.set(key, next);
    return next;
  }

  #pair(table: PairTable, ids: Int32Array, at: number, learn: boolean): number {
    const left = ids[at - 1] ?? NONE;
    const right = ids[at] ?? NONE;
    if (left < 0 || right < 0) return NONE;
    const known = table.get(left, right);
    if (known !== NONE || !learn) return known;
    const next = this.#size++;
    table.add(left, right, next);
    return next;
  }

  #syllable(syllable: string, learn: boolean): number {
    const known = this.#syllables.get(syllable);
    if (known !== undefined) return known;
    if (!learn) return NONE;
    const next = this.#syllables.size;
    this.#syllables.set(syllable, next);
    return next;
  }
}
