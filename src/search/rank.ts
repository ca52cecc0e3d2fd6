import type { Analysis } from './analysis.js';
import { type Candidate, CandidateFinder } from './candidates.js';
import type { IndexedText } from './entry.js';
import { type CandidateFeatures, FeatureExtractor } from './features/index.js';
import { createQueryReader } from './query.js';
import type { TextIndex } from './text-index.js';

/** Texts that are compared closely with a query. */
export const CANDIDATES = 50;
/** Texts of one entry among them, so that an entry with many aliases doesn't crowd out the others. */
const TEXTS_PER_ENTRY = 4;
/** Texts gathered before that limit is applied, where entries have several texts. */
const GATHERED = 200;
/** Texts gathered at first, for each that is compared: seldom too few. */
const GATHERED_FIRST = 4;

/** Finds the texts nearest to a query and computes their features. */
export type CandidateReader = (query: Analysis) => CandidateFeatures[];

/** Makes the function that finds candidates in an index. Its working memory is reused: not re-entrant. */
export function createCandidateReader(
  index: TextIndex,
  texts: readonly IndexedText[],
  limit: number = CANDIDATES,
): CandidateReader {
  const finder = new CandidateFinder(index.inverted, index.store.count);
  const extractor = new FeatureExtractor(index);
  const read = createQueryReader(index);
  const several = texts.some(({ entry }, i) => i > 0 && texts[i - 1]?.entry === entry);
  return (analysis) => {
    const query = read(analysis);
    if (!several) return extractor.extract(query, finder.find(query, limit));
    const all = Math.max(limit, GATHERED);
    const first = finder.find(query, Math.min(all, GATHERED_FIRST * limit));
    const few = spread(first, texts, limit);
    const enough = few.length === limit || first.length < GATHERED_FIRST * limit || first.length === all;
    return extractor.extract(query, enough ? few : spread(finder.find(query, all), texts, limit));
  };
}

function spread(found: readonly Candidate[], texts: readonly IndexedText[], limit: number): Candidate[] {
  const taken = new Map<number, number>();
  const kept: Candidate[] = [];
  for (const candidate of found) {
    const entry = texts[candidate.text]?.entry ?? -1;
    const before = taken.get(entry) ?? 0;
    if (before === TEXTS_PER_ENTRY) continue;
    taken.set(entry, before + 1);
    kept.push(candidate);
    if (kept.length === limit) break;
  }
  return kept;
}
