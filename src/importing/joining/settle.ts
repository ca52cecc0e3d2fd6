/**
 * How sure a join has to be, as probabilities. `npm run fit:joining` prints what they come to on rows that the weights
 * weren't fitted on.
 */
export const JOIN_BARS = {
  /** From here on a row is joined without asking. */
  joined: 0.7,
  /** The same where two matters share it (人口普查 and 统计调查): of the first, and of both; the second lends its wordings. */
  half: 0.4,
  both: 0.75,
  /** Of nothing known being it, for the row to be a matter of the office's own without asking. */
  own: 0.6,
  /** From here on something is likely enough to lend its wordings. */
  likely: 0.025,
} as const;

export type Settled = 'sure' | 'open' | 'new';

/** What becomes of a row that nobody chose for. @param near best first, with their probabilities */
export function settle(near: readonly { readonly confidence: number }[]): Settled {
  const [first, second] = near;
  const known = near.reduce((sum, { confidence }) => sum + confidence, 0);
  if (first === undefined || 1 - known >= JOIN_BARS.own) return 'new';
  if (first.confidence >= JOIN_BARS.joined) return 'sure';
  const both = first.confidence + (second?.confidence ?? 0);
  return first.confidence >= JOIN_BARS.half && both >= JOIN_BARS.both ? 'sure' : 'open';
}
