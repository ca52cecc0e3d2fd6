/** When a process that has ended is started again. */
export interface Restarts {
  /**
   * Milliseconds until the next start; null where it makes no sense to try again.
   * @param lived milliseconds that it ran @param wasReady whether it ever served
   */
  pauseAfter(lived: number, wasReady: boolean): number | null;
}

/** A process that ran for this long isn't broken: it is started again at once. */
const LIVED_WELL = 60_000;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
/** Starts in a row that never came to serving: what is wrong with them doesn't mend itself. */
const MOST_FAILED = 10;

/** The restarts of one place among the processes: at once the first time, then after twice as long each time. */
export function createRestarts(): Restarts {
  let inRow = 0;
  let failed = 0;
  return {
    pauseAfter(lived, wasReady) {
      failed = wasReady ? 0 : failed + 1;
      if (failed >= MOST_FAILED) return null;
      if (lived >= LIVED_WELL) inRow = 0;
      const pause = inRow === 0 ? 0 : Math.min(FIRST_PAUSE * 2 ** (inRow - 1), LONGEST_PAUSE);
      inRow++;
      return pause;
    },
  };
}
