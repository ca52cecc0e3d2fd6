// The one file of this folder that reads anything: what a matcher uses when its options give nothing else.
// biome-ignore lint/style/noRestrictedImports: the weights ship as JSON, and Node 20 warns when JSON is imported.
import { createRequire } from 'node:module';
import type { Segmenter } from '../text/segmenter.js';
import { loadSegmenter } from '../text/segmenters/index.js';
import { type MatchingWeights, matchingWeightsSchema } from './weights.js';

let segmenter: Segmenter | undefined;
let weights: MatchingWeights | undefined;

/** The segmenter without domain words, loaded at the first call. @throws QingdanError QD-SEGMENTER */
export function defaultSegmenter(): Segmenter {
  segmenter ??= loadSegmenter();
  return segmenter;
}

/** The weights that ship with the package. */
export function defaultWeights(): MatchingWeights {
  // This file is at src/matching or dist/matching; the knowledge folder is two levels up from either.
  weights ??= matchingWeightsSchema.parse(
    createRequire(import.meta.url)('../../knowledge/weights/matching.json'),
  );
  return weights;
}
