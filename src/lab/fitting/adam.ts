/** Minimises a function from fixed starting weights by full-batch Adam: the same data give the same weights. */
export interface AdamOptions {
  /** Where the weights start. */
  start: readonly number[];
  /** 1: never below zero, −1: never above, 0: free. One per weight. */
  signs: readonly number[];
  steps: number;
  rate: number;
  /** Pull of each weight towards zero. */
  ridge: readonly number[];
  /** Adds the loss's gradient at `weights` to `gradient`; loss is a mean over examples. */
  gradient(weights: Float64Array, gradient: Float64Array): void;
}

const FIRST = 0.9;
const SECOND = 0.99;
/** The last steps are small, so that the weights settle. */
const SETTLING = { from: 0.6, rate: 0.25 };

export function minimise({ start, signs, steps, rate, ridge, gradient }: AdamOptions): Float64Array {
  const n = start.length;
  const weights = Float64Array.from(start);
  const first = new Float64Array(n);
  const second = new Float64Array(n);
  for (let step = 1; step <= steps; step++) {
    const g = new Float64Array(n);
    gradient(weights, g);
    const size = rate * (step < steps * SETTLING.from ? 1 : SETTLING.rate);
    for (let i = 0; i < n; i++) {
      const weight = weights[i] as number;
      const slope = (g[i] as number) + (ridge[i] ?? 0) * weight;
      first[i] = FIRST * (first[i] as number) + (1 - FIRST) * slope;
      second[i] = SECOND * (second[i] as number) + (1 - SECOND) * slope * slope;
      const mean = (first[i] as number) / (1 - FIRST ** step);
      const spread = Math.sqrt((second[i] as number) / (1 - SECOND ** step)) + 1e-8;
      const next = weight - (size * mean) / spread;
      weights[i] = next * (signs[i] ?? 0) < 0 ? 0 : next;
    }
  }
  return weights;
}
