import type { Recorded } from './intent.js';
import type { Person } from './person.js';

export type { Person } from './person.js';

/** Where what was asked and answered is kept, before the reply goes out. */
export interface Records {
  /** The same id again changes nothing, so that a turn taken twice is kept once. */
  keep(id: string, person: Person, recorded: Recorded): Promise<void>;
}

/** Keeps nothing. */
export const NO_RECORDS: Records = { keep: async () => undefined };
