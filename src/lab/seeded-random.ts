/** Random numbers that are the same for the same seed. */
export interface SeededRandom {
  /** A whole number from 0 up to, and not, `end`. */
  below(end: number): number;
  /** One of a list, the first far more often than the last. */
  skewed<T>(list: readonly T[]): T;
}

/** Mulberry32: 32 bits of state, enough for made-up data and for nothing else. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (end) => Math.floor(next() * end),
    skewed(list) {
      const one = list[Math.floor(next() ** 2 * list.length)];
      if (one === undefined) throw new Error('nothing to choose from');
      return one;
    },
  };
}
