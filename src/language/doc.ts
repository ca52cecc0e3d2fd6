import type { Frame } from './clauses/frame.js';
import type { Layout } from './layout/layout.js';
import type { Reading } from './notices/reading.js';
import type { PartyMention } from './parties/party.js';
import type { Span } from './span.js';
import type { Token } from './tokens/token.js';

/** A place that a text names; several names where several regions share it. */
export interface PlaceMention extends Span {
  /** Full names of the regions it may mean. */
  readonly regions: readonly string[];
}

/** A day that a text names. */
export interface DayMention extends Span {
  /** YYYY-MM-DD; a year or a month stands for its last day. */
  readonly date: string;
}

/** A stretch that may carry the point of a text, with what it asks. Clauses may lie inside one another. */
export interface Clause extends Span {
  readonly frame: Frame;
}

/** A text read once; every layer speaks of places in `text`. Layers that a pipeline doesn't make stay empty. */
export interface Doc {
  /** As it was received. */
  readonly text: string;
  /** The same length, with width and traditional characters folded. */
  readonly plain: string;
  /** What says nothing of who does what: brackets in a notice, places and days in a question. */
  readonly hidden: readonly Span[];
  readonly places: readonly PlaceMention[];
  readonly days: readonly DayMention[];
  readonly parties: readonly PartyMention[];
  readonly tokens: readonly Token[];
  /** In the order in which they are looked at: the one said last counts before what led to it. */
  readonly clauses: readonly Clause[];
  readonly layout: Layout | null;
  /** What a notice hands to the committee, and what it doesn't; null in a question. */
  readonly reading: Reading | null;
}

export const LAYERS = [
  'plain',
  'hidden',
  'places',
  'days',
  'parties',
  'tokens',
  'clauses',
  'layout',
  'reading',
] as const;
export type Layer = (typeof LAYERS)[number];

/** A text before anything has been read in it. */
export function unread(text: string): Doc {
  return {
    text,
    plain: text,
    hidden: [],
    places: [],
    days: [],
    parties: [],
    tokens: [],
    clauses: [],
    layout: null,
    reading: null,
  };
}
