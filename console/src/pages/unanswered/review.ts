import type { MatterSort } from '#catalogue/matters/schema.js';
import type { OpenReason } from '#review/asked.js';
import type { GroupState } from '#review/open-groups.js';
import type { Aim, ProposalState, Who } from '#review/proposal.js';
import type { Trial } from '#review/trial.js';
import type { Role, Verdict } from '#ruling/index.js';

/** A question that wasn't answered, asked back or found wrong. */
export interface OpenQuestion {
  id: string;
  at: string;
  text: string;
  role: Role | null;
  region: string | null;
  verdict: Verdict;
  why: OpenReason;
  /** What was said after 不对. */
  said: readonly string[];
}

/** Questions that are alike. */
export interface Group {
  id: string;
  state: GroupState;
  count: number;
  counts: Partial<Record<OpenReason, number>>;
  newest: string;
  questions: readonly OpenQuestion[];
  proposals: readonly string[];
}

export interface Suggestion {
  id: string;
  name: string;
  sort: MatterSort | null;
  is: string | null;
  /** 0 to 1. */
  share: number;
}

export interface Proposal {
  id: string;
  state: ProposalState;
  regionName: string;
  aim: Aim;
  matterName: string;
  wordings: readonly string[];
  questions: number;
  note: string | null;
  proposedBy: Who;
  proposedAt: string;
  decidedBy: Who | null;
  decidedAt: string | null;
  reason: string | null;
  trial: Omit<Trial, 'version' | 'additions'> | null;
  /** Nothing has changed since it was tried. */
  fresh: boolean;
  trying: { done: number; total: number } | null;
  failed: string | null;
  may: { accept: boolean; reject: boolean; withdraw: boolean; revoke: boolean };
}

export const PATH = '/api/v1/review';
