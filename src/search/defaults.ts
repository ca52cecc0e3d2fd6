// What a matcher uses when its options give nothing else; with default-words.ts the edge of this folder.
// biome-ignore lint/style/noRestrictedImports: the weights ship as JSON, and Node 20 warns when JSON is imported.
import { createRequire } from 'node:module';
// biome-ignore lint/style/noRestrictedImports: as above.
import { packagePath } from '#package-root.js';
import type { Segmenter } from '#text/segmenter.js';
import { loadSegmenter } from '#text/segmenters/index.js';
import { readDefaultWords } from './default-words.js';
import { createSearchLexicon, type SearchLexicon } from './lexicon/index.js';
import { type MatchingWeights, matchingWeightsSchema } from './weights.js';

let segmenter: Segmenter | undefined;
let weights: MatchingWeights | undefined;
let lexicon: SearchLexicon | undefined;

/** The segmenter without domain words, loaded at the first call. @throws QingdanError QD-SEGMENTER */
export function defaultSegmenter(): Segmenter {
  segmenter ??= loadSegmenter();
  return segmenter;
}

/** The words that ship with the package, read at the first call. @throws QingdanError QD-YAML, QD-SCHEMA */
export function defaultLexicon(): SearchLexicon {
  lexicon ??= createSearchLexicon(readDefaultWords());
  return lexicon;
}

/** The weights that ship with the package. */
export function defaultWeights(): MatchingWeights {
  weights ??= matchingWeightsSchema.parse(
    createRequire(import.meta.url)(packagePath('knowledge', 'weights', 'matching.json')),
  );
  return weights;
}
