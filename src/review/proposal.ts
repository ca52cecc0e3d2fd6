import { z } from 'zod';
import { LONGEST_ADDED, officeMatterSchema } from '#catalogue/matters/additions.js';
import { NOBODYS } from '#catalogue/matters/wordings.js';
import { normalise } from '#text/normalise.js';
import type { Trial } from './trial.js';

/** A longer question isn't taken for a wording, in characters. */
export const LONGEST_WORDING_TAKEN = LONGEST_ADDED;
/** Wordings of one proposal at most. */
export const MOST_WORDINGS = 100;

const wording = z
  .string()
  .trim()
  .min(2, '问法至少要有两个字')
  .max(LONGEST_ADDED, `问法最多 ${LONGEST_ADDED} 字`);

/** What is proposed: the questions are wordings of a matter that is known (or of nobody's), or of one that is new. */
export const aimSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('wordings'),
    matter: z
      .string()
      .max(80)
      .describe(`事项编号；不归社区管、也不归哪份清单的用 ${NOBODYS.join('、')}`),
  }),
  z.strictObject({ type: z.literal('matter'), matter: officeMatterSchema }),
]);
export type Aim = z.infer<typeof aimSchema>;

export const draftSchema = z.strictObject({
  aim: aimSchema,
  wordings: z
    .array(wording)
    .min(1, '至少要有一句问法')
    .max(MOST_WORDINGS, `一次最多 ${MOST_WORDINGS} 句问法`)
    .transform(eachOnce),
  /** Ids of the questions that it settles. */
  questions: z.array(z.string().max(64)).max(5000).default([]),
  note: z.string().trim().max(500).nullable().default(null),
});
export type Draft = z.infer<typeof draftSchema>;

function eachOnce(wordings: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const one of wordings) if (!seen.has(normalise(one))) seen.set(normalise(one), one);
  return [...seen.values()];
}

export const PROPOSAL_STATES = ['proposed', 'accepted', 'rejected', 'withdrawn', 'revoked'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Somebody who proposes or decides. */
export interface Who {
  readonly id: string;
  readonly name: string;
}

export interface Proposal extends Draft {
  readonly id: string;
  /** Code of the region that it is made for. */
  readonly region: string;
  readonly department?: string | undefined;
  readonly proposedBy: Who;
  readonly proposedAt: string;
  readonly state: ProposalState;
  /** Who decided last, and what they gave as reason. */
  readonly decidedBy: Who | null;
  readonly decidedAt: string | null;
  readonly reason: string | null;
  /** What accepting it would change, as it was tried last. */
  readonly trial: Trial | null;
}

/** Id of the matter that a proposal's wordings are of. */
export const matterOf = ({ aim }: Pick<Draft, 'aim'>): string =>
  aim.type === 'wordings' ? aim.matter : aim.matter.id;
