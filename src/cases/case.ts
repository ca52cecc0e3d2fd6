import type { TriageClass } from '#catalogue/matters/schema.js';
import type { Band, Verdict } from '#ruling/index.js';
import type { Due } from './limits.js';

/** What somebody comes to the window for: to have something done, or to be given a paper. */
export const CASE_KINDS = ['demand', 'paper'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/**
 * received 已接件, consulting 协商中, routed 已流转, returned 已退回, resolved 有结果待出件, replied 已出件待回访,
 * closed 已办结, withdrawn 已撤回.
 */
export const CASE_STATES = [
  'received',
  'consulting',
  'routed',
  'returned',
  'resolved',
  'replied',
  'closed',
  'withdrawn',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** How a case came to the window. */
export const CASE_SOURCES = ['window', 'phone', 'chat', 'page'] as const;
export type CaseSource = (typeof CASE_SOURCES)[number];

/** 三事分流 of a case, with what the library of matters says of it. */
export interface Sorting {
  /** Null where the lists don't say it surely: then a person sorts it. */
  class: TriageClass | null;
  /** Name of the matter; null where none was recognised. */
  matter: string | null;
  why: string;
  responsible: string | null;
  /** What the committee may do and what it may not. */
  committee: string | null;
  turnTo: string | null;
  /** Law and article with what it says, one line each. */
  basis: readonly string[];
  /** Whether the library said it or a person did. */
  by: 'lists' | 'person';
}

/** What the lists say of a paper that is asked for. */
export interface PaperAsked {
  name: string;
  verdict: Verdict;
  band: Band;
  /** The answer's own lines: headline and what explains it. */
  says: readonly string[];
  /** Lists that could say otherwise and aren't known whole. */
  gaps: readonly string[];
  /** 去哪办; null where no source says so. */
  route: string | null;
  basis: readonly string[];
}

/** 流转: with whom the case is. */
export interface Office {
  name: string;
  /** Whether the street or a department of the county has it; departments read what is theirs. */
  level: 'street' | 'department';
  since: string;
}

/** 协商: who sat together, what was said, what came of it. */
export interface Meeting {
  day: string;
  place: string | null;
  participants: readonly string[];
  note: string;
  result: string;
  agreed: boolean;
}

/** What came of a case, before it is handed out. */
export interface Result {
  day: string;
  text: string;
  /** done 已办, guided 已引导自办, agreed 协商一致, issued 已出具, refused 不予出具. */
  outcome: 'done' | 'guided' | 'agreed' | 'issued' | 'refused';
  /** Number of the paper issued or of the 告知单. */
  paperNumber: string | null;
}

/** 出件. */
export interface Reply {
  day: string;
  text: string;
  /** How it reached the person: 当面, 电话, 短信… */
  how: string;
}

/** 回访; `satisfied` is null where nobody could be reached. */
export interface Visit {
  day: string;
  satisfied: boolean | null;
  note: string;
}

/** 退回: a transfer that was sent back. */
export interface Returned {
  day: string;
  from: string;
  reason: string;
}

/** An attachment without its bytes. */
export interface Attached {
  /** From 1 within the case. */
  no: number;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
}

/** One case as it stands; dates are YYYY-MM-DD. */
export interface Case {
  kind: CaseKind;
  state: CaseState;
  /** Code of the community's region. */
  region: string;
  source: CaseSource;
  receivedOn: string;
  /** Personal data masked. */
  text: string;
  sorting: Sorting;
  /** Of a paper that is asked for. */
  paper: PaperAsked | null;
  office: Office | null;
  meetings: readonly Meeting[];
  returns: readonly Returned[];
  escalations: number;
  /** Reason of the one extension; null where there was none. */
  extended: string | null;
  result: Result | null;
  reply: Reply | null;
  visits: readonly Visit[];
  /** Null once nothing more is to be done. */
  due: Due | null;
  /** Days to be done by of which a warning, or that they have passed, has been told already. */
  told: { soon: string | null; late: string | null };
  attachments: readonly Attached[];
}

/** Whether anything is still to be done. */
export const isOpen = ({ state }: Pick<Case, 'state'>): boolean =>
  state !== 'closed' && state !== 'withdrawn';
