import type { Settlement } from '#language/index.js';
import type { Screening } from '../notices/screening.js';
import { fullCommitteeName, settlementOfName } from './committee.js';

/** Who writes a letter, to whom, and when. */
export interface Sender {
  /** In full, as it signs; null where nobody has said. */
  committee: string | null;
  settlement: Settlement;
  /** 主送机关. Null: whoever issued the notice. */
  to: string | null;
  /** YYYY-MM-DD: the day of the letter. */
  date: string;
  /** Numbers of the tasks (from 1) that a person has checked. */
  confirmed: ReadonlySet<number>;
}

/** What a person says of a letter, as plain data. */
export interface SenderOptions {
  committee?: string | undefined;
  to?: string | undefined;
  /** YYYY-MM-DD. Default: the day that the notice was judged for. */
  date?: string | undefined;
  confirmed?: readonly number[] | undefined;
}

/** The sender as far as person and notice say. A committee whose kind nobody has told is a town's. */
export function senderOf(screening: Screening, options: SenderOptions): Sender {
  const given = options.committee?.trim();
  const committee = given ? fullCommitteeName(given) : screening.committee;
  return {
    committee,
    settlement: (committee === null ? null : settlementOfName(committee)) ?? screening.settlement ?? 'urban',
    to: options.to?.trim() || null,
    date: options.date ?? screening.date,
    confirmed: new Set(options.confirmed ?? []),
  };
}
