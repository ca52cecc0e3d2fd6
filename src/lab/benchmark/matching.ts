import { createMatcher } from '#search/index.js';
import { loadSegmenter } from '#text/segmenters/index.js';
import { syntheticEntries, syntheticQuestions } from './synthetic.js';
import { timeEach } from './timing.js';

const QUESTIONS = 500;
const WARM_UP = 100;
const LIMIT = 10;

/** Milliseconds per search, seconds to build, megabytes. */
export interface MatchingFigures {
  entries: number;
  'build s': number;
  'p50 ms': number;
  'p95 ms': number;
  'p99 ms': number;
  /** Of the index: what the process grew by. */
  'index MB': number;
  /** Of the whole process. */
  'RSS MB': number;
}

/** Builds a matcher over synthetic entries and searches it; meant to run alone in its process. */
export function measureMatching(size: number): MatchingFigures {
  const segmenter = loadSegmenter();
  const entries = syntheticEntries(size);
  const questions = syntheticQuestions(QUESTIONS);
  const before = residentMegabytes();
  const start = performance.now();
  const matcher = createMatcher(entries, { segmenter });
  const built = performance.now() - start;
  const after = residentMegabytes();
  const timings = timeEach(questions, WARM_UP, (question) => matcher.search(question, { limit: LIMIT }));
  return {
    entries: size,
    'build s': tidy(built / 1000),
    'p50 ms': tidy(timings.at(0.5)),
    'p95 ms': tidy(timings.at(0.95)),
    'p99 ms': tidy(timings.at(0.99)),
    'index MB': Math.round(after - before),
    'RSS MB': Math.round(after),
  };
}

/** After a collection where the process allows one (--expose-gc). */
function residentMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
}

function tidy(value: number): number {
  return Math.round(value * 100) / 100;
}
