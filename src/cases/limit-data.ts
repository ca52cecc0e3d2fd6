import { z } from 'zod';
import type { Limits } from './limits.js';

/** Two hundred working days are most of a year: nothing at a window takes longer. */
const days = z.number().int().min(1).max(200);
const text = z.string().trim().min(1);

/** Limits of a region or an office; what it doesn't name stays as it is. */
export const ownLimitsSchema = z.strictObject({
  move: days.optional().meta({ description: '接件或退回后，几天内分流、流转', sample: 1 }),
  government: days.optional().meta({ description: '大事，接件后几天内办出结果', sample: 15 }),
  consult: days.optional().meta({ description: '小事，接件后几天内办出结果', sample: 15 }),
  self: days.optional().meta({ description: '私事，接件后几天内办出结果', sample: 3 }),
  paper: days.optional().meta({ description: '开证明，接件后几天内办出结果', sample: 3 }),
  reply: days.optional().meta({ description: '有了结果后，几天内出件', sample: 1 }),
  visit: days.optional().meta({ description: '出件后，几天内回访', sample: 5 }),
});

/** The shape of knowledge/window/limits.yaml. */
export const limitDataSchema = z.strictObject({
  default: z.strictObject({
    basis: text,
    move: days,
    government: days,
    consult: days,
    self: days,
    paper: days,
    reply: days,
    visit: days,
  }),
  regions: z.array(
    z.strictObject({
      /** Full name as in regions.yaml. */
      region: text,
      /** As a receipt says it. */
      basis: text,
      evidence: z.enum(['primary', 'partial', 'secondary']),
      source: text,
      /** What the source says, in the project's own words. */
      says: text,
      limits: ownLimitsSchema,
    }),
  ),
});

export type LimitData = z.infer<typeof limitDataSchema>;
export type OwnLimits = z.infer<typeof ownLimitsSchema>;

const NAMES = ['move', 'government', 'consult', 'self', 'paper', 'reply', 'visit'] as const;

/** What an office's own limits rest on, where it says nothing of it. */
const OWN = '本单位的承诺';

/**
 * The limits of a window.
 * @param lineage full names of its region and of those above, nearest first
 * @param own the office's setting
 */
export function limitsFor(
  { default: standard, regions }: LimitData,
  lineage: readonly string[],
  own: { limits: OwnLimits; basis?: string | undefined } = { limits: {} },
): Limits {
  const near = lineage.flatMap((name) => regions.filter(({ region }) => region === name));
  const entries = NAMES.map((name) => {
    const chosen = own.limits[name];
    if (chosen !== undefined) return [name, { days: chosen, basis: own.basis ?? OWN }] as const;
    const here = near.find(({ limits }) => limits[name] !== undefined);
    const days = here?.limits[name] ?? standard[name];
    return [name, { days, basis: here?.basis ?? standard.basis }] as const;
  });
  return Object.fromEntries(entries) as unknown as Limits;
}
