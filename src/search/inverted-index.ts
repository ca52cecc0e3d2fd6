import { CHANNELS, CHAR, CONCEPT, GRAM, SOUND, SUBJECT, type Terms, WORD } from './terms.js';
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
  /**
   * How far the texts are put together from the same words, 0 to 1. Above 0 only the channels of EVIDENCE_WEIGHTS have
   * postings.
   */
  assembled: number;
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
  const columns = columnsOf(store, subWords);
  const frequency = new Int32Array(size);
  for (const column of columns) countTexts(column, count, frequency);
  const assembled = count < SAMPLE ? 0 : assembly(terms, frequency);
  const kept = assembled > 0 ? columns.filter((_, kind) => (EVIDENCE_WEIGHTS[kind] ?? 0) > 0) : columns;
  const postings = assembled > 0 ? new Int32Array(size) : frequency;
  if (assembled > 0) for (const column of kept) countTexts(column, count, postings);
  const start = new Int32Array(size + 1);
  for (let term = 0; term < size; term++)
    start[term + 1] = (start[term] as number) + (postings[term] as number);
  const total = start[size] as number;
  const index: InvertedIndex = {
    start,
    texts: new Int32Array(total),
    saturation: new Uint8Array(total),
    idf: new Float32Array(size),
    unseenIdf: inverseFrequency(0, count),
    norm: lengthNorms(store),
    assembled,
  };
  for (let term = 0; term < size; term++) {
    index.idf[term] = inverseFrequency(frequency[term] as number, count) * weigh(term);
  }
  const at = start.slice();
  for (const column of kept) fillPostings(index, column, count, at);
  return index;
}

/** The terms of all texts in one channel. */
interface Column {
  terms: Int32Array;
  /** Text i has those from start[i] up to start[i + 1]. */
  start: Int32Array;
  /** Terms that come with a term. */
  parts: ReadonlyMap<number, Int32Array> | undefined;
}

/** In the order of CHANNELS. */
function columnsOf(store: TextStore, subWords: ReadonlyMap<number, Int32Array>): Column[] {
  return [
    { terms: store.words, start: store.wordStart, parts: subWords },
    { terms: store.concepts, start: store.conceptStart, parts: undefined },
    { terms: store.subjects, start: store.subjectStart, parts: undefined },
    { terms: store.chars, start: store.charStart, parts: undefined },
    { terms: store.grams, start: store.charStart, parts: undefined },
    { terms: store.soundGrams, start: store.charStart, parts: undefined },
  ];
}

/** Adds to each term the number of texts that have it. */
function countTexts({ terms, start, parts }: Column, count: number, frequency: Int32Array): void {
  const last = new Int32Array(frequency.length).fill(-1);
  const note = (term: number, text: number) => {
    if (last[term] === text) return;
    last[term] = text;
    frequency[term] = (frequency[term] as number) + 1;
  };
  for (let text = 0; text < count; text++) {
    for (let i = start[text] as number, end = start[text + 1] as number; i < end; i++) {
      const term = terms[i] as number;
      if (term < 0) continue;
      note(term, text);
      const inside = parts?.get(term);
      if (inside !== undefined) for (const part of inside) note(part, text);
    }
  }
}

/** @param at where the next posting of each term goes */
function fillPostings(
  { texts, saturation, norm, idf }: InvertedIndex,
  { terms, start, parts }: Column,
  count: number,
  at: Int32Array,
): void {
  const times = new Int32Array(idf.length);
  let seen = new Int32Array(1024);
  let size = 0;
  const note = (term: number) => {
    const before = times[term] as number;
    times[term] = before + 1;
    if (before > 0) return;
    if (size === seen.length) {
      const larger = new Int32Array(2 * size);
      larger.set(seen);
      seen = larger;
    }
    seen[size++] = term;
  };
  for (let text = 0; text < count; text++) {
    size = 0;
    for (let i = start[text] as number, end = start[text + 1] as number; i < end; i++) {
      const term = terms[i] as number;
      if (term < 0) continue;
      note(term);
      const inside = parts?.get(term);
      if (inside !== undefined) for (const part of inside) note(part);
    }
    const k = norm[text] as number;
    for (let i = 0; i < size; i++) {
      const term = seen[i] as number;
      const tf = times[term] as number;
      const place = at[term] as number;
      at[term] = place + 1;
      texts[place] = text;
      saturation[place] = Math.max(1, Math.round((SATURATION_STEPS * tf) / (tf + k)));
      times[term] = 0;
    }
  }
}

/**
 * Where each text is said in its own way, a quarter to a half of all words stand in one text only (Zipf's law; in public
 * question corpora 24 % at least). A long list put together from the same parts over and over, one row for each place and
 * office, has next to none.
 */
const FREE = 0.2;
const ASSEMBLED = 0.12;
/** Fewer texts are no sample of how they are worded. */
const SAMPLE = 500;

/** How far the texts are put together from the same words: 0 for free wording, 1 for a list of recurring parts. */
function assembly(terms: Terms, frequency: Int32Array): number {
  let [words, once] = [0, 0];
  for (const [, term] of terms.words()) {
    words++;
    if (frequency[term] === 1) once++;
  }
  const share = words === 0 ? 1 : once / words;
  return Math.min(1, Math.max(0, (FREE - share) / (FREE - ASSEMBLED)));
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

/**
 * Weight of each channel where evidence is added up: words under the name of their synonyms' class, and pairs of
 * syllables, which are there even where a word is mistyped.
 */
export const EVIDENCE_WEIGHTS: readonly number[] = CHANNELS.map((_, kind) =>
  kind === CONCEPT ? 1 : kind === SOUND ? 0.5 : 0,
);
