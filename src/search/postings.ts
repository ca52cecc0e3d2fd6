import type { InvertedIndex } from './inverted-index.js';

/** A text with its score over all channels. */
export interface Candidate {
  text: number;
  score: number;
}

/** The first place from `from` on whose text isn't below the one given: steps that double, then halving. */
export function placeFrom(texts: Int32Array, text: number, from: number, until: number): number {
  let [low, step] = [from, 1];
  while (low + step < until && (texts[low + step] as number) < text) {
    low += step;
    step *= 2;
  }
  let high = Math.min(until, low + step + 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((texts[middle] as number) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The largest saturation of each term. */
export function peaksOf({ start, saturation, idf }: InvertedIndex): Uint8Array {
  const peaks = new Uint8Array(idf.length);
  for (let term = 0; term < peaks.length; term++) {
    let most = 0;
    for (let i = start[term] as number, end = start[term + 1] as number; i < end; i++)
      if ((saturation[i] as number) > most) most = saturation[i] as number;
    peaks[term] = most;
  }
  return peaks;
}
