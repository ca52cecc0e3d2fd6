/**
 * What the rest knows of the store. Times are ISO 8601 in UTC, ids the caller's: it has no clock and no randomness. Who
 * writes is answered when it is durable. Each may reject with QD-DISK-FULL, QD-READ-ONLY, QD-STORAGE; then nothing is.
 */
import type { CaseState } from '#cases/index.js';
import type { Asked, Band, Role, Verdict } from '#ruling/index.js';
import type { MaskedJson } from '#text/masked.js';
import type { Accounts, Logins } from './account-ports.js';
import type { Admissions } from './admission-ports.js';
import type { Act, AuditLog } from './audit-port.js';
import type { Feedback } from './feedback-port.js';
import type { Inspections } from './inspection-port.js';
import type { HookCursors } from './jobs/hooks-port.js';
import type { JobOptions, JobQueue } from './jobs/port.js';
import type { PeriodReports } from './jobs/reports-port.js';
import type { StoreWatch } from './jobs/watch.js';
import type { ApiKeys } from './key-port.js';
import type { Editions, FullTexts, ListVersions, RegionLists } from './list-ports.js';
import type { Lookback } from './lookback-port.js';
import type { Person } from './person.js';
import type { Registers } from './register-port.js';
import type { KeptQuestions, NoticeCorrections, Reviews } from './review-port.js';
import type { SharedPages } from './shared-page-port.js';
import type { CaseFiles, Cases, Reminders } from './window/port.js';

export type * from './account-ports.js';
export type * from './admission-ports.js';
export type * from './audit-port.js';
export type * from './feedback-port.js';
export type * from './inspection-port.js';
export type * from './jobs/hooks-port.js';
export type * from './jobs/port.js';
export type * from './jobs/reports-port.js';
export type * from './key-port.js';
export type * from './list-ports.js';
export type * from './lookback-port.js';
export type * from './person.js';
export type * from './register-port.js';
export type * from './review-port.js';
export type * from './shared-page-port.js';
export type * from './window/port.js';

/** One answered question on its way into the log. Its text is masked before it is stored. */
export interface QuestionEntry {
  /** The same id again changes nothing, so an answer given twice for one event is in the log once. */
  id: string;
  at: string;
  person: Person;
  text: string;
  role: Role | null;
  /** Region and day the question was put for, as they were given; null where none was. */
  region: string | null;
  date: string | null;
  /** What the question held besides its text; null where it held nothing. */
  how: Asked | null;
  /** YYYY-MM-DD, what 今天 was to the assistant. */
  today: string;
  verdict: Verdict;
  band: Band;
  probability: number;
  itemId: string | null;
  catalogueVersion: string;
  /** Id of the edition that answered, from `Editions.keep`; null where it wasn't kept, and can't be replayed. */
  edition: string | null;
  /** SHA-256 of the whole answer, which a replay must reach again. */
  answerHash: string;
}

export interface LoggedQuestion extends Omit<QuestionEntry, 'person'> {
  channel: string;
  /** Keyed hash of the person. */
  user: string;
}

/** A stretch of time, `from` included and `to` not, with a place to go on after. */
export interface Page {
  from?: string | undefined;
  to?: string | undefined;
  /** Largest number of rows, 1 to 1,000. */
  limit: number;
  /** Last row of the page before. */
  after?: { at: string; id: string } | undefined;
}

/** A page of a log that is read from either end. */
export interface OrderedPage extends Page {
  /** Default: oldest first. */
  newestFirst?: boolean | undefined;
}

export interface QuestionLog {
  record(entry: QuestionEntry): Promise<void>;
  find(id: string): Promise<LoggedQuestion | null>;
  /** Oldest first, or newest first where the page says so. */
  list(page: OrderedPage): Promise<LoggedQuestion[]>;
}

/** Which events of a channel have been taken up, so that a redelivery isn't answered twice. */
export interface EventLog {
  /**
   * True for exactly one caller: the one that is to do the work. An event claimed and never settled, because the
   * program ended between, can be claimed again once its claim is older than the lease.
   */
  claim(channel: string, eventId: string, at: string): Promise<boolean>;
  /** The work is done and its reply may be sent. */
  settle(channel: string, eventId: string, at: string): Promise<void>;
  /** Claimed and settled at once, for a caller that can't tell when its work is done. */
  take(channel: string, eventId: string, at: string): Promise<boolean>;
  /** The work failed before anything was kept: a redelivery may try again at once. */
  release(channel: string, eventId: string): Promise<void>;
}

/** State of conversations as JSON, with an end. Every string in it is masked before it is stored. */
export interface Conversations {
  /** null also when it has expired at `now`. */
  load(key: string, now: string): Promise<unknown>;
  /** `person` is whose conversation it is, for export and deletion. */
  save(
    key: string,
    state: unknown,
    life: { at: string; expiresAt: string; person?: Person | undefined },
  ): Promise<void>;
  forget(key: string): Promise<void>;
}

