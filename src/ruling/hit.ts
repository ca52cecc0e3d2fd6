import type { Frame } from '#language/index.js';
import type { Reading } from '#search/readers/index.js';
import type { Coverage } from './coverage.js';
import type { Matter } from './matters.js';
import type { Against } from './vetoes.js';

/**
 * What a clause is looked up by: the words next to 证明, each stretch between cues, all words that name the matter, and
 * the clause as it stands.
 */
export const QUERY_SORTS = ['focus', 'segment', 'object', 'clause'] as const;
export type QuerySort = (typeof QUERY_SORTS)[number];

/** A matter that a clause of the question may be about. */
export interface Hit {
  matter: Matter;
  /** 0 to 1, by the fitted model of scoring.ts. */
  probability: number;
  /** The wording that came closest; its name where no wording came near and only the learned reader found it. */
  wording: string;
  frame: Frame;
  /** The matcher's probability by what was looked up; 0 where it wasn't found that way. */
  scores: Readonly<Record<QuerySort, number>>;
  coverage: Coverage;
  /** The matcher's features of the closest wording. */
  features: Readonly<Record<WordingFeature, number>>;
  /** Share of the closest wording's words that the clause has, by weight, 0 to 1. */
  wordingShare: number;
  /** What the reader that counts makes of it. */
  learned: Learned;
  /** What the fitted reader makes of it. */
  fitted: Learned;
  /** Why it is ruled out although its words are close; null where it isn't. */
  veto: string | null;
  /** What is weighed against it: it is of another sort than what is asked, or of the other polarity. */
  against: Against | null;
}

/** A matter as a reader sees it that learned: one counts, the scores of the other are logarithms of probabilities. */
export interface Learned {
  /** Its score below the best of all labels, nobody's among them: 0 for the best, else negative. */
  behind: number;
  /** Among all labels, from 0; `Infinity` for those it doesn't name. */
  rank: number;
}

/** A matter's closest wording; `score` is a probability. */
export interface Match {
  id: string;
  score: number;
  wording: string;
  features: Readonly<Record<WordingFeature, number>>;
}

/** What the matcher tells of the closest wording: how much of it, and of what was looked up, is found in the other. */
export const WORDING_FEATURES = [
  'textFound',
  'textAligned',
  'textMissing',
  'queryAligned',
  'charQueryCovered',
  'soundSymmetric',
  'negation',
] as const;
export type WordingFeature = (typeof WORDING_FEATURES)[number];

/** Finds matters by their wordings, best first. */
export interface WordingMatcher {
  match(query: string, options: { limit: number; features: readonly WordingFeature[] }): Match[];
}

/** What the readers find for one case. */
export interface Found {
  /** The matters that it may be about, best first by their wordings; each once. */
  hits: Hit[];
  /** Of the reader that counts. */
  reading: Reading;
  /** Of the fitted reader. */
  fitted: Reading;
}

export interface HitFinder {
  /** @param text the case as it reads, for the reader that learned from whole questions */
  find(frames: readonly Frame[], text: string): Found;
  /** What of a text speaks most for a matter to the readers that learned, by how much. */
  explain(text: string, label: string): Explained;
}

/** Pieces of a text by what each adds to a matter's score: with the fitted reader, with the one that counts. */
export interface Explained {
  fitted: readonly { feature: string; adds: number }[];
  counted: readonly { feature: string; adds: number }[];
}

export function byProbability(a: Hit, b: Hit): number {
  return b.probability - a.probability || (a.matter.key < b.matter.key ? -1 : 1);
}

/** The matcher's best probability, whatever was looked up. */
export const nearness = ({ scores }: Pick<Hit, 'scores'>): number =>
  Math.max(scores.focus, scores.segment, scores.object, scores.clause);
