/** Runs of each size; the fastest counts, since other programs only ever slow a run down. */
const RUNS = 3;
/** Milliseconds of one measurement at least: shorter ones are all noise. */
const LONG_ENOUGH = 4;

/**
 * How many times longer the work takes for four times the size: about 4 where time is linear, 16 where it goes by the
 * square. It compares the machine with itself, so that a slow or busy one gives the same.
 */
export function growth(size: number, work: (size: number) => unknown): number {
  work(size);
  const times = repetitions(size, work);
  return fastest(() => repeat(times, () => work(4 * size))) / fastest(() => repeat(times, () => work(size)));
}

/** Linear time with room for noise; the square would be at 16. */
export const LINEAR = 9;

function repetitions(size: number, work: (size: number) => unknown): number {
  let times = 1;
  while (elapsed(() => repeat(times, () => work(size))) < LONG_ENOUGH) times *= 2;
  return times;
}

function repeat(times: number, work: () => unknown): void {
  for (let i = 0; i < times; i++) work();
}

const fastest = (work: () => void) => Math.min(...Array.from({ length: RUNS }, () => elapsed(work)));

function elapsed(work: () => void): number {
  const { user, system } = process.cpuUsage();
  work();
  const now = process.cpuUsage({ user, system });
  return (now.user + now.system) / 1000;
}
