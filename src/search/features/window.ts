import type { Query } from '../query.js';
import type { TextIndex } from '../text-index.js';

/** A stretch of a text's characters: offsets into the store. */
export interface Stretch {
  start: number;
  end: number;
}

/** Stretches are at least this long, and at most LONGEST: what comparing character by character can afford. */
const SHORTEST = 24;
const LONGEST = 64;

/**
 * The stretch of a text that holds most of the query's pairs of syllables; a short text is one stretch. Its length is
 * twice the query's, so that a long text is judged by its best passage.
 */
export function bestStretch(
  index: TextIndex,
  query: Query,
  text: number,
  has: (term: number) => boolean,
): Stretch {
  const { store, inverted } = index;
  const start = store.charStart[text] as number;
  const end = store.charStart[text + 1] as number;
  const size = Math.min(LONGEST, Math.max(SHORTEST, 2 * query.analysis.chars.length));
  if (end - start <= size) return { start, end };
  const counts = new Map<number, number>();
  let held = 0;
  let best: Stretch = { start, end: Math.min(end, start + size) };
  let most = -1;
  for (let i = start; i < end; i++) {
    const entering = store.soundGrams[i] as number;
    if (entering >= 0 && has(entering)) {
      const times = counts.get(entering) ?? 0;
      if (times === 0) held += inverted.idf[entering] as number;
      counts.set(entering, times + 1);
    }
    const out = i - size;
    if (out >= start) {
      const leaving = store.soundGrams[out] as number;
      if (leaving >= 0 && has(leaving)) {
        const times = (counts.get(leaving) ?? 1) - 1;
        if (times === 0) held -= inverted.idf[leaving] as number;
        counts.set(leaving, times);
      }
    }
    if (held > most + 1e-6) {
      most = held;
      const from = Math.max(start, Math.min(i + 1 - size, end - size));
      best = { start: from, end: Math.min(end, Math.max(i + 1, from + size)) };
    }
  }
  return best;
}
