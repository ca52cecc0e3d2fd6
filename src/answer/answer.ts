import type { Citation } from '#catalogue/citation.js';
import type { ListKind } from '#catalogue/schema.js';
import type { Band, Candidate, CaseSort, Verdict } from '#ruling/index.js';
import type { Section } from './section.js';

export interface AnswerItem {
  id: string;
  name: string;
  /** Id of the list it is on. */
  list: string;
  kind: ListKind;
  documentId: string;
}

export interface Choice {
  id: string;
  label: string;
}

/** Why the answer is what it is: which words matched, which differed, which level decided. */
export interface Explanation {
  /** What is asked about. */
  sort: CaseSort;
  frame: { act: string; capacity: string; object: string };
  /** What it is about, as the lists call it; null where no matter was recognised. */
  subject: string | null;
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
  /** The kinds of list that the answer shows. */
  lists: ListKind[];
  /** Candidates that were ruled out although their words are close. */
  vetoes: { id: string; reason: string }[];
  threshold: { answer: number; confirm: number };
  notes: string[];
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
  /** Everything that is said, in Chinese, as it is read out; with the further answers. */
  text: string;
  /** The parts of this answer, the verdict first. */
  sections: Section[];
  /** At most three, when the question may mean several matters. */
  choices: Choice[];
  explanation: Explanation;
  /** Answers to the other things that the same question asks, in the order asked. */
  further: Answer[];
  catalogueVersion: string;
}
