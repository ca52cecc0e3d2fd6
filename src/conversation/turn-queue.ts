/** Runs work one after the other within a key, in the order of the calls; keys don't wait for each other. */
export interface TurnQueue {
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Keys with work under way. */
  readonly busy: number;
}

export function createTurnQueue(): TurnQueue {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(key, work) {
      const before = tails.get(key);
      const result = before === undefined ? work() : before.then(work, work);
      const tail = result.then(
        () => done(),
        () => done(),
      );
      // The last one of a key takes the key with it, so that idle conversations leave nothing behind.
      const done = () => {
        if (tails.get(key) === tail) tails.delete(key);
      };
      tails.set(key, tail);
      return result;
    },
    get busy() {
      return tails.size;
    },
  };
}
