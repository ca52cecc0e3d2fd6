/** 研判: a whole notice taken apart into tasks, each with a verdict. */
export { DEMAND_KINDS, type DemandKind, parseScreeningLexicon, type ScreeningLexicon } from './lexicon.js';
export {
  createScreener,
  LONGEST_NOTICE,
  type Screener,
  type ScreenerParts,
  type ScreeningProgress,
  type ScreenOptions,
} from './screener.js';
export type { ScreenedTask, Screening, SkippedPart } from './screening.js';
