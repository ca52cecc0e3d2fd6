import type { Features } from './features.js';

/** Weights of hashed features, for one or several scores, as fitted or as read from a file. */
export interface Linear {
  /** Scores that are told apart; 1 for a yes or no. */
  readonly labels: number;
  /** log2 of the number of places; a feature's place is the low bits of its hash. */
  readonly bits: number;
  /** `labels` weights for each place, in steps of `step`. */
  readonly weights: Int8Array | Float64Array;
  readonly step: number;
  readonly bias: readonly number[];
}

/** The linear score of one label; the logistic of it is the probability where there is only one. */
export function scoreOf(
  { labels, bits, weights, step, bias }: Linear,
  { ids, values }: Features,
  label = 0,
): number {
  const mask = 2 ** bits - 1;
  let sum = 0;
  for (let i = 0; i < ids.length; i++)
    sum += (weights[((ids[i] as number) & mask) * labels + label] as number) * (values[i] as number);
  return sum * step + (bias[label] ?? 0);
}

/** The probability of each label. */
export function sharesOf(linear: Linear, features: Features): number[] {
  const scores = Array.from({ length: linear.labels }, (_, label) => scoreOf(linear, features, label));
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}

/** The label with the highest score, the first of equals. */
export function bestLabel(linear: Linear, features: Features): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let label = 0; label < linear.labels; label++) {
    const score = scoreOf(linear, features, label);
    if (score > most) [best, most] = [label, score];
  }
  return best;
}

export const logistic = (z: number): number => 1 / (1 + Math.exp(-z));

const LARGEST = 127;

/** The same in 8 bits; weights that are much larger than the others are cut at their 99.99th percentile. */
export function quantised({ labels, bits, weights, bias }: Linear): Linear {
  const sizes = Float64Array.from(weights, Math.abs)
    .filter((size) => size > 0)
    .sort();
  const largest = sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * 0.9999))] ?? 1;
  const step = Math.fround(largest / LARGEST);
  const small = Int8Array.from(weights, (weight) =>
    Math.max(-LARGEST, Math.min(LARGEST, Math.round(weight / step))),
  );
  return { labels, bits, weights: small, step, bias: bias.map(Math.fround) };
}
