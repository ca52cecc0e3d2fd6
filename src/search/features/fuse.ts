import type { Query } from '../query.js';
import type { TextIndex } from '../text-index.js';
import type { Stretch } from './window.js';

/** At most this many characters of the query are compared: the bit masks hold 32. */
const LONGEST_PATTERN = 32;
/** More errors than this share of the pattern count as unlike; Fuse.js's own default. */
const THRESHOLD = 0.6;
/** What Fuse.js gives a text that holds the whole pattern and more. */
const HELD = 0.001;

/**
 * How well the beginning of a query is found anywhere in a text with few wrong, missing or additional characters: the
 * measure of Fuse.js without regard to the place (Bitap of Wu and Manber, 1992), over the numbers of characters, so
 * that no string is made and nothing allocated. Keeps working memory; not re-entrant.
 */
export class PatternMeter {
  readonly #index: TextIndex;
  /** Bits of the places of a character in the pattern; 0 between two queries. */
  readonly #masks: Int32Array;
  readonly #rows = new Int32Array(LONGEST_PATTERN + 1);
  #pattern: Int32Array = new Int32Array(0);
  #length = 0;

  constructor(index: TextIndex) {
    this.#index = index;
    this.#masks = new Int32Array(index.terms.size);
  }

  /** Must be called before `measure`, and undone with `release`. */
  hold({ encoded: { chars } }: Query): void {
    this.#pattern = chars;
    this.#length = Math.min(chars.length, LONGEST_PATTERN);
    for (let i = 0; i < this.#length; i++) {
      const char = chars[i] as number;
      if (char >= 0) this.#masks[char] = (this.#masks[char] as number) | (1 << (this.#length - i - 1));
    }
  }

  release(): void {
    for (let i = 0; i < this.#length; i++) {
      const char = this.#pattern[i] as number;
      if (char >= 0) this.#masks[char] = 0;
    }
  }

  /** 0 to 1; 0 where the pattern isn't found. */
  measure(stretch: Stretch): number {
    const length = this.#length;
    if (length === 0) return 0;
    if (this.#isWhole(stretch)) return 1;
    const errors = this.#errors(stretch, Math.floor(THRESHOLD * length + 1e-9));
    return errors < 0 ? 0 : Math.fround(1 - Math.max(HELD, errors / length));
  }

  #isWhole({ start, end }: Stretch): boolean {
    if (end - start !== this.#length) return false;
    const { chars } = this.#index.store;
    for (let i = 0; i < this.#length; i++) if (chars[start + i] !== this.#pattern[i]) return false;
    return true;
  }

  /** Fewest errors with which the pattern is found, -1 where it takes more than `most`. */
  #errors({ start, end }: Stretch, most: number): number {
    const { chars } = this.#index.store;
    const [masks, rows] = [this.#masks, this.#rows];
    const whole = 1 << (this.#length - 1);
    let fewest = -1;
    let levels = most;
    for (let i = 0; i <= levels; i++) rows[i] = (1 << i) - 1;
    // From the end to the beginning; behind the end a pattern may still be missing its last characters.
    for (let at = end + this.#length - 1; at >= start && levels >= 0; at--) {
      const mask = at < end ? (masks[chars[at] as number] as number) : 0;
      let beforeOld = 0;
      let beforeNew = 0;
      for (let errors = 0; errors <= levels; errors++) {
        const old = rows[errors] as number;
        let now = ((old << 1) | 1) & mask;
        if (errors > 0) now |= ((beforeOld | beforeNew) << 1) | 1 | beforeOld;
        rows[errors] = now;
        beforeOld = old;
        beforeNew = now;
        if ((now & whole) !== 0) {
          fewest = errors;
          levels = errors - 1;
        }
      }
    }
    return fewest;
  }
}
