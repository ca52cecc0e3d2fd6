import type { Actor } from '#access/roles.js';
import type { ApplicationDraft } from '#admission/application.js';
import type { AdmissionProcess } from '#admission/process.js';
import type { Admission, AdmissionEvent, KeptState } from '#admission/state.js';

/** An application as the store has it. */
export interface StoredAdmission extends Admission {
  /** `<region>-<year>-<serial>`, e.g. 500112-2026-1. */
  readonly id: string;
  /** Whoever knows it along with the number may ask how far it is. */
  readonly code: string;
  /** Counts on over the years in its region, so that it names one task of the region's list for good. */
  readonly serial: number;
  /** Attached at the newest submission: what the lists say of the task and of its basis. */
  readonly screening: unknown;
}

/** What happened to an application, oldest first. */
export interface HappenedEvent {
  number: number;
  at: string;
  day: string;
  actorName: string;
  event: AdmissionEvent | { type: 'create' };
}

/** When and by which procedure something is done; `day` is the day in China. */
export interface AdmissionAct {
  at: string;
  day: string;
  process: AdmissionProcess;
}

export interface AdmissionFilter {
  /** Of one region; of all that the actor may see where left out. */
  region?: string | undefined;
  states?: readonly KeptState[] | undefined;
  /** Ids after this one, in the order of the list. */
  after?: string | undefined;
  /** 1 to 1,000. */
  limit: number;
}

/**
 * 准入 applications. Every method asks for each row whether the actor may; what an actor may not see isn't there for
 * them (QD-ID). Every change is a row of the audit log in the same transaction, and a decision or revocation publishes
 * the region's list of admitted tasks along with it.
 */
export interface Admissions {
  /** A draft with its number. @throws QingdanError QD-FORBIDDEN, QD-INPUT */
  create(
    actor: Actor,
    given: { region: string; regionName: string; application: ApplicationDraft },
    act: AdmissionAct,
  ): Promise<StoredAdmission>;
  /**
   * @param screening kept with a submission
   * @throws QingdanError QD-ID, QD-FORBIDDEN, QD-STATE, QD-INPUT, QD-DATE
   */
  apply(
    actor: Actor,
    id: string,
    event: AdmissionEvent,
    act: AdmissionAct,
    screening?: unknown,
  ): Promise<StoredAdmission>;
  /** By id, or by number within the regions that the actor sees. @throws QingdanError QD-ID where none or several are meant */
  find(actor: Actor, idOrNumber: string): Promise<StoredAdmission>;
  /** How far an application is, for whoever holds its number and code; null where they don't belong together. */
  byCode(number: string, code: string): Promise<StoredAdmission | null>;
  /** Newest first. @throws QingdanError QD-INPUT */
  list(actor: Actor, filter: AdmissionFilter): Promise<StoredAdmission[]>;
  /** @throws QingdanError QD-ID */
  history(actor: Actor, id: string): Promise<HappenedEvent[]>;
}
