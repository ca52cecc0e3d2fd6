import type { Query } from '../query.js';
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

/** Channels that `sharpRelevance` and `askingRelevance` add up. */
const SUMMED = [WORD, CONCEPT, CHAR, GRAM] as const;

/** Compares one query with many texts, channel by channel. Keeps working memory; not re-entrant. */
export class OverlapMeter {
  readonly #index: TextIndex;
  /** 1 + place of a term among the query's terms of its channel; 0 for a term that the query hasn't. */
  readonly #place: Int32Array;
  readonly #counts = CHANNELS.map(() => new Int32Array(64));
  /** Of the text measured last, one per channel. */
  readonly overlaps: readonly Overlap[] = CHANNELS.map(() => ({
    relevance: 0,
    queryCovered: 0,
    symmetric: 0,
    sharp: 0,
    asking: 0,
  }));
  #query: Query | undefined;
  #sharpMass = 0;
  #askingMass = 0;

  constructor(index: TextIndex) {
    this.#index = index;
    this.#place = new Int32Array(index.terms.size);
  }

  /** Must be called before `measure`, and undone with `release`. */
  hold(query: Query): void {
    this.#query = query;
    this.#mark(query, true);
    for (let kind = 0; kind < CHANNELS.length; kind++) {
      const size = query.channels[kind]?.terms.length ?? 0;
      if ((this.#counts[kind] as Int32Array).length < size) this.#counts[kind] = new Int32Array(2 * size);
    }
    this.#sharpMass = 0;
    this.#askingMass = 0;
    for (const kind of SUMMED) {
      this.#sharpMass += query.channels[kind]?.sharpMass ?? 0;
      this.#askingMass += query.channels[kind]?.askingMass ?? 0;
    }
  }

  release(): void {
    if (this.#query !== undefined) this.#mark(this.#query, false);
    this.#query = undefined;
  }

  /** True where the query held has the term. */
  has(term: number): boolean {
    return this.#place[term] !== 0;
  }

  /** Puts the overlap of the query held with a text into `overlaps`. */
  measure(text: number): void {
    const { store } = this.#index;
    for (let kind = 0; kind < CHANNELS.length; kind++) {
      const size = this.#query?.channels[kind]?.terms.length ?? 0;
      (this.#counts[kind] as Int32Array).fill(0, 0, size);
    }
    this.#overlap(WORD, text, this.#words(text));
    this.#overlap(CONCEPT, text, this.#count(CONCEPT, store.concepts, store.conceptStart, text));
    this.#overlap(SUBJECT, text, this.#count(SUBJECT, store.subjects, store.subjectStart, text));
    this.#overlap(CHAR, text, this.#count(CHAR, store.chars, store.charStart, text));
    this.#overlap(GRAM, text, this.#count(GRAM, store.grams, store.charStart, text));
    this.#overlap(SOUND, text, this.#count(SOUND, store.soundGrams, store.charStart, text));
  }

  /** Relevance with rare terms counting for still more, over several channels; in 0…1. */
  sharpRelevance(): number {
    let sum = 0;
    for (const kind of SUMMED) sum += (this.overlaps[kind] as Overlap).sharp;
    return this.#sharpMass === 0 ? 0 : sum / this.#sharpMass;
  }

  /** Relevance for the clause that asks, over several channels; in 0…1. */
  askingRelevance(): number {
    let sum = 0;
    for (const kind of SUMMED) sum += (this.overlaps[kind] as Overlap).asking;
    return this.#askingMass === 0 ? 0 : sum / this.#askingMass;
  }

  /** Words, and behind them the words inside them. */
  #words(text: number): number {
    const { store, subWords } = this.#index;
    let mass = this.#count(WORD, store.words, store.wordStart, text);
    const end = store.wordStart[text + 1] as number;
    for (let i = store.wordStart[text] as number; i < end; i++) {
      const parts = subWords.get(store.words[i] as number);
      if (parts !== undefined) mass += this.#add(WORD, parts, 0, parts.length);
    }
    return mass;
  }

  /** Counts the query's terms in a text; gives the weight of all terms of the text. */
  #count(kind: number, terms: Int32Array, start: Int32Array, text: number): number {
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

  #overlap(kind: number, text: number, textMass: number): void {
    const channel = this.#query?.channels[kind];
    const overlap = this.overlaps[kind] as Overlap;
    let [relevance, covered, sharp, asking, common] = [0, 0, 0, 0, 0];
    if (channel !== undefined && channel.mass !== 0) {
      const norm = this.#index.inverted.norm[text] as number;
      const counts = this.#counts[kind] as Int32Array;
      for (let i = 0; i < channel.terms.length; i++) {
        const tf = counts[i] as number;
        if (tf === 0) continue;
        const idf = channel.idf[i] as number;
        const saturation = tf / (tf + norm);
        relevance += idf * saturation;
        sharp += (channel.sharp[i] as number) * saturation;
        asking += idf * saturation * (channel.asking[i] as number);
        covered += idf;
        common += idf * Math.min(tf, channel.times[i] as number);
      }
      relevance /= channel.distinctMass;
      covered /= channel.distinctMass;
      common = (2 * common) / (channel.mass + textMass);
    }
    overlap.relevance = relevance;
    overlap.queryCovered = covered;
    overlap.symmetric = common;
    overlap.sharp = sharp;
    overlap.asking = asking;
  }

  #mark(query: Query, on: boolean): void {
    for (const { terms } of query.channels)
      for (let i = 0; i < terms.length; i++) this.#place[terms[i] as number] = on ? i + 1 : 0;
  }
}
