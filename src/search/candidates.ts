import type { InvertedIndex } from './inverted-index.js';
import { type Candidate, peaksOf, placeFrom } from './postings.js';
import type { Query } from './query.js';
import { BM25, type TermWeighing } from './weighing.js';

/** Postings read in order for one query, so that a query of very common terms stays quick in a very long list. */
const POSTINGS_BUDGET = 250_000;
/** Texts for which the terms beyond that are looked up one by one: those that the rarer terms put first. */
const LOOKED_UP = 1000;
/** Terms with fewer postings are read without asking whether they can still bring in a text. */
const FEW = 256;
/** Terms looked up before those that can't win any more are left out. */
const ROUND = 6;
/** Sums of 32-bit floats may be off by this share. */
const ROUNDING = 1 + 1e-5;

export type { Candidate };

/**
 * Finds the texts that share the most informative terms with a query. Terms are read rarest first; as soon as what is
 * left can't bring a new text among the best, it is only looked up for those that can still be (MaxScore of Turtle and
 * Flood, 1995): the same texts and scores as if all were read. Keeps working memory; not re-entrant.
 */
export class CandidateFinder {
  readonly #index: InvertedIndex;
  readonly #weighing: TermWeighing;
  readonly #budget: number;
  readonly #scores: Float32Array;
  readonly #touched: Int32Array;
  /** The most that each term gives a text, as a multiple of its weight. */
  readonly #peaks: Uint8Array;
  /** The query's terms, rarest first, and what each weighs. */
  #terms: number[] = [];
  #weights: number[] = [];
  /** The most that the terms from a place on can give one text. */
  #left: number[] = [];
  /** The best texts so far. */
  #best = new Int32Array(64);

  /**
   * @param budget postings read in order; of the terms beyond it, only what they add to the best texts
   * @param weighing what terms count and how much their number in a text does. Default: BM25 over all channels
   */
  constructor(
    index: InvertedIndex,
    texts: number,
    budget: number = POSTINGS_BUDGET,
    weighing: TermWeighing = BM25,
  ) {
    this.#index = index;
    this.#budget = budget;
    this.#weighing = weighing;
    this.#scores = new Float32Array(texts);
    this.#touched = new Int32Array(texts);
    this.#peaks = weighing.presence ? new Uint8Array(index.idf.length).fill(1) : peaksOf(index);
  }

