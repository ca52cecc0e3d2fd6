import type { Frame } from '#language/index.js';
import type { EmbeddingReader, LearnedReader, Reading } from '#search/readers/index.js';
import { latest } from '#text/latest.js';
import type { Segmenter } from '#text/segmenter.js';
import { coverageOf, type SaidWord, saidWords, type Vocabulary, vocabularyOf, wordsOf } from './coverage.js';
import {
  type Hit,
  type HitFinder,
  type Learned,
  type Match,
  nearness,
  type QuerySort,
  WORDING_FEATURES,
  type WordingMatcher,
} from './hit.js';
import type { Matter, Matters } from './matters.js';
import { gravity, type Matched, type Near, nearer, objectedBy } from './near.js';
import { objectionTo } from './vetoes.js';

/** Rows looked at for each query; a matter has one row here, so this is enough for all that come near. */
const LIMIT = 12;
/** Matters looked at closely; those behind are never answered with. */
const HITS = 16;
/** Labels of the learned reader that are looked at; the right one is among them in 19 of 20 questions. */
const LEARNED = 8;
/** Own labels that are looked at: the right one is among them in 9 of 10 questions about a list. */
const OWN = 5;
/** Look-ups for one question, about 0.1 ms each. */
const LOOK_UPS = 14;
/** Look-ups kept of the questions before: people ask with the same few phrases (归社区管吗). */
const KEPT = 2000;
const PAPER = '证明';
/** Punctuation and white space tell nothing apart. */
const MARKS = /[\p{P}\p{Z}\s]+/gu;

export interface HitFinderParts {
  matcher: WordingMatcher;
  /** Counts, an office's own words among them. */
  reader: LearnedReader;
  /** Fitted to the library. */
  fitted: EmbeddingReader;
  /** Labels that an office added wordings to, of which the fitted reader knows nothing. */
  added: ReadonlySet<string>;
  matters: Matters;
  /** The words of a matter's wordings, by its key. */
  vocabularyOf(key: string): Vocabulary;
  segmenter: Segmenter;
  weight: (word: string) => number;
  /** Labels that an office's own rows are or may be about: the nearest of these are looked at in any case. */
  own: readonly string[];
}

export function createHitFinder(parts: HitFinderParts): HitFinder {
  const { matcher, reader, fitted, added, matters, segmenter, weight, own } = parts;
  const match = latest(KEPT, (query: string) =>
    matcher.match(query, { limit: LIMIT, features: WORDING_FEATURES }),
  );
  const words = (text: string): SaidWord[] => saidWords(text, segmenter, weight);
  // The wordings are always the same few thousand; cutting them anew would be a tenth of every answer.
  const ofWording = remembered(words);
  return {
    explain: (text, label) => ({
      fitted: fitted.explain(text, label),
      counted: reader.explain(text, label),
    }),
    find(all, text) {
      // A clause that names nothing (「居委会开不」) only counts where no other clause names something.
      const naming = all.filter((frame) => frame.object !== '');
      const frames = naming.length > 0 ? naming : all;
      const reading = reader.read(text);
      const read = fitted.read(text);
      const labels = [
        ...[reading, read].flatMap(({ best }) => best.slice(0, LEARNED).map(({ label }) => label)),
        ...nearestOf(own, reading),
      ];
      const near = [...retrieved(match, matters, frames), ...learnedOnly(labels, matters, frames)];
      const spoken = remembered(({ clause }: Frame) => vocabularyOf([clause], wordsOf([clause], segmenter)));
      const ofObject = remembered(words);
      const hits = unique(near).map((one): Hit => {
        const vocabulary = parts.vocabularyOf(one.matter.key);
        return {
          ...one,
          probability: nearness(one),
          coverage: coverageOf(ofObject(one.frame.object), vocabulary),
          wordingShare: coverageOf(ofWording(one.wording), spoken(one.frame)).share,
          learned: learnedOf(one.matter, reading),
          fitted: fittedOf(one.matter, fitted.knows(one.matter.label), read, reading, added),
        };
      });
      return { hits, reading, fitted: read };
    },
  };
}

/** The matters whose wordings come near, best first. */
function retrieved(match: (query: string) => Match[], matters: Matters, frames: readonly Frame[]): Near[] {
  const near = new Map<string, Near>();
  const once = remembering(match);
  for (const frame of frames) {
    for (const [id, found] of lookUp(once, frame)) {
      const matter = matters.byKey.get(id);
      if (!matter) continue;
      const objected = objectedBy(objectionTo(frame, matter, found.wording));
      const known = near.get(id);
      const next = { ...found, matter, frame, ...objected };
      if (known === undefined || nearer(next, known)) near.set(id, next);
    }
  }
  return [...near.values()]
    .sort((x, y) => nearness(y) - nearness(x) || (x.matter.key < y.matter.key ? -1 : 1))
    .slice(0, HITS);
}

