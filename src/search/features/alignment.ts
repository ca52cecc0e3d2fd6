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
export class Aligner implements Alignment {
  readonly #index: TextIndex;
  #row = new Float32Array(128);
  #query: Query | undefined;
  /** Weight of each character of the query: its inverse document frequency. */
  readonly #weights = new Float32Array(LONGEST_QUERY);
  #length = 0;
  #queryMass = 0;
  /** Of the stretch measured last. */
  queryAligned = 0;
  textAligned = 0;

  constructor(index: TextIndex) {
    this.#index = index;
  }

  /** Must be called before `measure`. */
  hold(query: Query): void {
    const { idf, unseenIdf } = this.#index.inverted;
    const { chars } = query.encoded;
    this.#query = query;
    this.#length = Math.min(LONGEST_QUERY, chars.length);
    this.#queryMass = 0;
    for (let i = 0; i < this.#length; i++) {
      const char = chars[i] as number;
      this.#weights[i] = char >= 0 ? (idf[char] as number) : unseenIdf;
      this.#queryMass += this.#weights[i] as number;
    }
  }

  /** Puts the alignment of the query held with a stretch into `queryAligned` and `textAligned`. */
  measure(stretch: Stretch): void {
    const { chars } = this.#index.store;
    const { idf } = this.#index.inverted;
    const aligned = this.#common(stretch);
    let textMass = 0;
    for (let at = stretch.start; at < stretch.end; at++) textMass += idf[chars[at] as number] as number;
    this.queryAligned = this.#queryMass === 0 ? 0 : Math.min(1, aligned / this.#queryMass);
    this.textAligned = textMass === 0 ? 0 : Math.min(1, aligned / textMass);
  }

  /** Weight of the longest common subsequence. */
  #common({ start, end }: Stretch): number {
    const query = this.#query?.encoded;
    if (query === undefined) return 0;
    const { chars, sounds } = this.#index.store;
    const m = end - start;
    if (this.#row.length <= m) this.#row = new Float32Array(2 * m);
    const common = this.#row.fill(0, 0, m + 1);
    for (let i = 0; i < this.#length; i++) {
      const char = query.chars[i] as number;
      const sound = query.sounds[i] as number;
      const weight = this.#weights[i] as number;
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
    return common[m] as number;
  }
}