export interface ScreeningEntry {
  id: string;
  at: string;
  person: Person;
  region: string | null;
  /** Title of the notice. */
  title: string;
  /** Name of the file or 直接输入. */
  source: string;
  /** The whole result; whoever has it masks it, since that of a long notice takes half a second. */
  result: MaskedJson;
  tasks: number;
  catalogueVersion: string;
  edition: string | null;
  /** A screening of the same notice that this one takes the place of. Default: none. */
  earlier?: string | undefined;
}

export interface StoredScreening extends Omit<ScreeningEntry, 'person' | 'result' | 'earlier'> {
  channel: string;
  user: string;
  result: unknown;
  /** The first of the same notice; null where it is the first itself. */
  first: string | null;
}

export interface Screenings {
  /** The same id again changes nothing. @throws QingdanError QD-ID where the earlier one isn't kept */
  record(entry: ScreeningEntry): Promise<void>;
  find(id: string): Promise<StoredScreening | null>;
  /** Oldest first. */
  list(page: Page): Promise<StoredScreening[]>;
}

/** Everything held on one person. */
export interface PersonalRecord {
  user: string;
  questions: LoggedQuestion[];
  feedback: { questionId: string; useful: boolean; comment: string | null; at: string }[];
  conversations: { state: unknown; expiresAt: string }[];
  screenings: StoredScreening[];
  /** Cases that the person brought. */
  cases: { number: string; text: string; state: CaseState }[];
  reminders: { day: string; text: string }[];
}

/** `cases` counts those whose person, contact and files are taken away; the case itself is the office's. */
export type Counts = Record<
  'questions' | 'feedback' | 'conversations' | 'screenings' | 'events' | 'cases' | 'reminders' | 'shared',
  number
>;

export interface UserData {
  export(person: Person): Promise<PersonalRecord>;
  /** Deletes all of it and leaves a row with the counts, and no name, in the audit log. */
  delete(person: Person, act: Act): Promise<Counts>;
}

/** How long records are kept, in days. The audit log, list versions and editions are kept for good. */
export interface RetentionDays {
  questions: number;
  screenings: number;
  events: number;
  /** Answers that people passed on, after they were passed on last. */
  shared: number;
  /** Contacts and files of cases, after these were closed. */
  cases: number;
}

export interface Retention {
  /** How many records `purge` would delete. */
  due(now: string): Promise<Counts>;
  /**
   * Deletes what is older than the setting; feedback goes with its question, a conversation when it has expired.
   * `unguarded`: also by a clock that stands far beyond the newest record, and more than the set share at once.
   * @throws QingdanError QD-PURGE where nothing is deleted because something speaks against it
   */
  purge(act: Act, options?: { unguarded?: boolean | undefined }): Promise<Counts>;
}

/** The store behind everything. */
export interface Storage {
  /** Kind, version and place in words, without a password. */
  readonly description: string;
  readonly questions: QuestionLog;
  readonly feedback: Feedback;
  readonly events: EventLog;
  readonly conversations: Conversations;
  readonly lists: ListVersions;
  readonly texts: FullTexts;
  readonly regionLists: RegionLists;
  readonly editions: Editions;
  readonly sharedPages: SharedPages;
  readonly screenings: Screenings;
  readonly registers: Registers;
  readonly inspections: Inspections;
  readonly lookback: Lookback;
  readonly reviews: Reviews;
  readonly keptQuestions: KeptQuestions;
  readonly noticeCorrections: NoticeCorrections;
  readonly audit: AuditLog;
  readonly users: UserData;
  readonly retention: Retention;
  readonly cases: Cases;
  readonly caseFiles: CaseFiles;
  readonly reminders: Reminders;
  readonly hooks: HookCursors;
  readonly reports: PeriodReports;
  /** The jobs of this program; one queue for a program. */
  jobs(options: JobOptions): JobQueue;
  /** Calls back soon after anything was written by whichever program on the store: on PostgreSQL at once. */
  watch(onChange: () => void): StoreWatch;
  readonly accounts: Accounts;
  readonly logins: Logins;
  readonly admissions: Admissions;
  readonly keys: ApiKeys;
  /** Writes a few bytes, to show that writing works. Rejects too where the database has been found damaged. */
  probe(at: string): Promise<void>;
  /** A key of 32 bytes that lasts as long as the store, one for each purpose. */
  keyFor(purpose: string): Uint8Array;
  /** Writes a whole copy, which is itself a store, while others go on writing. @throws QingdanError QD-FILE */
  backup(file: string): Promise<void>;
  /** Finishes the writes under way, then closes. */
  close(): Promise<void>;
}
