import { z } from 'zod';
import { DEMAND_KINDS } from '#language/index.js';

const ids = z.array(z.string());
const formality = z.strictObject({
  /** Ids of the items and provisions that speak of it, the most telling first. */
  rows: ids,
  /** The same for a special sort of it, by the sort's name in the lexicon. */
  special: z.record(z.string(), ids).optional(),
});

/** Which rows speak of work of the form, and of money and means: knowledge/formalities.yaml. */
export const formalitiesSchema = z.strictObject({
  formalities: z.strictObject(
    Object.fromEntries(DEMAND_KINDS.map((kind) => [kind, formality])) as Record<
      (typeof DEMAND_KINDS)[number],
      typeof formality
    >,
  ),
  means: ids,
});
export type Formalities = z.infer<typeof formalitiesSchema>;
