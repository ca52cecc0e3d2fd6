import { FEATURES, type FeatureName } from '#search/features/index.js';
import type { FeatureWeight, RankingWeights } from '#search/weights.js';
import { minimise } from './adam.js';
import type { RankedExample } from './examples.js';

const STEPS = 120;
const RATE = 0.2;
const RIDGE = 5e-5;

/**
 * Fits the ranking weights: per query, the cross-entropy between the candidates' softmax and the right ones. Each
 * weight keeps its feature's sign, so a better value never lowers a candidate. Features that `only` leaves out get 0.
 * @param importance weight of a query in the loss
 */
export function fitRanking(
  examples: readonly RankedExample[],
  only: { short: ReadonlySet<FeatureName>; long: ReadonlySet<FeatureName> },
  importance: (example: RankedExample) => number,
): RankingWeights {
  const places = FEATURES.flatMap(({ name, sign }, i) => [
    ...(only.short.has(name) ? [{ i, sign, long: false }] : []),
    ...(only.long.has(name) ? [{ i, sign, long: true }] : []),
  ]);
  const size = places.length + 1;
  const packed = examples
    .filter(({ right }) => right.includes(true) && right.includes(false))
    .map((example) => {
      const rows = new Float64Array(example.candidates.length * size);
      example.candidates.forEach(({ values, long }, row) => {
        places.forEach((place, k) => {
          rows[row * size + k] = (values[place.i] as number) * (place.long ? long : 1 - long);
        });
        rows[row * size + size - 1] = long;
      });
      return { rows, right: example.right, importance: importance(example) };
    });
  const total = packed.reduce((sum, example) => sum + example.importance, 0);
  const weights = minimise({
    start: [...places.map(({ sign }) => sign), 0],
    signs: [...places.map(({ sign }) => sign), 0],
    ridge: [...places.map(() => RIDGE), 0],
    steps: STEPS,
    rate: RATE,
    gradient(w, gradient) {
      for (const example of packed) addGradient(example, w, gradient, total);
    },
  });
  const features = Object.fromEntries(FEATURES.map(({ name }) => [name, { short: 0, long: 0 }])) as Record<
    FeatureName,
    FeatureWeight
  >;
  places.forEach(({ i, long }, k) => {
    const name = FEATURES[i]?.name;
    if (name !== undefined) features[name][long ? 'long' : 'short'] = rounded(weights[k] as number);
  });
  return { features, long: rounded(weights[size - 1] as number) };
}

interface Packed {
  rows: Float64Array;
  right: readonly boolean[];
  importance: number;
}

function addGradient(
  { rows, right, importance }: Packed,
  w: Float64Array,
  gradient: Float64Array,
  total: number,
): void {
  const size = w.length;
  const exponents = right.map((_, row) => {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += (w[k] as number) * (rows[row * size + k] as number);
    return sum;
  });
  const most = Math.max(...exponents);
  const shares = exponents.map((exponent) => Math.exp(exponent - most));
  let all = 0;
  let good = 0;
  shares.forEach((share, row) => {
    all += share;
    if (right[row]) good += share;
  });
  shares.forEach((share, row) => {
    const slope = (importance / total) * (share / all - (right[row] ? share / good : 0));
    if (Math.abs(slope) < 1e-12) return;
    for (let k = 0; k < size; k++)
      gradient[k] = (gradient[k] as number) + slope * (rows[row * size + k] as number);
  });
}

/** Four digits after the point: enough, and a weights file that can be read. */
export function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
