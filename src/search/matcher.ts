import type { Segmenter } from '#text/segmenter.js';
import { type Analysis, createAnalyser } from './analysis.js';
import { defaultLexicon, defaultSegmenter, defaultWeights } from './defaults.js';
import { type Entry, type IndexedText, indexedTexts, type Wording } from './entry.js';
import { type CandidateFeatures, FEATURES, type FeatureName, PLACE } from './features/index.js';
import { createSearchLexicon, type SearchLexicon } from './lexicon/index.js';
import type { SearchWords } from './lexicon/words.js';
import { confidenceOf, createScorer, probabilities } from './model.js';
import { createCandidateReader } from './rank.js';
import { buildTextIndex, type TextIndex } from './text-index.js';
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
  /** What `indexEntries` gave for the same entries, segmenter and words. Default: they are indexed now. */
  index?: TextIndex | undefined;
}

export interface SearchOptions {
  /** Most results given. Default: 10. */
  limit?: number | undefined;
}

export interface MatchOptions<Told extends FeatureName> extends SearchOptions {
  /** What is told of each result. Default: all features; fewer are quicker. */
  features?: readonly Told[] | undefined;
}

/** An entry with the probability, 0 to 1, that it answers the query. */
export interface SearchResult {
  id: string;
  score: number;
}

/** A search result that can be explained. */
export interface MatchResult<Told extends FeatureName = FeatureName> extends SearchResult {
  /** The entry's text, alias or body that came nearest. */
  wording: string;
  /** Which of the three it is. */
  source: Wording;
  features: Readonly<Record<Told, number>>;
}

/**
 * Finds the entries of a question corpus that answer a query, best first, ties by id. The first 400 characters of a
 * query are read and no more, so that the time of a search is bounded whatever is sent.
 */
export interface Matcher {
  search(query: string, options?: SearchOptions): SearchResult[];
  /** The same results, with what they rest on. */
  match<Told extends FeatureName = FeatureName>(
    query: string,
    options?: MatchOptions<Told>,
  ): MatchResult<Told>[];
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
  const lexicon = options.index?.lexicon ?? lexiconOf(options.words);
  const analyse = createAnalyser(segmenter, lexicon.readPhrase);
  const texts = indexedTexts(entries);
  const index = options.index ?? indexOf(texts, analyse, lexicon);
  const read = createCandidateReader(index, texts, options.candidates);
  const scorer = createScorer(weights.ranking);

  interface Scored {
    candidate: CandidateFeatures;
    entry: Entry;
    score: number;
  }
  const scored = (candidate: CandidateFeatures): number =>
    scorer(candidate) - candidate.lacking - (texts[candidate.text]?.wording === 'body' ? BODY_PENALTY : 0);
  const best = (candidates: readonly CandidateFeatures[]): Scored[] => {
    const byEntry = new Map<number, Scored>();
    for (const candidate of candidates) {
      const place = texts[candidate.text]?.entry ?? -1;
      const entry = entries[place];
      if (!entry) continue;
      const score = scored(candidate);
      const known = byEntry.get(place);
      if (known === undefined) byEntry.set(place, { candidate, entry, score });
      else if (score > known.score) Object.assign(known, { candidate, score });
    }
    return [...byEntry.values()].sort((a, b) => b.score - a.score || compareIds(a.entry.id, b.entry.id));
  };
  /** The best entries of a query with the probabilities of all. */
  const rank = (query: string, limit: number): { ranked: Scored[]; scores: number[] } => {
    const analysis = analyse(beginningOf(query));
    const ranked = best(read(analysis));
    const [first] = ranked;
    if (!first) return { ranked, scores: [] };
    const confidence = confidenceOf(first.candidate, analysis.chars.length);
    const scores = probabilities(
      weights.calibration,
      ranked.map(({ score }) => score),
      confidence,
    );
    return { ranked: ranked.slice(0, Math.max(0, limit)), scores };
  };

  return {
    match<Told extends FeatureName>(query: string, options: MatchOptions<Told> = {}) {
      const { limit = LIMIT, features = FEATURES.map(({ name }) => name as Told) } = options;
      const { ranked, scores } = rank(query, limit);
      return ranked.map(({ candidate, entry }, i) => ({
        id: entry.id,
        score: scores[i] as number,
        wording: texts[candidate.text]?.text ?? '',
        source: texts[candidate.text]?.wording ?? 'text',
        features: record(candidate, features),
      }));
    },
    search: (query, { limit = LIMIT } = {}) => {
      const { ranked, scores } = rank(query, limit);
      return ranked.map(({ entry }, i) => ({ id: entry.id, score: scores[i] as number }));
    },
  };
}

function record<Told extends FeatureName>(
  { values }: CandidateFeatures,
  names: readonly Told[],
): Record<Told, number> {
  const told = {} as Record<Told, number>;
  for (const name of names) told[name] = values[PLACE[name]] as number;
  return told;
}

/** The characters of a query that are read. */
function beginningOf(query: string): string {
  if (query.length <= LONGEST_QUERY) return query;
  return Array.from(query.slice(0, 2 * LONGEST_QUERY))
    .slice(0, LONGEST_QUERY)
    .join('');
}

/** The index of entries by itself, to be kept; with the same options it is that of `createMatcher`. */
export function indexEntries(
  entries: readonly Entry[],
  options: Pick<MatcherOptions, 'segmenter' | 'words'> = {},
): TextIndex {
  const lexicon = lexiconOf(options.words);
  const analyse = createAnalyser(options.segmenter ?? defaultSegmenter(), lexicon.readPhrase);
  return indexOf(indexedTexts(entries), analyse, lexicon);
}

const lexiconOf = (words: SearchWords | undefined): SearchLexicon =>
  words === undefined ? defaultLexicon() : createSearchLexicon(words);

function indexOf(
  texts: readonly IndexedText[],
  analyse: (text: string) => Analysis,
  lexicon: SearchLexicon,
): TextIndex {
  return buildTextIndex(
    texts.map(({ text }) => text),
    analyse,
    lexicon,
  );
}

/** By code units, so that the order doesn't depend on a locale. */
function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
