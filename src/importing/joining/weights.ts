import { z } from 'zod';

/** What speaks for a matter being a row's, in the order of the weights; none speaks against it by its presence. */
export const JOIN_FEATURES = [
  /** Logarithm of the share that the product's own reader gives it among the matters of its sort. */
  'learned',
  /** The same of the row's first part, by a reader that knows only matters of the sort. */
  'learnedFirst',
  /** Share of the matter's name that the row has, by pairs of characters and by words. */
  'namePairs',
  'nameWords',
  /** How far its nearest name stays behind the nearest of all matters, and whether it is that. */
  'behind',
  'nearest',
  /** Share of the row's words and pairs that the matter's definition has. */
  'definitionWords',
  'definitionPairs',
  /** A name that is the row's own. */
  'same',
  /** The matcher's probability. */
  'retrieved',
] as const;
export type JoinFeature = (typeof JOIN_FEATURES)[number];

/** Weights fitted by `npm run fit:joining` on the rows that ship, each joined without the document it stands in. */
export interface JoiningWeights {
  weights: Readonly<Record<JoinFeature, number>>;
  /** Of a row being about no matter of the library. */
  unknown: number;
  data: { rows: number; documents: number; sha256: string };
}

export const joiningWeightsSchema = z.strictObject({
  weights: z.strictObject(
    Object.fromEntries(JOIN_FEATURES.map((name) => [name, z.number()])) as Record<JoinFeature, z.ZodNumber>,
  ),
  unknown: z.number(),
  data: z.strictObject({ rows: z.number(), documents: z.number(), sha256: z.string() }),
});
