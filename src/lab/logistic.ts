/** A labelled vector: y is 1 for a right pair, 0 for a wrong one. */
export interface Example {
  x: readonly number[];
  y: 0 | 1;
}

export interface LogisticModel {
  constant: number;
  weights: readonly number[];
  /** Linear score; its logistic is the probability. */
  score(x: readonly number[]): number;
}

const STEPS = 3000;
const RATE = 0.05;
/** Pull towards zero, so that features that say the same share the weight. */
const RIDGE = 1e-3;

/**
 * Logistic regression by full-batch Adam from fixed starting weights: the same examples give the same weights.
 * @param signs 1 or -1: the sign that each weight is held to
 */
export function fitLogistic(examples: readonly Example[], signs: readonly number[]): LogisticModel {
  const n = signs.length;
  const w = [...signs.map((sign) => sign * 0.3), -1];
  const first = new Float64Array(n + 1);
  const second = new Float64Array(n + 1);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = new Float64Array(n + 1);
    for (const { x, y } of examples) {
      const error = 1 / (1 + Math.exp(-linear(w, x))) - y;
      for (let i = 0; i < n; i++) gradient[i] = (gradient[i] as number) + error * (x[i] as number);
      gradient[n] = (gradient[n] as number) + error;
    }
    for (let i = 0; i <= n; i++) {
      const g = (gradient[i] as number) / examples.length + (i < n ? RIDGE * (w[i] as number) : 0);
      first[i] = 0.9 * (first[i] as number) + 0.1 * g;
      second[i] = 0.999 * (second[i] as number) + 0.001 * g * g;
      const move =
        (first[i] as number) /
        (1 - 0.9 ** step) /
        (Math.sqrt((second[i] as number) / (1 - 0.999 ** step)) + 1e-8);
      w[i] = (w[i] as number) - RATE * move;
      if (i < n && (w[i] as number) * (signs[i] as number) < 0) w[i] = 0;
    }
  }
  return { constant: w[n] as number, weights: w.slice(0, n), score: (x) => linear(w, x) };
}

function linear(w: readonly number[], x: readonly number[]): number {
  let z = w[x.length] as number;
  for (let i = 0; i < x.length; i++) z += (w[i] as number) * (x[i] as number);
  return z;
}
