import type { Capacity } from '../clauses/frame.js';
import type { DemandKind } from '../lexicon.js';
import type { Span } from '../span.js';
import type { TaskSort, UnitReason } from './labels.js';

/** A phrase that hands something to the committee. */
export interface Assignment extends Span {
  /** What it says, without what leads to it, brackets, blanks, quotation marks and years. */
  readonly matter: string;
  readonly capacity: Capacity;
  /** Work of the form (考核, 挂牌, 台账…) that its words make it; null where they make none. */
  readonly demand: DemandKind | null;
  /** A special sort of that (一票否决); null where it is none. */
  readonly special: string | null;
  /** How probable each sort is, by marked notices; together 1. */
  readonly shares: Readonly<Record<TaskSort, number>>;
}

/** Why a stretch holds no task of the committee. */
export type PassedOverReason = UnitReason;

export interface PassedOver extends Span {
  readonly reason: PassedOverReason;
}

/** What a notice hands to the committee and what it doesn't, each in the order of the text. */
export interface Reading {
  readonly assigned: readonly Assignment[];
  readonly passedOver: readonly PassedOver[];
}
