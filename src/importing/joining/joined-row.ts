import type { ListKind } from '#catalogue/schema.js';
import type { Place } from '../extracted.js';
import type { Proposal } from './joiner.js';

/**
 * How a row came to its matter: chosen by the clerk; as in the version before; sure enough by itself; not sure, and
 * nobody has chosen; on no matter of the library, by the clerk's word or because nothing comes near.
 */
export type JoinedBy = 'chosen' | 'before' | 'sure' | 'open' | 'new';

/** A row of the plan with its matter. */
export interface JoinedRow {
  readonly id: string;
  readonly name: string;
  readonly kind: ListKind;
  readonly place: Place | null;
  /** Null where it is open. */
  readonly matter: string | null;
  readonly by: JoinedBy;
  /** Best first; none where nothing comes near. */
  readonly proposals: readonly Proposal[];
  /** Whether people's own words are known for it: of its matter, or as its aliases. */
  readonly isWorded: boolean;
}

/** The matter chosen for a row, by the row's id; `new`: one of the office's own. */
export type Choices = ReadonlyMap<string, string>;

export const NO_CHOICES: Choices = new Map();