const NO_SCORES = { focus: 0, segment: 0, object: 0, clause: 0 } as const;
const NO_FEATURES: Match['features'] = {
  textFound: 0,
  textAligned: 0,
  textMissing: 0,
  queryAligned: 0,
  charQueryCovered: 0,
  soundSymmetric: 0,
  negation: 0,
};

/** The matters that the learned reader names, each with the first clause that doesn't rule it out. */
function learnedOnly(labels: readonly string[], matters: Matters, frames: readonly Frame[]): Near[] {
  return labels.flatMap((label) =>
    (matters.byLabel.get(label) ?? []).flatMap((matter): Near[] => {
      const wording = matter.subject;
      const tried = frames.map((frame) => ({ frame, ...objectedBy(objectionTo(frame, matter, wording)) }));
      const [one] = tried.sort((a, b) => gravity(a) - gravity(b));
      return one === undefined ? [] : [{ ...one, matter, wording, scores: NO_SCORES, features: NO_FEATURES }];
    }),
  );
}

/** The labels that the learned reader puts first among some, best first. */
function nearestOf(labels: readonly string[], { scoreOf }: Reading): string[] {
  return labels
    .map((label) => ({ label, score: scoreOf(label) }))
    .sort((a, b) => b.score - a.score || (a.label < b.label ? -1 : 1))
    .slice(0, OWN)
    .map(({ label }) => label);
}

/** The first of each matter. */
function unique(near: readonly Near[]): Near[] {
  const seen = new Set<string>();
  return near.filter(({ matter: { key } }) => !seen.has(key) && seen.add(key));
}

function learnedOf({ label }: Matter, { best, scoreOf }: Reading): Learned {
  const rank = best.findIndex((one) => one.label === label);
  return {
    behind: scoreOf(label) - (best[0]?.score ?? 0),
    rank: rank < 0 ? Number.POSITIVE_INFINITY : rank,
  };
}

/** Of a label that the model doesn't know, an office's own, what the counts say is put on the same scale. */
const COUNTED = 8;

function fittedOf(
  matter: Matter,
  knows: boolean,
  fitted: Reading,
  counted: Reading,
  added: ReadonlySet<string>,
): Learned {
  const known = learnedOf(matter, fitted);
  if (knows && !added.has(matter.label)) return known;
  const { behind, rank } = learnedOf(matter, counted);
  const told = { behind: COUNTED * behind, rank };
  return knows && known.behind > told.behind ? known : told;
}

/** The matters that one clause comes near to, with the wording that came closest of all. */
function lookUp(match: (query: string) => Match[], frame: Frame): Map<string, Matched> {
  const found = new Map<string, Matched>();
  for (const [sort, query] of queriesOf(frame)) {
    for (const { id, score, wording, features } of match(query)) {
      let known = found.get(id);
      if (known === undefined) {
        known = { scores: { focus: 0, segment: 0, object: 0, clause: 0 }, wording, features };
        found.set(id, known);
      } else if (score > nearness(known)) {
        known.wording = wording;
        known.features = features;
      }
      if (score > known.scores[sort]) known.scores[sort] = score;
    }
  }
  return found;
}

function queriesOf({ object, stretch, segments, clause, cues }: Frame): [QuerySort, string][] {
  const suffix = cues.has('paper') ? PAPER : '';
  const queries: [QuerySort, string][] = [];
  if (stretch !== '') queries.push(['focus', stretch + suffix]);
  for (const segment of segments) if (segment !== stretch) queries.push(['segment', segment]);
  if (object !== '') queries.push(['object', object + suffix]);
  queries.push(['clause', clause]);
  return queries;
}

/** The same result for the same argument, made once. */
function remembered<A, R>(make: (argument: A) => R): (argument: A) => R {
  const known = new Map<A, R>();
  return (argument) => {
    const before = known.get(argument);
    if (before !== undefined) return before;
    const made = make(argument);
    known.set(argument, made);
    return made;
  };
}

/** Looks every query up once, however many clauses repeat it, and none beyond the limit. */
function remembering(match: (query: string) => Match[]): (query: string) => Match[] {
  const known = new Map<string, Match[]>();
  return (asked) => {
    const query = asked.replace(MARKS, '');
    const before = known.get(query);
    if (before) return before;
    if (known.size >= LOOK_UPS) return [];
    const matches = match(query);
    known.set(query, matches);
    return matches;
  };
}
