export type { Entry, Wording } from './entry.js';
export { FEATURES, type FeatureName } from './features/index.js';
export { createSearchLexicon } from './lexicon/index.js';
export type { SearchWords } from './lexicon/words.js';
export {
  createMatcher,
  indexEntries,
  type Matcher,
  type MatcherOptions,
  type MatchResult,
  type SearchOptions,
  type SearchResult,
} from './matcher.js';
export { packIndex, unpackIndex } from './packed-index.js';
export type { TextIndex } from './text-index.js';
export { type MatchingWeights, matchingWeightsSchema } from './weights.js';
