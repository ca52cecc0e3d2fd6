import { CHAR, CONCEPT, GRAM, SOUND, SUBJECT, type Terms, WORD } from './terms.js';
import type { TextStore } from './text-store.js';

/** Okapi BM25 with the usual textbook values; length is counted in characters for every channel. */
const K1 = 1.2;
const B = 0.75;
/** A posting's saturated term frequency, below 1, is kept in one byte. */
export const SATURATION_STEPS = 255;

/** Postings of all channels, sorted by term and then by text. */
export interface InvertedIndex {
  /** Term t has the postings from start[t] up to start[t + 1]. */
  start: Int32Array;
  texts: Int32Array;
  /** tf ÷ (tf + K) of each posting, times SATURATION_STEPS. */
  saturation: Uint8Array;
  /** Inverse document frequency of each term, at least 0. */
  idf: Float32Array;
  /** What a term that no text holds would have. */
  unseenIdf: number;
  /** K of each text: k1 · (1 − b + b · length ÷ average length). */
  norm: Float32Array;
}

/** Calls `visit` with every term of a text, one call per occurrence, sub-words included. */
export function eachTerm(
  store: TextStore,
  text: number,
  subWords: ReadonlyMap<number, Int32Array>,
  visit: (term: number) => void,
): void {
  const {
    words,
    wordStart,
    concepts,
    conceptStart,
    subjects,
    subjectStart,
    chars,
    charStart,
    grams,
    soundGrams,
  } = store;
  for (let i = wordStart[text] ?? 0, end = wordStart[text + 1] ?? 0; i < end; i++) {
    const word = words[i] as number;
    visit(word);
    const parts = subWords.get(word);
    if (parts !== undefined) for (const part of parts) visit(part);
  }
  for (let i = conceptStart[text] ?? 0, end = conceptStart[text + 1] ?? 0; i < end; i++)
    visit(concepts[i] as number);
  for (let i = subjectStart[text] ?? 0, end = subjectStart[text + 1] ?? 0; i < end; i++)
    visit(subjects[i] as number);
  for (let i = charStart[text] ?? 0, end = charStart[text + 1] ?? 0; i < end; i++) {
    visit(chars[i] as number);
    if ((grams[i] as number) >= 0) visit(grams[i] as number);
    if ((soundGrams[i] as number) >= 0) visit(soundGrams[i] as number);
  }
}

/** Turns the texts into postings; `weigh` may lower a term's weight (function words). */
export function invert(
  store: TextStore,
  terms: Terms,
  subWords: ReadonlyMap<number, Int32Array>,
  weigh: (term: number) => number,
): InvertedIndex {
  const size = terms.size;
  const count = store.count;
  const frequency = new Int32Array(size);
  const last = new Int32Array(size).fill(-1);
  for (let text = 0; text < count; text++) {
    eachTerm(store, text, subWords, (term) => {
      if (last[term] === text) return;
      last[term] = text;
      (frequency[term] as number)++;
    });
  }
  const start = new Int32Array(size + 1);
  for (let term = 0; term < size; term++)
    start[term + 1] = (start[term] as number) + (frequency[term] as number);
  const total = start[size] as number;
  const index: InvertedIndex = {
    start,
    texts: new Int32Array(total),
    saturation: new Uint8Array(total),
    idf: new Float32Array(size),
    unseenIdf: inverseFrequency(0, count),
    norm: lengthNorms(store),
  };
  for (let term = 0; term < size; term++) {
    index.idf[term] = inverseFrequency(frequency[term] as number, count) * weigh(term);
  }
  fillPostings(index, store, subWords);
  return index;
}

function fillPostings(
  index: InvertedIndex,
  store: TextStore,
  subWords: ReadonlyMap<number, Int32Array>,
): void {
  const at = index.start.slice();
  const times = new Int32Array(index.idf.length);
  const seen: number[] = [];
  for (let text = 0; text < store.count; text++) {
    seen.length = 0;
    eachTerm(store, text, subWords, (term) => {
      if ((times[term] as number)++ === 0) seen.push(term);
    });
    const norm = index.norm[text] as number;
    for (const term of seen) {
      const tf = times[term] as number;
      const place = (at[term] as number)++;
      index.texts[place] = text;
      index.saturation[place] = Math.max(1, Math.round((SATURATION_STEPS * tf) / (tf + norm)));
      times[term] = 0;
    }
  }
}

function inverseFrequency(frequency: number, count: number): number {
  return Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5));
}

function lengthNorms(store: TextStore): Float32Array {
  const norms = new Float32Array(store.count);
  const average = store.chars.length / Math.max(1, store.count);
  for (let text = 0; text < store.count; text++) {
    const length = (store.charStart[text + 1] as number) - (store.charStart[text] as number);
    norms[text] = K1 * (1 - B + (B * length) / Math.max(1, average));
  }
  return norms;
}

/** Weight of each channel when candidates are gathered, tuned by R@50 and R@1 of the unre-ranked list. */
export const CHANNEL_WEIGHTS: readonly number[] = (() => {
  const weights: number[] = [];
  weights[WORD] = 1;
  weights[CONCEPT] = 0.5;
  weights[SUBJECT] = 0.5;
  weights[CHAR] = 0.6;
  weights[GRAM] = 1;
  weights[SOUND] = 0.6;
  return weights;
})();
