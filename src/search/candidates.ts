import { CHANNEL_WEIGHTS, type InvertedIndex, SATURATION_STEPS } from './inverted-index.js';
import type { Query } from './query.js';

/** Postings read for one query at most, so that a query of very common terms stays quick in a very long list. */
const POSTINGS_BUDGET = 250_000;

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

  constructor(index: InvertedIndex, texts: number) {
    this.#index = index;
    this.#scores = new Float32Array(texts);
    this.#touched = new Int32Array(texts);
  }

  /** The `limit` best texts, best first, ties by position. */
  find(query: Query, limit: number): Candidate[] {
    const { start, texts, saturation } = this.#index;
    const scores = this.#scores;
    const touched = this.#touched;
    let count = 0;
    let budget = POSTINGS_BUDGET;
    for (const { term, weight } of this.#weighedTerms(query)) {
      const end = start[term + 1] as number;
      const from = start[term] as number;
      budget -= end - from;
      if (budget < 0 && count >= limit) break;
      for (let i = from; i < end; i++) {
        const text = texts[i] as number;
        if (scores[text] === 0) touched[count++] = text;
        scores[text] = (scores[text] as number) + weight * (saturation[i] as number);
      }
    }
    return this.#best(count, limit);
  }

  /** The query's terms, rarest first: where the budget ends, only common terms are left. */
  #weighedTerms(query: Query): { term: number; weight: number }[] {
    const { start } = this.#index;
    const all: { term: number; weight: number; postings: number }[] = [];
    query.channels.forEach((channel, kind) => {
      const share = (CHANNEL_WEIGHTS[kind] ?? 0) / SATURATION_STEPS;
      channel.terms.forEach((term, i) => {
        const weight = share * (channel.idf[i] as number);
        const postings = (start[term + 1] as number) - (start[term] as number);
        if (weight > 0) all.push({ term, weight, postings });
      });
    });
    return all.sort((a, b) => a.postings - b.postings || a.term - b.term);
  }

  /** Takes the best of the first `count` touched texts and clears their scores. */
  #best(count: number, limit: number): Candidate[] {
    const best: Candidate[] = [];
    let least = 0;
    for (let i = 0; i < count; i++) {
      const text = this.#touched[i] as number;
      const score = this.#scores[text] as number;
      this.#scores[text] = 0;
      if (best.length === limit && score < least) continue;
      const candidate = { text, score };
      if (best.length === limit && !comesBefore(candidate, best[limit - 1] as Candidate)) continue;
      let place = best.length < limit ? best.length : limit - 1;
      while (place > 0 && comesBefore(candidate, best[place - 1] as Candidate)) {
        best[place] = best[place - 1] as Candidate;
        place--;
      }
      best[place] = candidate;
      if (best.length === limit) least = (best[limit - 1] as Candidate).score;
    }
    return best;
  }
}

function comesBefore(a: Candidate, b: Candidate): boolean {
  return a.score > b.score || (a.score === b.score && a.text < b.text);
}
