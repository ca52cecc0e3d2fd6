import type { Actor } from '#access/roles.js';
import type { Additions } from '#catalogue/matters/additions.js';
import type {
  Draft,
  KeptDraft,
  KeptQuestion,
  OpenQuestion,
  Proposal,
  ProposalEvent,
  ProposalState,
  Trial,
} from '#review/index.js';
import type { Verdict } from '#ruling/index.js';

/** Code of a region by its full name; undefined for a name that is none. */
export type CodeOfRegion = (name: string) => string | undefined;

export interface ReviewAct {
  /** ISO 8601. */
  at: string;
  /** As the audit log names who acts. Default: the actor's name. */
  actor?: string | undefined;
}

export interface OpenPage {
  /** ISO 8601: only what was asked from then on. */
  from: string;
  /** The newest of them, 1 to 10,000. */
  limit: number;
  /** A question that names no region is the whole country's. */
  codeOf: CodeOfRegion;
}

/** What was asked on one day in China. */
export interface AnswerDay {
  /** YYYY-MM-DD. */
  day: string;
  verdicts: Partial<Record<Verdict, number>>;
  /** Answers by which nothing was said, or that asked back. */
  open: number;
  /** Answers of that day that were called wrong, and useful. */
  wrong: number;
  useful: number;
  /** Notices that were screened. */
  notices: number;
}

export interface ProposalFilter {
  states?: readonly ProposalState[] | undefined;
  /** 1 to 1,000. */
  limit: number;
  /** Id of the last proposal of the page before. */
  after?: string | undefined;
}

/**
 * Unanswered questions and what is proposed for them. Every row is held against the rights of the actor, and what they may
 * not see isn't there (QD-ID). Every change is a row of the audit log in the same transaction; what is accepted holds at once.
 */
export interface Reviews {
  /** Newest first; regions that the actor doesn't reach are left out. @throws QingdanError QD-INPUT */
  questions(actor: Actor, page: OpenPage): Promise<OpenQuestion[]>;
  /** What was asked since, day by day; regions that the actor doesn't reach are left out. */
  days(actor: Actor, since: { from: string; codeOf: CodeOfRegion }): Promise<AnswerDay[]>;
  /** @throws QingdanError QD-FORBIDDEN, QD-ID for an id that is taken */
  propose(
    actor: Actor,
    id: string,
    place: { region: string },
    draft: Draft,
    act: ReviewAct,
  ): Promise<Proposal>;
  /**
   * @param trial kept with the proposal before the event; an event is left out where it is only tried
   * @throws QingdanError QD-ID, QD-FORBIDDEN, QD-STATE
   */
  change(
    actor: Actor,
    id: string,
    what: { event?: ProposalEvent | undefined; trial?: Trial | undefined },
    act: ReviewAct,
  ): Promise<Proposal>;
  /** @throws QingdanError QD-ID */
  find(actor: Actor, id: string): Promise<Proposal>;
  /** Newest first. @throws QingdanError QD-INPUT, QD-ID */
  list(actor: Actor, filter: ProposalFilter): Promise<Proposal[]>;
  /** What all accepted proposals add to the library, the earliest first. */
  additions(): Promise<Additions>;
}

/** The questions that an office keeps with the answers they should have. */
export interface KeptQuestions {
  /** @throws QingdanError QD-FORBIDDEN, QD-INPUT where there are too many, QD-ID for an id that is taken */
  keep(actor: Actor, id: string, place: string, draft: KeptDraft, act: ReviewAct): Promise<KeptQuestion>;
  /** @throws QingdanError QD-ID, QD-FORBIDDEN */
  drop(actor: Actor, id: string, act: ReviewAct): Promise<void>;
  /** Those that the actor may see, oldest first. */
  list(actor: Actor): Promise<KeptQuestion[]>;
  /** All of them, for trying: what would change counts wherever it is. */
  all(): Promise<KeptQuestion[]>;
}

/** A task of a notice that a person has put right. Places are UTF-16 units of the text that was read. */
export interface CorrectedTask {
  start: number;
  end: number;
  phrase: string;
  /** What it came to before; null for one that was missed. */
  verdict: Verdict | null;
  /** What it is instead, in one Chinese sentence. */
  said: string;
}

/** What people put right of screenings: kept apart from these, without anybody's data, for the review. */
export interface NoticeCorrections {
  /** In place of what was kept for the screening before. @throws QingdanError QD-FORBIDDEN */
  keep(
    actor: Actor,
    screeningId: string,
    what: { place: string | null; tasks: readonly CorrectedTask[] },
    act: ReviewAct,
  ): Promise<void>;
  find(screeningId: string): Promise<readonly CorrectedTask[] | null>;
}
