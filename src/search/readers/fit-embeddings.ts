import { type Example, unitVector, weightOf } from './counts.js';
import type { EmbeddingModel } from './embeddings.js';
import { featuresOf } from './features.js';
import { generator, shuffle } from './order.js';

/** Numbers of a point, in each of the models that are averaged. */
const DIMENSIONS = 64;
/** Models, each from another beginning and in another order: their mean changes less with every line that is added. */
const MODELS = 2;
/** Passes over the examples, each in another order. */
const PASSES = 12;
/** Share of a text's features that are left out each time, so that no single one decides. */
const LEFT_OUT = 0.4;
/** Step of AdaGrad. */
const STEP = 0.08;
const BIAS_STEP = 0.02;
/** A smaller error moves nothing. */
const LEAST = 1e-4;
/** Steps of a point on either side of 0. */
const STEPS = 127;

type Vector = { readonly at: Int32Array; readonly share: Float32Array };

/** What is fitted, row by row; the squares are AdaGrad's, one for each row. */
interface Fitted {
  readonly points: Float32Array;
  readonly directions: Float32Array;
  readonly bias: Float32Array;
  readonly pointSquares: Float32Array;
  readonly directionSquares: Float32Array;
}

/**
 * Fits averaged embeddings with a softmax over the labels (as fastText does: Joulin and others, 2016) by AdaGrad in a
 * fixed order: the same examples give the same model. Several are fitted, and the scores are the mean of theirs: since
 * a score is linear in the point, they stand side by side as one. A minute and a half for 40,000 questions.
 */
export function fitEmbeddings(examples: readonly Example[], passes = PASSES): EmbeddingModel {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const read = examples.map(({ text }) => [...featuresOf(text).keys()]);
  const seenIn = new Map<number, number>();
  for (const features of read) for (const f of features) seenIn.set(f, (seenIn.get(f) ?? 0) + 1);
  // A pair that one example alone has says nothing of another.
  const features = Uint32Array.from([...seenIn].filter(([, n]) => n > 1).map(([f]) => f)).sort();
  const idf = Float32Array.from(features, (f) => weightOf(examples.length, seenIn.get(f) as number));
  const place = new Map(Array.from(features, (f, i) => [f, i]));
  const vectors = read.map((one) => vectorOf(one, place, idf));
  const labelPlace = new Map(labels.map((label, i) => [label, i]));
  const targets = examples.map(({ label }) => labelPlace.get(label) as number);
  const models = Array.from({ length: MODELS }, (_, model) => {
    const random = generator(model + 1);
    const fitted = start(features.length, labels.length, random);
    const stepOn = stepping(fitted, random);
    const order = examples.map((_, i) => i);
    for (let pass = 0; pass < passes; pass++) {
      shuffle(order, random);
      for (const n of order) stepOn(vectors[n] as Vector, targets[n] as number, examples[n]?.weight ?? 1);
    }
    return fitted;
  });
  const points = sideBySide(models.map((model) => model.points));
  const directions = sideBySide(models.map((model) => model.directions)).map((one) => one / MODELS);
  const bias = models.reduce(
    (sum, model) => sum.map((one, k) => one + (model.bias[k] as number) / MODELS),
    new Float32Array(labels.length),
  );
  return { labels, dimensions: WIDTH, features, idf, ...inBytes(points), directions, bias };
}

/** Numbers of a point of all models together. */
const WIDTH = DIMENSIONS * MODELS;

/** Row by row, the rows of all models behind each other. */
function sideBySide(models: readonly Float32Array[]): Float32Array {
  const rows = (models[0] as Float32Array).length / DIMENSIONS;
  const all = new Float32Array(rows * WIDTH);
  for (const [m, model] of models.entries())
    for (let r = 0; r < rows; r++)
      all.set(model.subarray(r * DIMENSIONS, (r + 1) * DIMENSIONS), r * WIDTH + m * DIMENSIONS);
  return all;
}

function vectorOf(
  features: readonly number[],
  place: ReadonlyMap<number, number>,
  idf: Float32Array,
): Vector {
  const known = features.flatMap((f): [number, number][] => {
    const at = place.get(f);
    return at === undefined ? [] : [[at, 1]];
  });
  const vector = unitVector(new Map(known), (at) => idf[at] as number);
  return {
    at: Int32Array.from(vector, ([at]) => at),
    share: Float32Array.from(vector, ([, share]) => share),
  };
}

