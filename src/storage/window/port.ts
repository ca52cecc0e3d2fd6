/** What the rest of the program knows of the window's cases. Days and times are passed in; the store has no clock. */
import type { Actor } from '#access/actor.js';
import type {
  AddWorkingDays,
  Case,
  CaseEvent,
  CaseFigures,
  CaseState,
  CaseStatus,
  Due,
  Limits,
  Reception,
} from '#cases/index.js';
import type { TriageClass } from '#catalogue/matters/schema.js';
import type { Person } from '../person.js';

/** When something is done, and by which limits days are counted. */
export interface CaseMoment {
  /** ISO 8601 in UTC. */
  at: string;
  /** YYYY-MM-DD in China. */
  day: string;
  limits: Limits;
  addWorkingDays: AddWorkingDays;
}

/** Whom to tell, and where it is; sealed in the store, and deleted some time after the case is closed. */
export interface Contact {
  name: string | null;
  phone: string | null;
  /** A street number and a flat are personal data, and without them nobody finds the broken lamp. */
  place: string | null;
}

export interface NewCase extends Reception {
  /** Unguessable name of this reception: the same again opens no second case. The code is made of it. */
  key: string;
  /** Who brought it, where a channel knows them. */
  person?: Person | undefined;
  contact?: Contact | undefined;
}

export interface CaseHistory {
  at: string;
  actor: string;
  type: CaseEvent['type'] | 'open';
  detail: Readonly<Record<string, unknown>>;
}

export interface StoredCase {
  number: string;
  region: string;
  /** By which its holder asks for the status. */
  code: string;
  one: Case;
  contact: Contact | null;
  history: readonly CaseHistory[];
}

/** Where a case is found: several communities may have given out the same number. */
export interface CaseRef {
  number: string;
  region?: string | undefined;
}

export interface CaseFilter {
  /** Code of a region; the cases of all that lies within it. */
  region?: string | undefined;
  states?: readonly CaseState[] | undefined;
  class?: TriageClass | undefined;
  /** Received from this day on, and before `to`. */
  from?: string | undefined;
  to?: string | undefined;
  /** To be done by this day or earlier. */
  dueBy?: string | undefined;
  /** 1 to 1,000. */
  limit: number;
  after?: string | undefined;
}

/** One line of a list. */
export interface CaseRow {
  id: string;
  number: string;
  region: string;
  kind: Case['kind'];
  state: CaseState;
  class: TriageClass | null;
  text: string;
  matter: string | null;
  office: string | null;
  receivedOn: string;
  due: Due | null;
  told: Case['told'];
}

/** Cases with their rights: an actor reads and changes what the table of rights lets them. */
export interface Cases {
  /** Idempotent by `key`. @throws QingdanError QD-FORBIDDEN, QD-INPUT */
  open(entry: NewCase, moment: CaseMoment, actor: Actor): Promise<StoredCase>;
  /** @throws QingdanError QD-ID where none is found that the actor may read, or several */
  find(ref: CaseRef, actor: Actor): Promise<StoredCase>;
  /** Newest first; the next page goes on after the last `id`. @throws QingdanError QD-INPUT */
  list(filter: CaseFilter, actor: Actor): Promise<CaseRow[]>;
  /** What happens to a case. @throws QingdanError QD-ID, QD-FORBIDDEN, QD-STATE, QD-INPUT */
  change(ref: CaseRef, event: CaseEvent, moment: CaseMoment, actor: Actor): Promise<StoredCase>;
  /** For statistics, all that the actor may read of the filter. */
  figures(filter: Omit<CaseFilter, 'limit' | 'after'>, actor: Actor): Promise<CaseFigures[]>;
  /**
   * For whoever has number and code, without any right. After five wrong codes in a day a number is closed for the rest
   * of it. @throws QingdanError QD-ID, which doesn't say which of the two was wrong
   */
  status(number: string, code: string, day: string): Promise<CaseStatus>;
}

/** A file on its way to a case. */
export interface CaseFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** Attachments of cases, kept in the store. */
export interface CaseFiles {
  /** @throws QingdanError QD-FORBIDDEN, QD-STATE, QD-FILE-SIZE, QD-FILE-TYPE */
  add(ref: CaseRef, file: CaseFile, moment: CaseMoment, actor: Actor): Promise<StoredCase>;
  /** @throws QingdanError QD-ID, QD-FORBIDDEN, QD-FILE-GONE where its time was over */
  read(ref: CaseRef, no: number, actor: Actor): Promise<CaseFile>;
}

/** Something that a person wants to be told of on a day, when they next write. */
export interface Reminder {
  id: string;
  /** YYYY-MM-DD. */
  day: string;
  /** Personal data masked. */
  text: string;
}

export interface Reminders {
  /** The same id again changes nothing. @throws QingdanError QD-BUSY where the person has too many */
  add(person: Person, reminder: Reminder, at: string): Promise<void>;
  /** Those due by a day, which are then gone. */
  take(person: Person, day: string): Promise<Reminder[]>;
  /** Those still to come, the earliest first. */
  list(person: Person): Promise<Reminder[]>;
  /** Takes one of the person's back; whether there was such a one. */
  cancel(person: Person, id: string): Promise<boolean>;
}
