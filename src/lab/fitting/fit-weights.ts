import type { FeatureName } from '#search/features/index.js';
import { confidenceOf, createScorer, probabilities } from '#search/model.js';
import type { CalibrationWeights, RankingWeights } from '#search/weights.js';
import { fitCalibration } from './calibration.js';
import type { RankedExample } from './examples.js';
import { calibrationError, type Outcome, recallAtPrecision, rightFirst, separation } from './figures.js';
import { foldOf } from './order.js';
import { fitRanking, rounded } from './ranking.js';

const FOLDS = 5;

/** Features that have a weight; the others got none in any fold. Few weights keep the fit honest. */
const SHORT: readonly FeatureName[] = [
  'wordRelevance',
  'conceptRelevance',
  'charRelevance',
  'gramRelevance',
  'soundRelevance',
  'sharpRelevance',
  'askingRelevance',
  'subjectSymmetric',
  'charSymmetric',
  'conceptQueryCovered',
  'charQueryCovered',
  'queryAligned',
  'queryFound',
  'textFound',
  'queryMissing',
  'otherQuestion',
  'negation',
  'names',
  'sameFirst',
  'lengthRatio',
  'fuse',
];
const LONG: readonly FeatureName[] = [
  'sharpRelevance',
  'askingRelevance',
  'conceptRelevance',
  'subjectRelevance',
  'charRelevance',
  'gramRelevance',
  'soundRelevance',
  'subjectSymmetric',
  'charSymmetric',
  'charQueryCovered',
  'leadCovered',
  'textAligned',
  'queryFound',
  'textFound',
  'queryMissing',
  'fuse',
];
const WEIGHTED = { short: new Set(SHORT), long: new Set(LONG) };

/**
 * What a set made of pairs counts for when probabilities are fitted: all its queries without an answer have a near miss
 * in the corpus, picked by hand, which makes them harder than questions as they come.
 */
const PAIRS_IN_CALIBRATION = 0.3;

/** A set counts by the square root of its size, so that no large set drowns the others. */
function importanceIn(examples: readonly RankedExample[]): (example: RankedExample) => number {
  const sizes = new Map<string, number>();
  for (const { set } of examples) sizes.set(set.name, (sizes.get(set.name) ?? 0) + 1);
  return ({ set }) => 1 / Math.sqrt(sizes.get(set.name) ?? 1);
}

/** Fits both stages. */
export function fitWeights(examples: readonly RankedExample[]): {
  ranking: RankingWeights;
  calibration: CalibrationWeights;
} {
  const importance = importanceIn(examples);
  const ranking = fitRanking(examples, WEIGHTED, importance);
  const usual = (example: RankedExample) =>
    importance(example) * (example.set.kind === 'pairs' ? PAIRS_IN_CALIBRATION : 1);
  return { ranking, calibration: fitCalibration(examples, createScorer(ranking), usual) };
}

/** Figures by data set, each query judged by weights that were fitted without it. */
export function crossValidate(
  examples: readonly RankedExample[],
  seed: number,
): Record<string, Record<string, number>> {
  const outcomes = new Map<string, Outcome[]>();
  const fold = ({ query }: RankedExample) => foldOf(query.key, FOLDS, seed);
  for (let held = 0; held < FOLDS; held++) {
    const { ranking, calibration } = fitWeights(examples.filter((example) => fold(example) !== held));
    const scorer = createScorer(ranking);
    for (const example of examples.filter((example) => fold(example) === held)) {
      const list = outcomes.get(example.set.name) ?? [];
      outcomes.set(example.set.name, list);
      const scores = example.candidates.map(scorer);
      const first = scores.indexOf(Math.max(...scores));
      const best = example.candidates[first];
      const probability = best
        ? (probabilities(calibration, scores, confidenceOf(best, example.length))[first] ?? 0)
        : 0;
      list.push({
        probability,
        answerable: example.query.gold.size > 0,
        right: example.right[first] ?? false,
      });
    }
  }
  return Object.fromEntries([...outcomes].map(([name, list]) => [name, figuresOf(list)]));
}

function figuresOf(outcomes: readonly Outcome[]): Record<string, number> {
  const none = outcomes.some(({ answerable }) => !answerable);
  return {
    rightFirst: rounded(rightFirst(outcomes)),
    calibrationError: rounded(calibrationError(outcomes)),
    ...(none
      ? {
          separation: rounded(separation(outcomes)),
          recallAtPrecision95: rounded(recallAtPrecision(outcomes, 0.95)),
        }
      : {}),
  };
}
