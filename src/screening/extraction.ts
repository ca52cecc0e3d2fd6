import type { Demand } from './lexicon.js';
import type { Notice } from './notice.js';
import type { Capacity } from './predicate.js';
import type { Idle } from './urging.js';

/** A stretch of the text that was read, in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

/** A phrase that hands something to the committee. */
export interface Handed extends Stretch {
  /** The words that name the task, cleaned of brackets and blanks. */
  matter: string;
  capacity: Capacity;
  demand: { demand: Demand; rows: readonly string[] } | null;
  /** What the heading above it and the title are about, for a phrase that doesn't name it. */
  topics: readonly string[];
}

/** Why a stretch holds no task of the committee. `nobody`: nobody is told; `frame`: title, address, signature. */
export type SkipReason = Idle | 'others' | 'residents' | 'nobody' | 'frame';

export interface Skipped extends Stretch {
  reason: SkipReason;
}

/** A notice taken apart. */
export interface Extraction {
  notice: Notice;
  /** In the order of the text. */
  handed: Handed[];
  skipped: Skipped[];
}
