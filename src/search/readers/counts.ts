import { featuresOf } from './features.js';

/** A text and what it is about. */
export interface Example {
  readonly label: string;
  readonly text: string;
  /** How much it counts beside the others. Default: 1. */
  readonly weight?: number;
}

/**
 * How much each feature was seen with each label, in numbers that add up the same whatever the order. Postings of
 * feature i stand from `start[i]` to `start[i + 1]`, by label.
 */
export interface Counts {
  readonly labels: readonly string[];
  /** Examples that the weights of the features were taken from. */
  readonly examples: number;
  /** Ascending. */
  readonly features: Uint32Array;
  /** How telling each feature is: inverse document frequency. */
  readonly weight: Float32Array;
  readonly start: Uint32Array;
  readonly label: Uint16Array;
  /** In parts of `SCALE`. */
  readonly count: Uint32Array;
}

/** Whole numbers add up exactly; a feature's share of an example is at most 1. */
export const SCALE = 4096;

/** Inverse document frequency, smoothed as if one more example had every feature. */
export const weightOf = (examples: number, seenIn: number) => Math.log((1 + examples) / (1 + seenIn)) + 1;

/**
 * Counts examples: every one as a vector of length 1 over its features by their weights.
 * @param on counts that these are to be added to: their weights hold for the features that they know
 */
export function countExamples(examples: readonly Example[], on?: Counts): Counts {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const place = new Map(labels.map((label, i) => [label, i]));
  const read = examples.map((example) => ({ ...example, features: featuresOf(example.text) }));
  const weightIn = on === undefined ? weightsFrom(read) : weightsOf(on);
  const sums = new Map<number, Map<number, number>>();
  for (const { label, features, weight = 1 } of read) {
    const at = place.get(label) as number;
    for (const [feature, share] of unitVector(features, weightIn)) {
      const byLabel = sums.get(feature) ?? new Map<number, number>();
      byLabel.set(at, (byLabel.get(at) ?? 0) + Math.round(share * weight * SCALE));
      sums.set(feature, byLabel);
    }
  }
  return packed(labels, on?.examples ?? examples.length, sums, weightIn);
}

/** Features by their weights, as a vector of length 1. */
export function unitVector(
  features: ReadonlyMap<number, number>,
  weightOf: (feature: number) => number,
): [feature: number, share: number][] {
  const vector = [...features].map(([f, times]): [number, number] => [f, times * weightOf(f)]);
  const length = Math.sqrt(vector.reduce((sum, [, x]) => sum + x * x, 0));
  return vector.map(([f, x]) => [f, x / (length || 1)]);
}

function weightsFrom(
  read: readonly { features: ReadonlyMap<number, number> }[],
): (feature: number) => number {
  const seenIn = new Map<number, number>();
  for (const { features } of read) for (const f of features.keys()) seenIn.set(f, (seenIn.get(f) ?? 0) + 1);
  return (feature) => Math.fround(weightOf(read.length, seenIn.get(feature) ?? 0));
}

/** A feature that they don't know weighs as one that was never seen. */
function weightsOf({ features, weight, examples }: Counts): (feature: number) => number {
  const unknown = Math.fround(weightOf(examples, 0));
  return (feature) => weight[placeOf(features, feature)] ?? unknown;
}

/** Where a feature stands among ascending ones; -1 where it doesn't. */
export function placeOf(features: Uint32Array, feature: number): number {
  let [from, to] = [0, features.length - 1];
  while (from <= to) {
    const middle = (from + to) >>> 1;
    const found = features[middle] as number;
    if (found === feature) return middle;
    if (found < feature) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}

function packed(
  labels: readonly string[],
  examples: number,
  sums: ReadonlyMap<number, ReadonlyMap<number, number>>,
  weightOf: (feature: number) => number,
): Counts {
  const features = Uint32Array.from(sums.keys()).sort();
  const size = [...sums.values()].reduce((sum, byLabel) => sum + byLabel.size, 0);
  const [label, count] = [new Uint16Array(size), new Uint32Array(size)];
  const start = new Uint32Array(features.length + 1);
  let at = 0;
  for (const [i, feature] of features.entries()) {
    for (const [of, sum] of [...(sums.get(feature) ?? [])].sort(([a], [b]) => a - b)) {
      label[at] = of;
      count[at++] = sum;
    }
    start[i + 1] = at;
  }
  return { labels, examples, features, weight: Float32Array.from(features, weightOf), start, label, count };
}

/**
 * Texts as vectors of length 1 over their features, weighed by how telling these are in what was counted: the sum of the
 * products of two is how alike they are, 0 to 1.
 */
export function vectorsBy(counts: Counts): (text: string) => [feature: number, share: number][] {
  const weightIn = weightsOf(counts);
  return (text) => unitVector(featuresOf(text), weightIn);
}
