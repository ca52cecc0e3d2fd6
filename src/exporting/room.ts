import type { Actor } from '#access/actor.js';
import type { Storage } from '#storage/ports.js';

/** What is left out of an export by time, and by region where the room has regions. */
export interface ExportRange {
  /** YYYY-MM-DD, the first day. */
  from?: string | undefined;
  /** YYYY-MM-DD, the first day that isn't in it any more. */
  to?: string | undefined;
  /** Code of a region. */
  region?: string | undefined;
}

/** One field of a row: text, a number, or nothing. */
export type Field = string | number | null;

/**
 * One sort of record as other systems get it: flat rows under fixed column names, which never change their meaning; a
 * new column comes last.
 */
export interface ExportedRoom {
  /** As the command names it. */
  name: string;
  /** Chinese, for people. */
  title: string;
  /** English name and Chinese meaning of each column, in order. */
  columns: readonly (readonly [name: string, meaning: string])[];
  /** Rows that the actor may export, in the order of the columns. @throws QingdanError QD-FORBIDDEN */
  rows(storage: Storage, range: ExportRange, actor: Actor): AsyncIterable<readonly Field[]>;
}
