import { CHANNEL_WEIGHTS, type InvertedIndex, SATURATION_STEPS } from './inverted-index.js';
import type { Query } from './query.js';

/** Postings read in order for one query, so that a query of very common terms stays quick in a very long list. */
const POSTINGS_BUDGET = 250_000;
/** Texts for which the terms beyond that are looked up one by one: those that the rarer terms put first. */
const LOOKED_UP = 1000;

/** A text with its BM25 score over all channels. */
export interface Candidate {
  text: number;
  score: number;
}

/** Finds the texts that share the most informative terms with a query. Keeps working memory; not re-entrant. */
export class CandidateFinder {
  readonly #index: InvertedIndex;
  readonly #scores: Float32Array;
  readonly #touched: Int32Array;
  /** The query's terms, rarest first, and what each weighs. */
  #terms: number[] = [];
  #weights: number[] = [];
  /** The best texts so far. */
  #best = new Int32Array(64);

  readonly #budget: number;

  /** @param budget postings read in order; of the terms beyond it, only what they add to the best texts */
  constructor(index: InvertedIndex, texts: number, budget: number = POSTINGS_BUDGET) {
    this.#index = index;
    this.#budget = budget;
    this.#scores = new Float32Array(texts);
    this.#touched = new Int32Array(texts);
  }

  /** The `limit` best texts, best first, ties by position. */
  find(query: Query, limit: number): Candidate[] {
    this.#weigh(query);
    const { count, read } = this.#score(limit);
    let found: number;
    if (read === this.#terms.length) found = this.#select(this.#touched, count, limit);
    else {
      const kept = this.#select(this.#touched, count, Math.max(limit, LOOKED_UP));
      const near = this.#best.slice(0, kept);
      this.#lookUp(near, read);
      found = this.#select(near, near.length, limit);
    }
    const candidates: Candidate[] = [];
    for (let i = 0; i < found; i++) {
      const text = this.#best[i] as number;
      candidates.push({ text, score: this.#scores[text] as number });
    }
    this.#clear(count);
    return candidates;
  }

  /** Adds up the scores; gives how many texts have one, and how many terms were read. */
  #score(limit: number): { count: number; read: number } {
    const { start, texts, saturation } = this.#index;
    const scores = this.#scores;
    const touched = this.#touched;
    let count = 0;
    let budget = this.#budget;
    for (let t = 0; t < this.#terms.length; t++) {
      const term = this.#terms[t] as number;
      const weight = this.#weights[t] as number;
      const end = start[term + 1] as number;
      const from = start[term] as number;
      budget -= end - from;
      if (budget < 0 && count >= limit) return { count, read: t };
      for (let i = from; i < end; i++) {
        const text = texts[i] as number;
        const before = scores[text] as number;
        if (before === 0) touched[count++] = text;
        scores[text] = before + weight * (saturation[i] as number);
      }
    }
    return { count, read: this.#terms.length };
  }

  /** Adds to the scores of some texts what the terms from a place on give them. */
  #lookUp(near: Int32Array, from: number): void {
    const { start, texts, saturation } = this.#index;
    for (let t = from; t < this.#terms.length; t++) {
      const term = this.#terms[t] as number;
      const weight = this.#weights[t] as number;
      for (let i = 0; i < near.length; i++) {
        const text = near[i] as number;
        const at = placeOf(texts, text, start[term] as number, start[term + 1] as number);
        if (at >= 0)
          this.#scores[text] = (this.#scores[text] as number) + weight * (saturation[at] as number);
      }
    }
  }

  /** Puts the query's terms in order, rarest first: where the budget ends, only common terms are left. */
  #weigh({ channels }: Query): void {
    const { start } = this.#index;
    const [terms, weights, postings]: [number[], number[], number[]] = [[], [], []];
    for (let kind = 0; kind < channels.length; kind++) {
      const channel = channels[kind] as Query['channels'][number];
      const share = (CHANNEL_WEIGHTS[kind] ?? 0) / SATURATION_STEPS;
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
    const [one, other] = [this.#scores[a] as number, this.#scores[b] as number];
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

/** Where a text stands among ascending ones from a place up to another; -1 where it doesn't. */
function placeOf(texts: Int32Array, text: number, from: number, until: number): number {
  let [low, high] = [from, until - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = texts[middle] as number;
    if (found === text) return middle;
    if (found < text) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
