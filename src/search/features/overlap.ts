import type { Query } from '../query.js';
import type { QueryTerms } from '../query-terms.js';
import { CHANNELS, CHAR, CONCEPT, GRAM, NONE, SOUND, SUBJECT, WORD } from '../terms.js';
import type { TextIndex } from '../text-index.js';

/** How much of a query and of a text one channel finds in both; shares are in 0…1. */
export interface Overlap {
  /** BM25 of the text as a share of the best that any text could reach. */
  relevance: number;
  /** Weight of the query's terms that the text has. */
  queryCovered: number;
  /** Twice the common weight over the sum of both weights. */
  symmetric: number;
  /** BM25 with rare terms counting for still more, and BM25 of the clause that asks: sums, not shares. */
  sharp: number;
  asking: number;
}

/** Compares one query with many texts, channel by channel. Keeps working memory; not re-entrant. */
export class OverlapMeter {
  readonly #index: TextIndex;
  /** 1 + place of a term among the query's terms of its channel; 0 for a term that the query hasn't. */
  readonly #place: Int32Array;
  #counts = CHANNELS.map(() => new Int32Array(64));

  constructor(index: TextIndex) {
    this.#index = index;
    this.#place = new Int32Array(index.terms.size);
  }

  /** Must be called before `measure`, and undone with `release`. */
  hold(query: Query): void {
    this.#mark(query, true);
    this.#counts = query.channels.map((channel) => new Int32Array(channel.terms.length));
  }

  release(query: Query): void {
    this.#mark(query, false);
  }

  /** True where the query held has the term. */
  has(term: number): boolean {
    return this.#place[term] !== 0;
  }

  /** Overlap of the query held with a text, one per channel. */
  measure(query: Query, text: number): Overlap[] {
    const { store, subWords, inverted } = this.#index;
    const norm = inverted.norm[text] as number;
    const chars = store.charStart;
    return query.channels.map((_, kind) => {
      let mass = 0;
      if (kind === WORD) {
        mass = this.#count(WORD, store.words, store.wordStart, text);
        for (
          let i = store.wordStart[text] as number, end = store.wordStart[text + 1] as number;
          i < end;
          i++
        ) {
          const parts = subWords.get(store.words[i] as number);
          if (parts !== undefined) mass += this.#add(WORD, parts, 0, parts.length);
        }
      } else if (kind === CONCEPT) mass = this.#count(CONCEPT, store.concepts, store.conceptStart, text);
      else if (kind === SUBJECT) mass = this.#count(SUBJECT, store.subjects, store.subjectStart, text);
      else if (kind === CHAR) mass = this.#count(CHAR, store.chars, chars, text);
      else if (kind === GRAM) mass = this.#count(GRAM, store.grams, chars, text);
      else mass = this.#count(SOUND, store.soundGrams, chars, text);
      return this.#overlap(query, kind, this.#counts[kind] as Int32Array, mass, norm);
    });
  }

  /** Counts the query's terms in a text, from nothing; gives the weight of all terms of the text. */
  #count(kind: number, terms: Int32Array, start: Int32Array, text: number): number {
    (this.#counts[kind] as Int32Array).fill(0);
    return this.#add(kind, terms, start[text] as number, start[text + 1] as number);
  }

  #add(kind: number, terms: Int32Array, from: number, end: number): number {
    const { idf } = this.#index.inverted;
    const places = this.#place;
    const counts = this.#counts[kind] as Int32Array;
    let mass = 0;
    for (let i = from; i < end; i++) {
      const term = terms[i] as number;
      if (term === NONE) continue;
      mass += idf[term] as number;
      const place = places[term] as number;
      if (place > 0) (counts[place - 1] as number)++;
    }
    return mass;
  }

  #overlap(query: Query, kind: number, count: Int32Array, textMass: number, norm: number): Overlap {
    const channel = query.channels[kind];
    const overlap = { relevance: 0, queryCovered: 0, symmetric: 0, sharp: 0, asking: 0 };
    if (channel === undefined || channel.mass === 0) return overlap;
    let common = 0;
    for (let i = 0; i < count.length; i++) {
      const tf = count[i] as number;
      if (tf === 0) continue;
      const idf = channel.idf[i] as number;
      const saturation = tf / (tf + norm);
      overlap.relevance += idf * saturation;
      overlap.sharp += (channel.sharp[i] as number) * saturation;
      overlap.asking += idf * saturation * (channel.asking[i] as number);
      overlap.queryCovered += idf;
      common += idf * Math.min(tf, channel.times[i] as number);
    }
    overlap.relevance /= channel.distinctMass;
    overlap.queryCovered /= channel.distinctMass;
    overlap.symmetric = (2 * common) / (channel.mass + textMass);
    return overlap;
  }

  #mark(query: Query, on: boolean): void {
    for (const channel of query.channels) {
      channel.terms.forEach((term, i) => {
        this.#place[term] = on ? i + 1 : 0;
      });
    }
  }
}

/** Channels that `sharpRelevance` and `askingRelevance` add up. */
const SUMMED = [WORD, CONCEPT, CHAR, GRAM];

/** Relevance with rare terms counting for still more, over several channels; in 0…1. */
export function sharpRelevance(query: Query, overlaps: readonly Overlap[]): number {
  return shareOf(
    query,
    (kind) => overlaps[kind]?.sharp ?? 0,
    ({ sharpMass }) => sharpMass,
  );
}

/** Relevance for the clause that asks, over several channels; in 0…1. */
export function askingRelevance(query: Query, overlaps: readonly Overlap[]): number {
  return shareOf(
    query,
    (kind) => overlaps[kind]?.asking ?? 0,
    ({ askingMass }) => askingMass,
  );
}

function shareOf(
  query: Query,
  value: (kind: number) => number,
  mass: (channel: QueryTerms) => number,
): number {
  let sum = 0;
  let total = 0;
  for (const kind of SUMMED) {
    sum += value(kind);
    total += mass(query.channels[kind] as QueryTerms);
  }
  return total === 0 ? 0 : sum / total;
}
