import { type CandidateFeatures, FEATURES, type FeatureName, PLACE } from './features/index.js';
import { type CalibrationWeights, CONFIDENCE_FEATURES, type RankingWeights } from './weights.js';

/** Value of one feature. */
export function feature({ values }: CandidateFeatures, name: FeatureName): number {
  return values[PLACE[name]] as number;
}

/** Ranking score of a candidate; comparable between candidates of one query. */
export type Scorer = (candidate: CandidateFeatures) => number;

/** The ranking score as a function; monotone in every feature, in the direction of the feature's sign. */
export function createScorer(weights: RankingWeights): Scorer {
  const short = Float64Array.from(FEATURES, ({ name }) => weights.features[name].short);
  const long = Float64Array.from(FEATURES, ({ name }) => weights.features[name].long);
  return ({ values, long: share }) => {
    let sum = weights.long * share;
    for (let i = 0; i < values.length; i++) {
      sum += (values[i] as number) * ((short[i] as number) * (1 - share) + (long[i] as number) * share);
    }
    return sum;
  };
}

/** What the calibration reads of a query's best candidate: in the order length, long, CONFIDENCE_FEATURES. */
export function confidenceOf(best: CandidateFeatures, queryLength: number): number[] {
  const near = 1 - best.long;
  return [
    Math.log(1 + queryLength),
    best.long,
    ...CONFIDENCE_FEATURES.map((name) => near * feature(best, name)),
  ];
}

/** Logarithm of the sum of exponentials: a candidate's share is exp(its score − this). */
export function logSumExp(scores: readonly number[]): number {
  const most = Math.max(...scores);
  return scores.length === 0
    ? 0
    : most + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - most), 0));
}

/**
 * Probabilities that candidates answer the query, in their order. The confidence terms are the same for all candidates
 * of one query, so the order by score is kept.
 * @param scores ranking scores of the candidates, one per entry
 * @param confidence of the best one, by confidenceOf
 */
export function probabilities(
  weights: CalibrationWeights,
  scores: readonly number[],
  confidence: readonly number[],
): number[] {
  const [length = 0, long = 0, ...best] = confidence;
  let base = weights.constant + weights.queryLength * length + weights.long * long;
  CONFIDENCE_FEATURES.forEach((name, i) => {
    base += weights.best[name] * (best[i] ?? 0);
  });
  const total = logSumExp(scores);
  return scores.map((score) => logistic(base + weights.score * score + weights.share * (score - total)));
}

export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
