import type { Band, Verdict } from '#ruling/index.js';

/** How an answer reads in a comparison. */
export interface Said {
  readonly verdict: Verdict;
  readonly band: Band;
  /** What it speaks of: name of the row that it rests on, or of the nearest; null where of none. */
  readonly name: string | null;
  /** Id of the row that it rests on. */
  readonly row: string | null;
}

/** A question whose answer would be another. */
export interface Change {
  readonly text: string;
  readonly region: string | null;
  readonly before: Said;
  readonly after: Said;
  /** Whether the answer was and would be what is expected; null where nothing is. */
  readonly right: { readonly before: boolean; readonly after: boolean } | null;
}

/** What trying came to on one set of questions. */
export interface TriedSet {
  readonly asked: number;
  /** At most `MOST_CHANGES`, those that get worse first. */
  readonly changes: readonly Change[];
  readonly changed: number;
  /** Right before and not after, and the other way round. */
  readonly worse: number;
  readonly better: number;
}

/** What accepting a proposal would change. */
export interface Trial {
  /** ISO 8601. */
  readonly at: string;
  /** Version of the catalogue that it was tried on; on another one it has to be tried again. */
  readonly version: string;
  /** Hash of what held of earlier proposals: `additionsHash`. */
  readonly additions: string;
  /** The proposal's own wordings, changed or not. */
  readonly own: readonly Change[];
  /** The questions that the office has kept, and those that ship. */
  readonly office: TriedSet;
  readonly shipped: TriedSet;
}

export const MOST_CHANGES = 100;

/** One question answered twice. */
export interface Tried {
  readonly text: string;
  readonly region: string | null;
  readonly before: Said;
  readonly after: Said;
  readonly right: { readonly before: boolean; readonly after: boolean } | null;
}

const isOther = ({ before, after }: Tried): boolean =>
  before.verdict !== after.verdict || before.band !== after.band || before.row !== after.row;
const isWorse = ({ right }: Tried): boolean => right?.before === true && !right.after;
const isBetter = ({ right }: Tried): boolean => right?.before === false && right.after;

export function triedSet(tried: readonly Tried[]): TriedSet {
  const changes = tried.filter(isOther);
  const rank = (one: Tried) => (isWorse(one) ? 0 : isBetter(one) ? 2 : 1);
  return {
    asked: tried.length,
    changes: [...changes].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_CHANGES),
    changed: changes.length,
    worse: tried.filter(isWorse).length,
    better: tried.filter(isBetter).length,
  };
}
