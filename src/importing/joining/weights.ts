import { z } from 'zod';

/** What speaks for a matter being a row's, in the order of the weights, with the sign that each weight is held to. */
export const JOIN_FEATURES = [
  /** Share that the fitted reader gives it among the matters of its sort, on average over the row's parts; logarithm. */
  { name: 'fitted', sign: 1 },
  /** The fitted reader's probability among everything that it knows, what is nobody's included; logarithm. */
  { name: 'fittedOfAll', sign: 1 },
  /** Share of the row's first part, by counts of the matters of its sort; logarithm. */
  { name: 'counted', sign: 1 },
  /** Share of the matter's name that the row has, by pairs of characters. */
  { name: 'namePairs', sign: 1 },
  /** Its nearest name is the nearest of all matters of its sort. */
  { name: 'nearest', sign: 1 },
  /** A name that is the row's own. */
  { name: 'same', sign: 1 },
  /** Share of the row's words that the matter's definition has. */
  { name: 'definitionWords', sign: 1 },
  /** Share of the row's pairs that people say when they ask about the matter, the usual ones more. */
  { name: 'said', sign: 1 },
  /** Share of the ways of looking by which it is the first of its sort. */
  { name: 'first', sign: 1 },
  /** Of what another matter that comes near names as the difference (`unlike`), the share that the row has, by pairs. */
  { name: 'differs', sign: 1 },
  /** It is a rule, or a demand, which no list is made of. */
  { name: 'rule', sign: -1 },
  { name: 'demand', sign: -1 },
] as const;
export type JoinFeature = (typeof JOIN_FEATURES)[number]['name'];

/** Weights fitted by `npm run fit:joining`. */
export interface JoiningWeights {
  weights: Readonly<Record<JoinFeature, number>>;
  /** Of a row being about no matter of the library. */
  unknown: number;
  data: { rows: number; documents: number; sha256: string };
}

export const joiningWeightsSchema = z.strictObject({
  weights: z.strictObject(
    Object.fromEntries(JOIN_FEATURES.map(({ name }) => [name, z.number()])) as Record<
      JoinFeature,
      z.ZodNumber
    >,
  ),
  unknown: z.number(),
  data: z.strictObject({ rows: z.number(), documents: z.number(), sha256: z.string() }),
});
