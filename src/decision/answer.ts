import type { Citation } from '../catalogue/citation.js';
import type { ListKind } from '../catalogue/schema.js';

export type { Citation } from '../catalogue/citation.js';

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
  /** YYYY-MM-DD; the day whose rules hold. Default: today. */
  date?: string | undefined;
  /** YYYY-MM-DD; what 今天 is to the asker. Default: the day the decider was made for. */
  today?: string | undefined;
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

/** Why the answer is what it is: which words matched, which differed, which level decided. */
export interface Explanation {
  frame: { kind: string; act: string; object: string };
  region: string;
  date: string;
  /** The wording of the knowledge base that the question came closest to. */
  wording: string | null;
  matched: string[];
  differed: string[];
  /** Id of the row that the answer rests on, and of all rows cited. */
  decidedBy: string | null;
  rows: string[];
  /** Region of the row that decided. */
  level: string | null;
  /** Candidates that were ruled out although their words are close. */
  vetoes: { id: string; reason: string }[];
  threshold: { answer: number; confirm: number };
  notes: string[];
  /** The answer's lines before its sources, the verdict first; `text` is these, the sources and `closing`. */
  body: string[];
  /** Region, day and version of the catalogue. */
  closing: string;
}

export interface Answer {
  question: string;
  verdict: Verdict;
  band: Band;
  /** Calibrated probability that the first candidate is what was asked. */
  probability: number;
  item: AnswerItem | null;
  candidates: Candidate[];
  citations: Citation[];
  /** 去哪办. */
  route: string | null;
  /** The whole answer as it is read out, in Chinese. */
  text: string;
  /** At most three, when the question may mean several matters. */
  choices: Choice[];
  explanation: Explanation;
  catalogueVersion: string;
}
