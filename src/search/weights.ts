import { z } from 'zod';
import { FEATURES, type FeatureName } from './features/index.js';

/**
 * Features whose value, for the best candidate, says how sure its being first is worth: how near it comes at all, and
 * what it lacks.
 */
export const CONFIDENCE_FEATURES = [
  'conceptSymmetric',
  'charSymmetric',
  'soundSymmetric',
  'queryFound',
  'queryMissing',
  'textMissing',
] as const satisfies readonly FeatureName[];
export type ConfidenceFeature = (typeof CONFIDENCE_FEATURES)[number];

/** Weight of a feature for short texts, such as questions, and for long ones, such as articles of law. */
export interface FeatureWeight {
  short: number;
  long: number;
}

/** How candidates are ordered: a sum over features; a text between short and long takes its share of both weights. */
export interface RankingWeights {
  features: Readonly<Record<FeatureName, FeatureWeight>>;
  /** Added for a long text. */
  long: number;
}

/** How a ranked candidate's score becomes the probability that it answers the query: logistic of a sum. */
export interface CalibrationWeights {
  constant: number;
  /** Of the candidate's ranking score. */
  score: number;
  /** Of the logarithm of its share among all candidates: low where a runner-up comes near. */
  share: number;
  /** Of the natural logarithm of 1 + the query's length in characters. */
  queryLength: number;
  /** Where the best candidate is a long text. */
  long: number;
  /** Of the best candidate's features, as far as it is a short text. */
  best: Readonly<Record<ConfidenceFeature, number>>;
}

/** What the weights were fitted on and how well they did on the folds left out. */
export interface FitRecord {
  seed: number;
  data: readonly { name: string; kind: 'pairs' | 'set'; sha256: string; queries: number }[];
  /** By data set: figures of five-fold cross-validation. */
  figures: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Contents of knowledge/weights/matching.json. */
export interface MatchingWeights {
  ranking: RankingWeights;
  calibration: CalibrationWeights;
  fit: FitRecord;
}

const number = z.number();
const named = <Name extends string, Schema extends z.ZodType>(names: readonly Name[], schema: Schema) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, schema])) as Record<Name, Schema>);

/** Checks a weights file. */
export const matchingWeightsSchema = z.strictObject({
  ranking: z.strictObject({
    features: named(
      FEATURES.map(({ name }) => name),
      z.strictObject({ short: number, long: number }),
    ),
    long: number,
  }),
  calibration: z.strictObject({
    constant: number,
    score: number.nonnegative(),
    share: number.nonnegative(),
    queryLength: number,
    long: number,
    best: named(CONFIDENCE_FEATURES, number),
  }),
  fit: z.strictObject({
    seed: number,
    data: z.array(
      z.strictObject({
        name: z.string(),
        kind: z.enum(['pairs', 'set']),
        sha256: z.string(),
        queries: number,
      }),
    ),
    figures: z.record(z.string(), z.record(z.string(), number)),
  }),
});
