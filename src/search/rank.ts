import type { Analysis } from './analysis.js';
import { type Candidate, CandidateFinder } from './candidates.js';
import type { IndexedText } from './entry.js';
import { type CandidateFeatures, FeatureExtractor } from './features/index.js';
import { createQueryReader, type Query } from './query.js';
import type { TextIndex } from './text-index.js';
import { BM25, EVIDENCE } from './weighing.js';

/** Texts that are compared closely with a query. */
export const CANDIDATES = 50;
/** Texts of one entry among them, so that an entry with many aliases doesn't crowd out the others. */
const TEXTS_PER_ENTRY = 4;
/** Texts gathered before that limit is applied, where entries have several texts. */
const GATHERED = 200;
/** Texts gathered at first, for each that is compared: seldom too few. */
const GATHERED_FIRST = 4;

/** Rows of an assembled list that are compared closely: those that hold most of the query. */
const ROWS = 24;
/** What a nat of evidence counts beside the ranking score, where texts are wholly assembled. */
const PER_NAT = 0.5;

/** Finds the texts nearest to a query and computes their features. */
export type CandidateReader = (query: Analysis) => CandidateFeatures[];

/**
 * Makes the function that finds candidates in an index: among free wordings by BM25; among the rows of an assembled list,
 * where a word that is missing means another row, by how much of the query they hold. Its working memory is reused: not
 * re-entrant.
 */
export function createCandidateReader(
  index: TextIndex,
  texts: readonly IndexedText[],
  limit: number = CANDIDATES,
): CandidateReader {
  const { assembled } = index.inverted;
  const weighing = assembled > 0 ? EVIDENCE : BM25;
  const most = assembled > 0 ? Math.min(limit, ROWS) : limit;
  const finder = new CandidateFinder(index.inverted, index.store.count, undefined, weighing);
  const extractor = new FeatureExtractor(index);
  const read = createQueryReader(index);
  const several = texts.some(({ entry }, i) => i > 0 && texts[i - 1]?.entry === entry);
  const find = (query: Query): Candidate[] => {
    if (!several) return finder.find(query, most);
    const all = Math.max(most, GATHERED);
    const first = finder.find(query, Math.min(all, GATHERED_FIRST * most));
    const few = spread(first, texts, most);
    const enough = few.length === most || first.length < GATHERED_FIRST * most || first.length === all;
    return enough ? few : spread(finder.find(query, all), texts, most);
  };
  return (analysis) => {
    const query = read(analysis);
    const found = find(query);
    const features = extractor.extract(query, found);
    if (assembled === 0) return features;
    const held = found[0]?.score ?? 0;
    return features.map((one, i) => ({
      ...one,
      lacking: PER_NAT * assembled * (held - (found[i]?.score ?? 0)),
    }));
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
