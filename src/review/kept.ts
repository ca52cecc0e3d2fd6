import { z } from 'zod';
import { ROLES, VERDICTS } from '#ruling/index.js';

/** A question that the office keeps with the answer it should have: asked again before anything is published. */
export const keptSchema = z.strictObject({
  text: z.string().trim().min(2).max(1000),
  role: z.enum(ROLES).nullable().default(null),
  /** Full name of a region; null: the whole country. */
  region: z.string().trim().max(60).nullable().default(null),
  /** Any of them is right. */
  expected: z.array(z.enum(VERDICTS)).min(1).max(VERDICTS.length),
  /** Id of the row that the answer has to rest on. */
  row: z.string().max(120).nullable().default(null),
  note: z.string().trim().max(300).nullable().default(null),
});
export type KeptDraft = z.infer<typeof keptSchema>;

export interface KeptQuestion extends KeptDraft {
  readonly id: string;
  /** Code of the region. */
  readonly place: string;
  readonly keptBy: string;
  readonly keptAt: string;
}

/** Questions kept at most: trying a proposal asks each of them twice. */
export const MOST_KEPT = 2000;
