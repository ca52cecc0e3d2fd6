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

/** Gives every term a number, in the order in which they are met. */
export class Terms {
  readonly #words = new Map<string, number>();
  readonly #concepts = new Map<string, number>();
  readonly #subjects = new Map<string, number>();
  readonly #chars = new Map<string, number>();
  readonly #syllables = new Map<string, number>();
  readonly #grams = new PairTable();
  readonly #soundGrams = new PairTable();
  readonly #channels: number[] = [];

  get size(): number {
    return this.#channels.length;
  }

  channel(term: number): number {
    return this.#channels[term] ?? NONE;
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

  /** Characters with their numbers. */
  chars(): IterableIterator<[string, number]> {
    return this.#chars.entries();
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
      encoded.words[i] = this.#number(this.#words, word.term, WORD, learn);
    });
    analysis.concepts.forEach((concept, i) => {
      encoded.concepts[i] = this.#number(this.#concepts, concept.term, CONCEPT, learn);
    });
    analysis.subjects.forEach((subject, i) => {
      encoded.subjects[i] = this.#number(this.#subjects, subject, SUBJECT, learn);
    });
    for (let i = 0; i < n; i++) {
      encoded.chars[i] = this.#number(this.#chars, analysis.chars[i] ?? '', CHAR, learn);
      encoded.sounds[i] = this.#syllable(analysis.sounds[i] ?? '', learn);
      if (i === 0 || analysis.breaks[i]) continue;
      encoded.grams[i] = this.#pair(this.#grams, encoded.chars, i, GRAM, learn);
      encoded.soundGrams[i] = this.#pair(this.#soundGrams, encoded.sounds, i, SOUND, learn);
    }
    return encoded;
  }

  #number(map: Map<string, number>, key: string, channel: number, learn: boolean): number {
    const known = map.get(key);
    if (known !== undefined) return known;
    if (!learn) return NONE;
    const next = this.#channels.length;
    map.set(key, next);
    this.#channels.push(channel);
    return next;
  }

  #pair(table: PairTable, ids: Int32Array, at: number, channel: number, learn: boolean): number {
    const left = ids[at - 1] ?? NONE;
    const right = ids[at] ?? NONE;
    if (left < 0 || right < 0) return NONE;
    const known = table.get(left, right);
    if (known !== NONE || !learn) return known;
    const next = this.#channels.length;
    table.add(left, right, next);
    this.#channels.push(channel);
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
