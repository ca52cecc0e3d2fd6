import type { Citation } from '#catalogue/citation.js';
import type { Capacity, DemandKind, PassedOverReason, Settlement } from '#language/index.js';
import type { Band, Verdict } from '#ruling/index.js';
import type { AnswerItem } from '../answer.js';

/** One task of a notice with what may be said to it. Places are UTF-16 units of the text that was read. */
export interface ScreenedTask {
  /** The text between `start` and `end`, as it stands. */
  phrase: string;
  start: number;
  end: number;
  verdict: Verdict;
  band: Band;
  item: AnswerItem | null;
  citations: Citation[];
  /** What to do, in one Chinese sentence. */
  suggestion: string;
  /** Where it is work of the form (考核, 台账…) rather than of a matter: which sort. */
  demand: DemandKind | null;
  /** Whether it is a paper to be issued. */
  certificate: boolean;
  capacity: Capacity;
  /** Names of the rows that come nearest, for a reader to look at where the band is `confirm`. */
  candidates: string[];
  /** A person has said what it is, or that it is one. */
  corrected?: true | undefined;
}

export interface SkippedPart {
  phrase: string;
  start: number;
  end: number;
  /** `person`: somebody has looked, and it is none. */
  reason: PassedOverReason | 'person';
}

/** 研判: a whole notice taken apart into tasks. */
export interface Screening {
  title: string | null;
  /** Where the text came from: a file's name, or 标准输入. */
  source: string;
  issuer: string | null;
  /** 文号. */
  number: string | null;
  /** The one committee that it is addressed to, by its full name; null where it goes to several or names none. */
  committee: string | null;
  /** The kind of committee that it speaks of; null where it names neither kind, or both. */
  settlement: Settlement | null;
  region: string;
  /** YYYY-MM-DD: the day whose rules hold. */
  date: string;
  /** The rules that ask for means and money with what the committee is to help with. */
  meansRules: Citation[];
  tasks: ScreenedTask[];
  skipped: SkippedPart[];
  catalogueVersion: string;
}
