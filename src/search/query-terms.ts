import type { InvertedIndex } from './inverted-index.js';

/** The distinct terms of a query in one channel. */
export interface QueryTerms {
  /** Numbers of the terms that the index holds. */
  readonly terms: readonly number[];
  /** Inverse document frequency of each of `terms`. */
  readonly idf: readonly number[];
  /** The same, with rare terms counting for still more. */
  readonly sharp: readonly number[];
  /** 1 where the term stands in the clause that asks. */
  readonly asking: readonly number[];
  /** How often the query has each of them. */
  readonly times: readonly number[];
  /** Sum of idf · times over all terms, the unknown ones included. */
  readonly mass: number;
  /** Sum of idf over the distinct terms, the unknown ones included; the same of `sharp`, and of the asking clause. */
  readonly distinctMass: number;
  readonly sharpMass: number;
  readonly askingMass: number;
}

/** How much more a rare term counts in `sharp`; by cross-validation on statutes. */
const SHARPNESS = 1.7;

/** Gathers the terms of a query, channel by channel. Keeps working memory; not re-entrant. */
export class TermGatherer {
  readonly #index: InvertedIndex;
  /** Each term's `sharp`. */
  readonly #sharp: Float64Array;
  readonly #unseenSharp: number;
  /** 1 + place of a term among those of the channel at hand; 0 for every term between two channels. */
  readonly #place: Int32Array;
  #channel = new Channel();

  constructor(index: InvertedIndex) {
    this.#index = index;
    this.#sharp = Float64Array.from(index.idf, (idf) => idf ** SHARPNESS);
    this.#unseenSharp = index.unseenIdf ** SHARPNESS;
    this.#place = new Int32Array(index.idf.length);
  }

  /**
   * One place of the query where a term stands.
   * @param term its number, or NONE where the index doesn't hold it
   * @param weight what it would weigh if no text held it: 1, less for a function word
   * @param asking it stands in the clause that asks
   */
  add(term: number, weight: number, asking: boolean): void {
    const channel = this.#channel;
    if (term < 0) {
      const idf = this.#index.unseenIdf * weight;
      channel.mass += idf;
      channel.count(idf, weight === 1 ? this.#unseenSharp : idf ** SHARPNESS, asking);
      return;
    }
    channel.mass += this.#index.idf[term] as number;
    const place = (this.#place[term] as number) - 1;
    if (place < 0) {
      channel.terms.push(term);
      channel.times.push(1);
      channel.asking.push(asking ? 1 : 0);
      this.#place[term] = channel.terms.length;
    } else {
      channel.times[place] = (channel.times[place] as number) + 1;
      if (asking) channel.asking[place] = 1;
    }
  }

  /** The terms added since the last call. */
  take(): QueryTerms {
    const channel = this.#channel;
    for (let i = 0; i < channel.terms.length; i++) {
      const term = channel.terms[i] as number;
      const idf = this.#index.idf[term] as number;
      const sharp = this.#sharp[term] as number;
      channel.idf.push(idf);
      channel.sharp.push(Math.fround(sharp));
      channel.count(idf, sharp, channel.asking[i] === 1);
      this.#place[term] = 0;
    }
    this.#channel = new Channel();
    return channel;
  }
}

class Channel implements QueryTerms {
  readonly terms: number[] = [];
  readonly idf: number[] = [];
  readonly sharp: number[] = [];
  readonly asking: number[] = [];
  readonly times: number[] = [];
  mass = 0;
  distinctMass = 0;
  sharpMass = 0;
  askingMass = 0;

  count(idf: number, sharp: number, asking: boolean): void {
    this.distinctMass += idf;
    this.sharpMass += sharp;
    if (asking) this.askingMass += idf;
  }
}
