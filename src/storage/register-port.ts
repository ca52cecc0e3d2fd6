import type { Actor } from '#access/roles.js';
import type { Draft, Entry, EntryState } from '#registers/entry.js';
import type { KindId } from '#registers/kind.js';
import type { EntryEvent } from '#registers/life.js';
import type { Tally } from '#registers/tally.js';

/** When something was done to a register, and by which file or command. */
export interface RegisterAct {
  /** ISO 8601. */
  at: string;
  /** YYYY-MM-DD in China. */
  day: string;
  source: string;
}

export interface RegisterPage {
  kind: KindId;
  /** Code of a region: its entries and those of all that lies within it. */
  region: string;
  /** First and last day, both included. Default: all. */
  from?: string | undefined;
  to?: string | undefined;
  state?: EntryState | undefined;
  /** 1 to 1,000. */
  limit: number;
  /** Last entry of the page before. */
  after?: Pick<Entry, 'day' | 'id'> | undefined;
}

/**
 * The registers. Every row read or written is held against the rights of the actor; every change is a row of the audit
 * log in the same transaction. Personal numbers and addresses are masked before they are stored.
 */
export interface Registers {
  /**
   * Puts drafts in, all or none, each with its number. A plan refuses the assessments of its year that aren't on it, and
   * an assessment that comes after the plan is refused at once.
   * @throws QingdanError QD-FORBIDDEN, QD-INPUT, QD-STATE where the year has a plan already
   */
  add(actor: Actor, drafts: readonly Draft[], act: RegisterAct): Promise<Entry[]>;
  /** @throws QingdanError QD-ID, QD-FORBIDDEN, QD-STATE, QD-INPUT */
  change(actor: Actor, id: string, event: EntryEvent, act: RegisterAct): Promise<Entry>;
  /** @throws QingdanError QD-ID where there is none, QD-FORBIDDEN */
  find(actor: Actor, id: string): Promise<Entry>;
  /** Newest first. Fields that name persons are left out for whoever isn't of the entry's own region. @throws QD-FORBIDDEN */
  list(actor: Actor, page: RegisterPage): Promise<Entry[]>;
  /** Counts of a region and all within it. @throws QD-FORBIDDEN */
  tally(actor: Actor, page: Pick<RegisterPage, 'kind' | 'region' | 'from' | 'to'>): Promise<Tally[]>;
  /**
   * What holds in a region for whoever asks: entries of open registers, of the region, above it and within it, the newest
   * first, at most `limit`. @throws QD-FORBIDDEN for a register that isn't open
   */
  open(kind: KindId, region: string, limit: number): Promise<Entry[]>;
}
