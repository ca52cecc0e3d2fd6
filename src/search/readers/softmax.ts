import { type Example, unitVector, weightOf } from './counts.js';
import { featuresOf } from './features.js';
import { generator, shuffle } from './order.js';

/** A linear model over the features of a text, with one weight for each feature and label. */
export interface SoftmaxModel {
  readonly labels: readonly string[];
  /** Ascending. */
  readonly features: Uint32Array;
  /** How telling each feature is: inverse document frequency. */
  readonly idf: Float32Array;
  /** Row by row of the features, one column for each label. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  /** The same shape: 1 where the feature was seen with the label. */
  readonly seen: Uint8Array;
}

/** Passes over the examples, each in another order. */
const PASSES = 16;
/** Step of AdaGrad; it shrinks for each weight by how often that was moved. */
const STEP = 0.5;
const BIAS_STEP = 0.05;
/** Pull towards zero. */
const RIDGE = 1e-5;
/** A smaller error moves nothing. */
const LEAST = 1e-4;

/**
 * Fits multinomial logistic regression by AdaGrad in a fixed order: the same examples give the same model. Examples of
 * few characters are told apart better than by counts, since what several labels share is weighed down.
 * @param common label of which there is plenty: features that only one example of it has are left out
 */
export function fitSoftmax(examples: readonly Example[], common?: string): SoftmaxModel {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const read = examples.map(({ text }) => featuresOf(text));
  const seenIn = new Map<number, number>();
  for (const features of read) for (const f of features.keys()) seenIn.set(f, (seenIn.get(f) ?? 0) + 1);
  const telling = new Set(read.flatMap((one, n) => (examples[n]?.label === common ? [] : [...one.keys()])));
  const kept = [...seenIn].filter(([f, n]) => n > 1 || telling.has(f)).map(([f]) => f);
  const features = Uint32Array.from(kept).sort();
  const place = new Map(Array.from(features, (feature, i) => [feature, i]));
  const idf = Float32Array.from(features, (f) => weightOf(examples.length, seenIn.get(f) as number));
  const vectors = read.map((one) => vectorOf(one, place, idf));
  const targets = examples.map(({ label }) => labels.indexOf(label));
  const size = features.length * labels.length;
  const model: SoftmaxModel = {
    labels,
    features,
    idf,
    weights: new Float32Array(size),
    bias: new Float32Array(labels.length),
    seen: new Uint8Array(size),
  };
  for (const [n, vector] of vectors.entries())
    for (const [at] of vector) model.seen[at * labels.length + (targets[n] as number)] = 1;
  const moved = new Float32Array(size).fill(1e-8);
  const order = examples.map((_, i) => i);
  const random = generator();
  for (let pass = 0; pass < PASSES; pass++) {
    shuffle(order, random);
    for (const n of order)
      step(model, moved, vectors[n] as Vector, targets[n] as number, examples[n]?.weight ?? 1);
  }
  return model;
}

type Vector = readonly [at: number, share: number][];

function vectorOf(
  features: ReadonlyMap<number, number>,
  place: ReadonlyMap<number, number>,
  idf: Float32Array,
): Vector {
  const known = new Map<number, number>();
  for (const f of features.keys()) {
    const at = place.get(f);
    if (at !== undefined) known.set(at, 1);
  }
  return unitVector(known, (at) => idf[at] as number);
}

function step(
  model: SoftmaxModel,
  moved: Float32Array,
  vector: Vector,
  target: number,
  weight: number,
): void {
  const { labels, weights, bias } = model;
  const shares = sharesOf(model, vector);
  for (let k = 0; k < labels.length; k++) {
    const error = weight * ((shares[k] as number) - (k === target ? 1 : 0));
    if (Math.abs(error) < LEAST) continue;
    bias[k] = (bias[k] as number) - BIAS_STEP * error;
    for (const [at, share] of vector) {
      const i = at * labels.length + k;
      const gradient = error * share + RIDGE * (weights[i] as number);
      moved[i] = (moved[i] as number) + gradient * gradient;
      weights[i] = (weights[i] as number) - (STEP * gradient) / Math.sqrt(moved[i] as number);
    }
  }
}

function sharesOf({ labels, weights, bias }: SoftmaxModel, vector: Vector): Float64Array {
  const scores = Float64Array.from(bias);
  for (const [at, share] of vector)
    for (let k = 0; k < labels.length; k++)
      scores[k] = (scores[k] as number) + share * (weights[at * labels.length + k] as number);
  const most = scores.reduce((a, b) => Math.max(a, b));
  let sum = 0;
  for (let k = 0; k < scores.length; k++) sum += scores[k] = Math.exp((scores[k] as number) - most);
  return scores.map((score) => score / sum);
}

/** Tells by a fitted model how probable each label of a text is. */
export interface SoftmaxReader {
  /** In the order of the model's labels; together 1. */
  shares(text: string): ReadonlyMap<string, number>;
  /** Whether a feature was seen with a label. */
  hasSeen(feature: number, label: string): boolean;
  /** The same, and it speaks for it no less than for another one. */
  tells(feature: number, label: string, than: string): boolean;
}

export function createSoftmaxReader(model: SoftmaxModel): SoftmaxReader {
  const { labels, features, idf, seen, weights } = model;
  const place = new Map(Array.from(features, (feature, i) => [feature, i]));
  const hasSeen = (feature: number, label: string): boolean => {
    const [at, k] = [place.get(feature), labels.indexOf(label)];
    return at !== undefined && k >= 0 && seen[at * labels.length + k] === 1;
  };
  return {
    shares(text) {
      const shares = sharesOf(model, vectorOf(featuresOf(text), place, idf));
      return new Map(labels.map((label, k) => [label, shares[k] as number]));
    },
    hasSeen,
    tells(feature, label, than) {
      if (!hasSeen(feature, label)) return false;
      const [at, k, other] = [place.get(feature) as number, labels.indexOf(label), labels.indexOf(than)];
      const weight = (column: number) => (column < 0 ? 0 : (weights[at * labels.length + column] as number));
      return weight(k) >= weight(other);
    },
  };
}
