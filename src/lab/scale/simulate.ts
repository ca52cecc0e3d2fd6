import { seededRandom } from '../seeded-random.js';

export interface Minute {
  /** Questions a second, in the mean; they come independently of each other. */
  perSecond: number;
  /** Milliseconds of processor time for one, in the mean. */
  cpu: number;
  /** Each takes one question after the other; whoever comes takes the core that is free first. */
  cores: number;
  seconds: number;
  seed: number;
}

export interface Waits {
  asked: number;
  /** Milliseconds from the question to its answer. */
  p50: number;
  p99: number;
  longest: number;
}

/** Parts of a million: the generator gives whole numbers. */
const FINE = 1_000_000;

/** Questions as they come and wait for a core: Poisson arrivals, and half to one and a half times the mean time for each. */
export function simulate({ perSecond, cpu, cores, seconds, seed }: Minute): Waits {
  const random = seededRandom(seed);
  const share = () => (random.below(FINE) + 1) / (FINE + 1);
  const free = new Float64Array(cores);
  const waits: number[] = [];
  for (let at = 0; ; ) {
    at += (-Math.log(share()) / perSecond) * 1000;
    if (at >= seconds * 1000) break;
    let next = 0;
    for (let core = 1; core < cores; core++) if ((free[core] as number) < (free[next] as number)) next = core;
    const done = Math.max(at, free[next] as number) + cpu * (0.5 + share());
    free[next] = done;
    waits.push(done - at);
  }
  waits.sort((a, b) => a - b);
  const of = (part: number) => waits[Math.floor((waits.length - 1) * part)] ?? 0;
  return { asked: waits.length, p50: of(0.5), p99: of(0.99), longest: of(1) };
}