  /** The `limit` best texts, best first, ties by position. */
  find(query: Query, limit: number): Candidate[] {
    this.#weigh(query);
    const { count, read, all } = this.#score(limit);
    let found: number;
    if (read === this.#terms.length) found = this.#select(this.#touched, count, limit);
    else {
      const near = all
        ? this.#within(this.#touched.subarray(0, count), limit, read)
        : this.#nearest(count, limit);
      found = this.#lookUp(near, limit, read);
    }
    const candidates: Candidate[] = [];
    for (let i = 0; i < found; i++) {
      const text = this.#best[i] as number;
      candidates.push({ text, score: this.#scores[text] as number });
    }
    this.#clear(count);
    return candidates;
  }

  /**
   * Adds up the scores; gives how many texts have one, how many terms were read, and whether every text that can be
   * among the best has one.
   */
  #score(limit: number): { count: number; read: number; all: boolean } {
    const { start } = this.#index;
    const terms = this.#terms;
    let [count, budget, left] = [0, this.#budget, 0];
    for (const term of terms) left += (start[term + 1] as number) - (start[term] as number);
    for (let t = 0; t < terms.length; t++) {
      const term = terms[t] as number;
      const postings = (start[term + 1] as number) - (start[term] as number);
      budget -= postings;
      if (budget < 0 && count >= limit) return { count, read: t, all: false };
      if (postings > FEW && count >= limit && left > 2 * count && this.#isSettled(count, limit, t))
        return { count, read: t, all: true };
      left -= postings;
      count = this.#read(term, this.#weights[t] as number, count);
    }
    return { count, read: terms.length, all: true };
  }

  /** True where no text without a score can come among the best by the terms from a place on. */
  #isSettled(count: number, limit: number, from: number): boolean {
    const left = (this.#left[from] as number) * ROUNDING;
    const scores = this.#scores;
    const touched = this.#touched;
    let above = 0;
    for (let i = 0; i < count; i++) {
      if ((scores[touched[i] as number] as number) > left && ++above >= limit) return true;
    }
    return false;
  }

  #read(term: number, weight: number, count: number): number {
    const { start, texts, saturation } = this.#index;
    const scores = this.#scores;
    const touched = this.#touched;
    const present = this.#weighing.presence;
    let now = count;
    for (let i = start[term] as number, end = start[term + 1] as number; i < end; i++) {
      const text = texts[i] as number;
      const before = scores[text] as number;
      if (before === 0) touched[now++] = text;
      scores[text] = before + (present ? weight : weight * (saturation[i] as number));
    }
    return now;
  }

  /** The texts that the terms read so far put first. */
  #nearest(count: number, limit: number): Int32Array {
    const kept = this.#select(this.#touched, count, Math.max(limit, LOOKED_UP));
    return this.#best.slice(0, kept);
  }

  /** Those of some texts that can still be among the best by the terms from a place on, in their order. */
  #within(texts: Int32Array, limit: number, from: number): Int32Array {
    const size = this.#select(texts, texts.length, limit);
    const least = this.#scores[this.#best[size - 1] as number] as number;
    const left = this.#left[from] as number;
    return texts.filter((text) => ((this.#scores[text] as number) + left) * ROUNDING >= least);
  }

  /** Adds to the scores of some texts what the terms from a place on give them, and puts the best in order. */
  #lookUp(texts: Int32Array, limit: number, from: number): number {
    let near = texts.sort();
    for (let t = from; t < this.#terms.length; t++) {
      if ((t - from) % ROUND === ROUND - 1 && near.length > 2 * limit) near = this.#within(near, limit, t);
      this.#add(near, t);
    }
    return this.#select(near, near.length, limit);
  }

  #add(near: Int32Array, t: number): void {
    const { start, texts, saturation } = this.#index;
    const present = this.#weighing.presence;
    const term = this.#terms[t] as number;
    const weight = this.#weights[t] as number;
    const end = start[term + 1] as number;
    let low = start[term] as number;
    for (let i = 0; i < near.length && low < end; i++) {
      const text = near[i] as number;
      low = placeFrom(texts, text, low, end);
      if (low < end && texts[low] === text)
        this.#scores[text] =
          (this.#scores[text] as number) + (present ? weight : weight * (saturation[low] as number));
    }
  }

  /** Puts the query's terms in order, rarest first: where the budget ends, only common terms are left. */
  #weigh({ channels }: Query): void {
    const { start } = this.#index;
    const [terms, weights, postings]: [number[], number[], number[]] = [[], [], []];
    for (let kind = 0; kind < channels.length; kind++) {
      const channel = channels[kind] as Query['channels'][number];
      const share = this.#weighing.shares[kind] ?? 0;
      for (let i = 0; i < channel.terms.length; i++) {
        const weight = share * (channel.idf[i] as number);
        if (weight <= 0) continue;
        const term = channel.terms[i] as number;
        const size = (start[term + 1] as number) - (start[term] as number);
        let at = terms.length;
        for (; at > 0; at--) {
          const before = postings[at - 1] as number;
          if (before < size || (before === size && (terms[at - 1] as number) < term)) break;
          terms[at] = terms[at - 1] as number;
          weights[at] = weights[at - 1] as number;
          postings[at] = before;
        }
        terms[at] = term;
        weights[at] = weight;
        postings[at] = size;
      }
    }
    this.#terms = terms;
    this.#weights = weights;
    this.#left = [];
    let left = 0;
    for (let t = terms.length - 1; t >= 0; t--) {
      left += (weights[t] as number) * (this.#peaks[terms[t] as number] as number);
      this.#left[t] = left;
    }
  }

  /** Puts the best of the first `count` of some texts in order; gives how many there are. */
  #select(touched: Int32Array, count: number, limit: number): number {
    if (this.#best.length < limit) this.#best = new Int32Array(limit);
    const best = this.#best;
    const size = Math.min(count, limit);
    // A heap with the worst of the best on top; what is better than that takes its place.
    for (let i = 0; i < size; i++) best[i] = touched[i] as number;
    for (let i = (size >> 1) - 1; i >= 0; i--) this.#sink(i, size);
    for (let i = size; i < count; i++) {
      const text = touched[i] as number;
      if (!this.#isBetter(text, best[0] as number)) continue;
      best[0] = text;
      this.#sink(0, size);
    }
    for (let end = size - 1; end > 0; end--) {
      const worst = best[0] as number;
      best[0] = best[end] as number;
      best[end] = worst;
      this.#sink(0, end);
    }
    return size;
  }

  #isBetter(a: number, b: number): boolean {
    const one = this.#scores[a] as number;
    const other = this.#scores[b] as number;
    return one > other || (one === other && a < b);
  }

  /** Moves a text down among the first `size` until none below it is worse. */
  #sink(from: number, size: number): void {
    const best = this.#best;
    const text = best[from] as number;
    let at = from;
    for (let below = 2 * at + 1; below < size; below = 2 * at + 1) {
      if (below + 1 < size && this.#isBetter(best[below] as number, best[below + 1] as number)) below++;
      if (!this.#isBetter(text, best[below] as number)) break;
      best[at] = best[below] as number;
      at = below;
    }
    best[at] = text;
  }

  #clear(count: number): void {
    for (let i = 0; i < count; i++) this.#scores[this.#touched[i] as number] = 0;
  }
}
