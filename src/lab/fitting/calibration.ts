import { confidenceOf, logistic, logSumExp, type Scorer } from '#search/model.js';
import { type CalibrationWeights, CONFIDENCE_FEATURES, type ConfidenceFeature } from '#search/weights.js';
import { minimise } from './adam.js';
import type { RankedExample } from './examples.js';
import { rounded } from './ranking.js';

const STEPS = 800;
const RATE = 0.05;
const RIDGE = 1e-3;
/** Ranks whose probability is fitted: what a user may be shown. */
const RANKS = 3;

/** Signs of the confidence terms: what is near makes surer, what is missing less sure; length and `long` are free. */
const SIGNS: Readonly<Record<ConfidenceFeature, number>> = {
  conceptSymmetric: 1,
  charSymmetric: 1,
  soundSymmetric: 1,
  queryFound: 1,
  queryMissing: -1,
  textMissing: -1,
};

/** Fits how scores become probabilities: logistic regression on the first candidates of every query. */
export function fitCalibration(
  examples: readonly RankedExample[],
  scorer: Scorer,
  importance: (example: RankedExample) => number,
): CalibrationWeights {
  const rows: { x: number[]; y: number; importance: number }[] = [];
  for (const example of examples) {
    const scores = example.candidates.map(scorer);
    const order = scores.map((_, i) => i).sort((a, b) => (scores[b] as number) - (scores[a] as number));
    const first = example.candidates[order[0] ?? -1];
    if (!first) continue;
    const total = logSumExp(scores);
    const confidence = confidenceOf(first, example.length);
    order.slice(0, RANKS).forEach((place, rank) => {
      const score = scores[place] as number;
      const y = example.right[place] ? 1 : 0;
      // The first result matters most: it is the answer.
      rows.push({
        x: [1, score, score - total, ...confidence],
        y,
        importance: importance(example) / (rank + 1),
      });
    });
  }
  const sum = rows.reduce((total, row) => total + row.importance, 0);
  const signs = [0, 1, 1, 0, 0, ...CONFIDENCE_FEATURES.map((name) => SIGNS[name])];
  const weights = minimise({
    start: signs.map(() => 0),
    signs,
    ridge: signs.map((_, i) => (i === 0 ? 0 : RIDGE)),
    steps: STEPS,
    rate: RATE,
    gradient(w, gradient) {
      for (const { x, y, importance } of rows) {
        let z = 0;
        for (let k = 0; k < x.length; k++) z += (w[k] as number) * (x[k] as number);
        const slope = ((logistic(z) - y) * importance) / sum;
        for (let k = 0; k < x.length; k++) gradient[k] = (gradient[k] as number) + slope * (x[k] as number);
      }
    },
  });
  const [constant = 0, score = 0, share = 0, queryLength = 0, long = 0, ...best] = Array.from(
    weights,
    rounded,
  );
  return {
    constant,
    score,
    share,
    queryLength,
    long,
    best: Object.fromEntries(CONFIDENCE_FEATURES.map((name, i) => [name, best[i] ?? 0])) as Record<
      ConfidenceFeature,
      number
    >,
  };
}
