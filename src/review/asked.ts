import type { Band, Role, Verdict } from '#ruling/index.js';

/**
 * Why a question waits: on no list, nobody's matter, asked back, called wrong by whoever asked, or a notice's task that
 * somebody put right. What was called wrong
 * counts as that, whatever its verdict.
 */
export const OPEN_REASONS = ['wrong', 'corrected', 'asked-back', 'not-listed', 'out-of-scope'] as const;
export type OpenReason = (typeof OPEN_REASONS)[number];

/** A question that wasn't answered, as it is kept: personal numbers and addresses masked. */
export interface OpenQuestion {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly text: string;
  readonly role: Role | null;
  /** Name of the region that it was put for; null where none was named. */
  readonly region: string | null;
  readonly verdict: Verdict;
  readonly why: OpenReason;
  /** What was said after 不对, newest first. */
  readonly said: readonly string[];
}

/** Verdicts by which nothing of the lists is said. */
export const OPEN_VERDICTS = ['not-listed', 'out-of-scope', 'clarify'] as const satisfies readonly Verdict[];

/** Why a question waits; null where it was answered and nobody said that it was wrong. */
export function reasonOf(answer: { verdict: Verdict; band: Band }, wrong: boolean): OpenReason | null {
  if (wrong) return 'wrong';
  if (answer.verdict === 'clarify' || answer.band === 'confirm') return 'asked-back';
  if (answer.verdict === 'not-listed' || answer.verdict === 'out-of-scope') return answer.verdict;
  return answer.band === 'abstain' ? 'not-listed' : null;
}
