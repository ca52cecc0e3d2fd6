export type { Entry, Wording } from './entry.js';
export { FEATURES, type FeatureName } from './features/index.js';
export type { SearchWords } from './lexicon/words.js';
export {
  createMatcher,
  type Matcher,
  type MatcherOptions,
  type MatchResult,
  type SearchOptions,
  type SearchResult,
} from './matcher.js';
export { type MatchingWeights, matchingWeightsSchema } from './weights.js';
