/**
 * How sure a join has to be, as probabilities. By `npm run fit:joining`, of the rows of lists that are named as no other
 * row is, 130 in 148 come over the bar and 7 of these belong to a neighbouring matter.
 */
export const JOIN_BARS = {
  /** From here on a row is joined without asking. */
  joined: 0.7,
  /** Below it nothing known is likely, and the row is a matter of the office's own. */
  likely: 0.1,
} as const;
