import type { Segmenter } from '#text/segmenter.js';
import { createAnalyser } from './analysis.js';
import { defaultLexicon, defaultSegmenter, defaultWeights } from './defaults.js';
import { type Entry, indexedTexts, type Wording } from './entry.js';
import { type CandidateFeatures, FEATURES, type FeatureName } from './features/index.js';
import { createSearchLexicon } from './lexicon/index.js';
import type { SearchWords } from './lexicon/words.js';
import { confidenceOf, createScorer, probabilities } from './model.js';
import { createCandidateReader } from './rank.js';
import { buildTextIndex } from './text-index.js';
import type { MatchingWeights } from './weights.js';

export interface MatcherOptions {
  /** Cuts texts into words. Default: the shared dictionary without domain words. */
  segmenter?: Segmenter | undefined;
  /** Default: knowledge/weights/matching.json. */
  weights?: MatchingWeights | undefined;
  /** Words of everyday language. Default: those of knowledge/lexicon/search, with which the weights were fitted. */
  words?: SearchWords | undefined;
  /** Texts compared closely with each query, at most 50. Default: 50; fewer are quicker where entries have many texts. */
  candidates?: number | undefined;
}

export interface SearchOptions {
  /** Most results given. Default: 10. */
  limit?: number | undefined;
}

/** An entry with the probability, 0 to 1, that it answers the query. */
export interface SearchResult {
  id: string;
  score: number;
}

/** A search result that can be explained. */
export interface MatchResult extends SearchResult {
  /** The entry's text, alias or body that came nearest. */
  wording: string;
  /** Which of the three it is. */
  source: Wording;
  features: Readonly<Record<FeatureName, number>>;
}

/**
 * Finds the entries of a question corpus that answer a query, best first, ties by id. The first 400 characters of a
 * query are read and no more, so that the time of a search is bounded whatever is sent.
 */
export interface Matcher {
  search(query: string, options?: SearchOptions): SearchResult[];
  /** The same results, with what they rest on. */
  match(query: string, options?: SearchOptions): MatchResult[];
}

const LIMIT = 10;
/** Characters of a query that are read: the longest of the project's questions has 182. */
const LONGEST_QUERY = 400;
/** Taken from the ranking score of a body: it explains an entry, but nobody asks in its words. */
const BODY_PENALTY = 1;

/**
 * Indexes entries in a time that grows with the length of all their texts; everything after that is synchronous and
 * gives the same results for the same entries and query. Of a query the first 400 characters count, of a long text the
 * passage that comes nearest.
 */
export function createMatcher(entries: readonly Entry[], options: MatcherOptions = {}): Matcher {
  const segmenter = options.segmenter ?? defaultSegmenter();
  const weights = options.weights ?? defaultWeights();
  const lexicon = options.words === undefined ? defaultLexicon() : createSearchLexicon(options.words);
  const analyse = createAnalyser(segmenter, lexicon.readPhrase);
  const texts = indexedTexts(entries);
  const index = buildTextIndex(
    texts.map(({ text }) => text),
    analyse,
    lexicon,
  );
  const read = createCandidateReader(index, texts, options.candidates);
  const scorer = createScorer(weights.ranking);

  interface Scored {
    candidate: CandidateFeatures;
    entry: Entry;
    score: number;
  }
  const best = (candidates: readonly CandidateFeatures[]): Scored[] => {
    const byEntry = new Map<number, Scored>();
    for (const candidate of candidates) {
      const text = texts[candidate.text];
      const entry = text && entries[text.entry];
      if (!entry) continue;
      const score = scorer(candidate) - (text.wording === 'body' ? BODY_PENALTY : 0);
      const known = byEntry.get(text.entry);
      if (!known || score > known.score) byEntry.set(text.entry, { candidate, entry, score });
    }
    return [...byEntry.values()].sort((a, b) => b.score - a.score || compareIds(a.entry.id, b.entry.id));
  };

  const match = (query: string, { limit = LIMIT }: SearchOptions = {}): MatchResult[] => {
    const analysis = analyse(
      Array.from(query.slice(0, 2 * LONGEST_QUERY))
        .slice(0, LONGEST_QUERY)
        .join(''),
    );
    const ranked = best(read(analysis));
    const first = ranked[0];
    if (!first) return [];
    const scores = probabilities(
      weights.calibration,
      ranked.map(({ score }) => score),
      confidenceOf(first.candidate, analysis.chars.length),
    );
    return ranked.slice(0, Math.max(0, limit)).map(({ candidate, entry }, i) => ({
      id: entry.id,
      score: scores[i] as number,
      wording: texts[candidate.text]?.text ?? '',
      source: texts[candidate.text]?.wording ?? 'text',
      features: Object.fromEntries(
        FEATURES.map(({ name }, place) => [name, candidate.values[place] as number]),
      ) as Record<FeatureName, number>,
    }));
  };

  return { match, search: (query, limits) => match(query, limits).map(({ id, score }) => ({ id, score })) };
}

/** By code units, so that the order doesn't depend on a locale. */
function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
