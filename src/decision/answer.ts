import type { Evidence, ListKind } from '../catalogue/schema.js';

/** What a question comes to. The last three are for demands (三事分流). */
export const VERDICTS = [
  'autonomy',
  'assist',
  'negative',
  'may-certify',
  'must-not-certify',
  'not-listed',
  'information',
  'clarify',
  'out-of-scope',
  'triage-government',
  'triage-consult',
  'triage-self',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Sure enough to answer / asks which of at most three is meant / says that it doesn't know. */
export type Band = 'answer' | 'confirm' | 'abstain';
export const ROLES = ['resident', 'worker', 'official'] as const;
export type Role = (typeof ROLES)[number];

export interface Question {
  text: string;
  role?: Role | undefined;
  /** Full or short name of a region, e.g. 重庆市 or 南岸区. */
  region?: string | undefined;
  /** YYYY-MM-DD. */
  date?: string | undefined;
}

export interface Citation {
  documentId: string;
  title: string;
  /** 文号, null where the source shows none. */
  number: string | null;
  locator: string;
  region: string;
  effectiveFrom: string | null;
  evidence: Evidence;
  summary: string;
  url: string | null;
}

export interface AnswerItem {
  id: string;
  name: string;
  /** Id of the list it is on. */
  list: string;
  kind: ListKind;
  documentId: string;
}

export interface Candidate {
  id: string;
  name: string;
  kind: ListKind | 'provision';
  probability: number;
}

export interface Choice {
  id: string;
  label: string;
}
