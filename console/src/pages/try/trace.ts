import type { Answer } from '#answer/index.js';
import type { ListKind } from '#catalogue/schema.js';
import type { EvidenceFeature, Role } from '#ruling/index.js';

/** One matter that came near, with what moved its probability. */
export interface Candidate {
  matter: string;
  row: string;
  name: string;
  kind: ListKind | 'provision' | 'matter';
  probability: number;
  wording: string | null;
  clause: string;
  shared: readonly string[];
  differing: readonly string[];
  veto?: string;
  evidence: Partial<Record<EvidenceFeature, number>>;
}

interface TracedClause {
  clause: string;
  act: string;
  capacity: string;
  object: string;
}

/** How one thing that was asked was judged. */
export interface TracedCase {
  case: { source: string; sort: string; capacity: string; clauses: readonly TracedClause[] };
  candidates: readonly Candidate[];
  ruling: {
    verdict: string;
    band: string;
    finding: string;
    decidedAt: string | null;
    rows: readonly string[];
  };
}

/** What the server gives of a question that is tried. */
export interface Trial {
  answer: Answer;
  trace: {
    doc: { text: string; places: readonly { words: string; regions: readonly string[] }[] };
    situation: { levels: readonly string[]; date: string; role: Role; committee: 'urban' | 'village' | null };
    cases: readonly TracedCase[];
  };
}

export interface Question {
  text: string;
  role?: Role | undefined;
  region?: string | undefined;
  date?: string | undefined;
}
