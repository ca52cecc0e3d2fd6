import { placeOf, unitVector } from './counts.js';
import { featuresOf, nameOf } from './features.js';
import type { LearnedReader, Reading } from './naive-bayes.js';

/**
 * What a text is about by the average of what its features stand for: every feature is a point, every label a
 * direction. Points are held as whole numbers of a byte, each row with a scale of its own.
 */
export interface EmbeddingModel {
  readonly labels: readonly string[];
  /** Numbers of a point. */
  readonly dimensions: number;
  /** Ascending. */
  readonly features: Uint32Array;
  /** How telling each feature is: inverse document frequency. */
  readonly idf: Float32Array;
  /** Of each feature: what a step of its point is worth. */
  readonly scale: Float32Array;
  /** Row by row of the features. */
  readonly points: Int8Array;
  /** Row by row of the labels. */
  readonly directions: Float32Array;
  readonly bias: Float32Array;
}

/** Labels named of one text. */
const BEST = 12;
/** Features named of one text. */
const TELLING = 8;

/**
 * A reader over a fitted model; scores are logarithms of probabilities. Labels that the model wasn't fitted with have
 * none: `scoreOf` says the least of all for them, and `knows` tells them apart. About 0.1 ms a question.
 */
export function createEmbeddingReader(model: EmbeddingModel): EmbeddingReader {
  const { labels, dimensions, features, idf, scale, points, directions, bias } = model;
  const labelPlace = new Map(labels.map((name, i) => [name, i]));

  function vectorOf(text: string): [at: number, share: number][] {
    const known = new Map<number, number>();
    for (const feature of featuresOf(text).keys()) {
      const at = placeOf(features, feature);
      if (at >= 0) known.set(at, 1);
    }
    return unitVector(known, (at) => idf[at] as number);
  }

  function pointOf(vector: readonly [at: number, share: number][]): Float64Array {
    const point = new Float64Array(dimensions);
    for (const [at, share] of vector) {
      const worth = share * (scale[at] as number);
      for (let d = 0, i = at * dimensions; d < dimensions; d++, i++)
        point[d] = (point[d] as number) + worth * (points[i] as number);
    }
    return point;
  }

  function along(point: Float64Array, label: number): number {
    let sum = 0;
    for (let d = 0, i = label * dimensions; d < dimensions; d++, i++)
      sum += (point[d] as number) * (directions[i] as number);
    return sum;
  }

  return {
    knows: (label) => labelPlace.has(label),
    read(text): Reading {
      const point = pointOf(vectorOf(text));
      const scores = Float64Array.from(labels, (_, k) => along(point, k) + (bias[k] as number));
      const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
      const total = most + Math.log(scores.reduce((sum, z) => sum + Math.exp(z - most), 0));
      const least = scores.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY) - total;
      const best = [...labels.keys()]
        .sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
        .slice(0, BEST)
        .map((k) => ({ label: labels[k] as string, score: (scores[k] as number) - total }));
      return {
        best,
        scoreOf(label) {
          const score = scores[labelPlace.get(label) ?? -1];
          return score === undefined ? least : score - total;
        },
      };
    },
    explain(text, label) {
      const k = labelPlace.get(label);
      if (k === undefined) return [];
      return vectorOf(text)
        .map(([at, share]) => ({
          feature: nameOf(features[at] as number),
          adds: along(pointOf([[at, share]]), k),
        }))
        .filter(({ adds }) => adds > 0)
        .sort((a, b) => b.adds - a.adds || (a.feature < b.feature ? -1 : 1))
        .slice(0, TELLING);
    },
  };
}

export interface EmbeddingReader extends LearnedReader {
  /** Whether the model was fitted with a label. */
  knows(label: string): boolean;
}
