import type { Capacity } from '../clauses/frame.js';
import type { DemandKind } from '../lexicon.js';
import type { Span } from '../span.js';
import type { Idle } from './urging.js';

/** Work of the form rather than of the matter: 考核, 挂牌, 台账… */
export interface Formality {
  readonly kind: DemandKind;
  /** A special sort of it (一票否决); null where it is none. */
  readonly special: string | null;
  /** The words by which it is known. */
  readonly words: readonly string[];
}

/** A phrase that hands something to the committee. */
export interface Assignment extends Span {
  /** The stretches that name the task; one of a clause before it may say on what it acts. */
  readonly words: readonly Span[];
  /** What they say, without brackets, blanks, quotation marks and years. */
  readonly matter: string;
  readonly capacity: Capacity;
  readonly formality: Formality | null;
  /** What the heading above it and the title are about, for a phrase that doesn't name it. */
  readonly topics: readonly string[];
}

/** Why a stretch holds no task of the committee. `nobody`: nobody is told; `frame`: title, address, signature. */
export type PassedOverReason = Idle | 'others' | 'residents' | 'nobody' | 'frame';

export interface PassedOver extends Span {
  readonly reason: PassedOverReason;
}

/** What a notice hands to the committee and what it doesn't, each in the order of the text. */
export interface Reading {
  readonly assigned: readonly Assignment[];
  readonly passedOver: readonly PassedOver[];
}
