import type { Features } from '#language/notices/model/features.js';
import type { Linear } from '#language/notices/model/linear.js';
import { shuffled } from './shuffled.js';

export interface LinearOptions {
  bits: number;
  labels?: number;
  epochs?: number;
  rate?: number;
}

const RIDGE = 1e-4;
/** What each gradient's sum of squares begins with, so that a feature seen once doesn't leap. */
const CAUTION = 1e-2;

/**
 * Logistic regression on hashed features (multinomial for more than one label), by AdaGrad over examples in a fixed
 * shuffled order; the weights are the mean of those after each example. The same examples give the same weights.
 * @param wanted for one label 1 or 0, else the labels that are right, as bits: their probabilities' sum is made great
 */
export function fitLinear(
  examples: readonly Features[],
  wanted: readonly number[],
  { bits, labels = 1, epochs = 10, rate = 0.05 }: LinearOptions,
): Linear {
  const mask = 2 ** bits - 1;
  const size = (mask + 1) * labels;
  const w = new Float64Array(size);
  const squares = new Float64Array(size).fill(CAUTION);
  const sums = new Float64Array(size);
  const last = new Int32Array(size);
  const bias = new Float64Array(labels);
  const biasSquares = new Float64Array(labels).fill(1);
  const biasSums = new Float64Array(labels);
  const errors = new Float64Array(labels);
  let time = 0;
  for (let epoch = 1; epoch <= epochs; epoch++)
    for (const i of shuffled(examples.length, epoch)) {
      time++;
      const example = examples[i] as Features;
      errorsOf(example, wanted[i] as number, { w, bias, mask, labels }, errors);
      for (let label = 0; label < labels; label++) {
        const error = errors[label] as number;
        biasSquares[label] = (biasSquares[label] as number) + error * error;
        bias[label] = (bias[label] as number) - (rate * error) / Math.sqrt(biasSquares[label] as number);
        biasSums[label] = (biasSums[label] as number) + (bias[label] as number);
        if (labels > 1 && Math.abs(error) < SMALL) continue;
        for (let k = 0; k < example.ids.length; k++) {
          const at = ((example.ids[k] as number) & mask) * labels + label;
          const weight = w[at] as number;
          sums[at] = (sums[at] as number) + weight * (time - (last[at] as number));
          last[at] = time;
          const gradient = error * (example.values[k] as number) + RIDGE * weight;
          squares[at] = (squares[at] as number) + gradient * gradient;
          w[at] = weight - (rate * gradient) / Math.sqrt(squares[at] as number);
        }
      }
    }
  for (let at = 0; at < size; at++)
    w[at] = ((sums[at] as number) + (w[at] as number) * (time - (last[at] as number))) / time;
  return { labels, bits, weights: w, step: 1, bias: [...biasSums].map((sum) => sum / time) };
}

/** What is right may be as good as impossible at first: it is never nothing. */
const LEAST = 1e-12;
/** Errors this small move nothing. */
const SMALL = 1e-3;

interface Fitting {
  w: Float64Array;
  bias: Float64Array;
  mask: number;
  labels: number;
}

/** For each label its probability less 1 where it is right. */
function errorsOf(
  { ids, values }: Features,
  wanted: number,
  { w, bias, mask, labels }: Fitting,
  errors: Float64Array,
): void {
  for (let label = 0; label < labels; label++) {
    let z = bias[label] as number;
    for (let k = 0; k < ids.length; k++)
      z += (w[((ids[k] as number) & mask) * labels + label] as number) * (values[k] as number);
    errors[label] = z;
  }
  if (labels === 1) {
    errors[0] = 1 / (1 + Math.exp(-(errors[0] as number))) - wanted;
    return;
  }
  const most = errors.reduce((a, b) => Math.max(a, b));
  const total = errors.reduce((sum, z) => sum + Math.exp(z - most), 0);
  for (let label = 0; label < labels; label++)
    errors[label] = Math.exp((errors[label] as number) - most) / total;
  const right = errors.reduce((sum, share, label) => sum + (wanted & (1 << label) ? share : 0), LEAST);
  for (let label = 0; label < labels; label++)
    if (wanted & (1 << label)) errors[label] = (errors[label] as number) * (1 - 1 / right);
}
