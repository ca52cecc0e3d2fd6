import type { Query } from '../query.js';
import type { TextIndex } from '../text-index.js';
import type { Stretch } from './window.js';

/** How two texts run alongside each other, character by character; homophones count nearly as equal. */
export interface Alignment {
  /** Weight of the longest common subsequence over the query's weight. */
  queryAligned: number;
  /** The same over the weight of the stretch. */
  textAligned: number;
}

/** A homophone counts for this much of an equal character. */
const HOMOPHONE = 0.9;
/** Queries are compared up to this many characters. */
const LONGEST_QUERY = 96;

/** Aligns one query with many stretches of text. Keeps working memory; not re-entrant. */
export class Aligner {
  readonly #index: TextIndex;
  #row = new Float32Array(128);

  constructor(index: TextIndex) {
    this.#index = index;
  }

  /** @param weights of the query's characters, by charWeights */
  align(query: Query, { start, end }: Stretch, weights: Float32Array): Alignment {
    const { chars, sounds } = this.#index.store;
    const { idf } = this.#index.inverted;
    const n = Math.min(LONGEST_QUERY, query.encoded.chars.length);
    const m = end - start;
    if (this.#row.length <= m) this.#row = new Float32Array(2 * m);
    const common = this.#row.fill(0, 0, m + 1);
    let queryMass = 0;
    for (let i = 0; i < n; i++) {
      const char = query.encoded.chars[i] as number;
      const sound = query.encoded.sounds[i] as number;
      const weight = weights[i] as number;
      queryMass += weight;
      if (sound < 0 && char < 0) continue;
      const near = HOMOPHONE * weight;
      let diagonal = 0;
      let left = 0;
      for (let j = 1; j <= m; j++) {
        const up = common[j] as number;
        let most = Math.max(up, left);
        // Equal characters sound alike, so most places are ruled out by one comparison.
        if (sounds[start + j - 1] === sound) {
          const through = diagonal + (chars[start + j - 1] === char ? weight : near);
          if (through > most) most = through;
        }
        common[j] = most;
        left = most;
        diagonal = up;
      }
    }
    let textMass = 0;
    for (let at = start; at < end; at++) textMass += idf[chars[at] as number] as number;
    const aligned = common[m] as number;
    return {
      queryAligned: queryMass === 0 ? 0 : Math.min(1, aligned / queryMass),
      textAligned: textMass === 0 ? 0 : Math.min(1, aligned / textMass),
    };
  }
}

/** Weight of each character of a query: its inverse document frequency. */
export function charWeights(index: TextIndex, query: Query): Float32Array {
  const { idf, unseenIdf } = index.inverted;
  return Float32Array.from(query.encoded.chars, (char) => (char >= 0 ? (idf[char] as number) : unseenIdf));
}