function start(features: number, labels: number, random: () => number): Fitted {
  const points = new Float32Array(features * DIMENSIONS);
  for (let i = 0; i < points.length; i++) points[i] = (random() - 0.5) * (2 / Math.sqrt(DIMENSIONS));
  return {
    points,
    directions: new Float32Array(labels * DIMENSIONS),
    bias: new Float32Array(labels),
    pointSquares: new Float32Array(features).fill(1e-6),
    directionSquares: new Float32Array(labels).fill(1e-6),
  };
}

/** One example's step; what it needs besides is made once. */
function stepping(fitted: Fitted, random: () => number) {
  const { points, directions, bias, pointSquares, directionSquares } = fitted;
  const point = new Float32Array(DIMENSIONS);
  const pull = new Float32Array(DIMENSIONS);
  const shares = new Float32Array(bias.length);
  return (vector: Vector, target: number, weight: number): void => {
    const kept = keptOf(vector, random);
    average(points, kept, point);
    softmax(directions, bias, point, shares);
    pull.fill(0);
    for (let k = 0; k < shares.length; k++) {
      const error = weight * ((shares[k] as number) - (k === target ? 1 : 0));
      if (Math.abs(error) < LEAST) continue;
      const row = directions.subarray(k * DIMENSIONS, (k + 1) * DIMENSIONS);
      moved(row, point, pull, error, directionSquares, k);
      bias[k] = (bias[k] as number) - BIAS_STEP * error;
    }
    const square = meanSquare(pull);
    for (const { at, share } of kept) {
      const squares = (pointSquares[at] as number) + share * share * square;
      pointSquares[at] = squares;
      const step = (STEP * share) / Math.sqrt(squares);
      for (let d = 0, i = at * DIMENSIONS; d < DIMENSIONS; d++, i++)
        points[i] = (points[i] as number) - step * (pull[d] as number);
    }
  };
}

/** Moves a label's direction, and adds to `pull` where the point of the text should have been. */
function moved(
  row: Float32Array,
  point: Float32Array,
  pull: Float32Array,
  error: number,
  squares: Float32Array,
  k: number,
): void {
  squares[k] = (squares[k] as number) + error * error * meanSquare(point);
  const step = (STEP * error) / Math.sqrt(squares[k] as number);
  for (let d = 0; d < DIMENSIONS; d++) {
    pull[d] = (pull[d] as number) + error * (row[d] as number);
    row[d] = (row[d] as number) - step * (point[d] as number);
  }
}

type Kept = { at: number; share: number }[];

function keptOf({ at, share }: Vector, random: () => number): Kept {
  const kept: Kept = [];
  for (let i = 0; i < at.length; i++)
    if (random() >= LEFT_OUT) kept.push({ at: at[i] as number, share: share[i] as number });
  return kept;
}

function average(points: Float32Array, kept: Kept, into: Float32Array): void {
  into.fill(0);
  for (const { at, share } of kept)
    for (let d = 0, i = at * DIMENSIONS; d < DIMENSIONS; d++, i++)
      into[d] = (into[d] as number) + share * (points[i] as number);
}

function softmax(
  directions: Float32Array,
  bias: Float32Array,
  point: Float32Array,
  into: Float32Array,
): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0, i = 0; k < bias.length; k++) {
    let z = bias[k] as number;
    for (let d = 0; d < DIMENSIONS; d++, i++) z += (point[d] as number) * (directions[i] as number);
    into[k] = z;
    if (z > most) most = z;
  }
  let sum = 0;
  for (let k = 0; k < into.length; k++) {
    into[k] = Math.exp((into[k] as number) - most);
    sum += into[k] as number;
  }
  for (let k = 0; k < into.length; k++) into[k] = (into[k] as number) / sum;
}

function meanSquare(row: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < DIMENSIONS; d++) sum += (row[d] as number) ** 2;
  return sum / DIMENSIONS;
}

/** Points as whole numbers of a byte: the greatest of each is at the end of its scale. */
function inBytes(points: Float32Array): Pick<EmbeddingModel, 'scale' | 'points'> {
  const rows = points.length / WIDTH;
  const scale = new Float32Array(rows);
  const bytes = new Int8Array(points.length);
  for (let r = 0; r < rows; r++) {
    const row = points.subarray(r * WIDTH, (r + 1) * WIDTH);
    const most = row.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
    scale[r] = most / STEPS || 1;
    for (let d = 0; d < WIDTH; d++)
      bytes[r * WIDTH + d] = Math.round((row[d] as number) / (scale[r] as number));
  }
  return { scale, points: bytes };
}
