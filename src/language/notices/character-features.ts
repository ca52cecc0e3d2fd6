import { featureHash, numberHash } from './model/features.js';
import { partiesKey, type SeenUnit } from './seen-units.js';

const LIMITS = [-5, -3.5, -2.5, -1.7, -1, -0.5, 0, 0.5, 1, 1.7, 2.5, 3.5, 5];
export const characterLot = (score: number | undefined): number =>
  score === undefined ? 99 : LIMITS.filter((limit) => score > limit).length;

/** A text as its characters are looked at. */
export interface CharacterView {
  readonly text: string;
  readonly units: readonly SeenUnit[];
  /** Score of each unit. */
  readonly scores: readonly number[];
  /** The text's words in order. */
  readonly words: readonly string[];
}

const LONGEST_START = 8;
const LONGEST_BEHIND_ACTOR = 6;
/** In place of a score where no unit stands. */
const NO_LOT = 99;
/** Kinds of features by number, one for each that a place may have. */
const WINDOW = { one: 16, two: 32, three: 48 } as const;
const FROM = -3;

/** Hashes of what tells whether a task begins, goes on or stands off at each character. */
export function characterFeatures(view: CharacterView): Uint32Array[] {
  const { text } = view;
  const codes = Int32Array.from({ length: text.length }, (_, i) => shape(text.charCodeAt(i)));
  const context = contextOf(view);
  return Array.from({ length: text.length }, (_, k) => {
    const ids = windowOf(codes, k);
    context.add(ids, k);
    return Uint32Array.from(ids);
  });
}

/** All digits are one character. */
const shape = (code: number) => (code >= 48 && code <= 57 ? 48 : code);

/** Characters around a place, alone and in runs. */
function windowOf(codes: Int32Array, k: number): number[] {
  const ids: number[] = [];
  const c = (d: number) => codes[k + d] ?? 0;
  for (let d = -2; d <= 2; d++) ids.push(numberHash(WINDOW.one + d - FROM, c(d)));
  for (let d = -2; d <= 1; d++) ids.push(numberHash(WINDOW.two + d - FROM, c(d), c(d + 1)));
  for (let d = -3; d <= 0; d++) ids.push(numberHash(WINDOW.three + d - FROM, c(d), c(d + 1), c(d + 2)));
  return ids;
}

/** Words and units around each place. */
function contextOf({ text, units, scores, words }: CharacterView) {
  const n = text.length;
  const unitAt = new Int32Array(n).fill(-1);
  for (const [i, { start, end }] of units.entries()) unitAt.fill(i, start, end);
  const next = new Int32Array(n).fill(-1);
  for (let k = n - 1, coming = -1; k >= 0; k--) {
    next[k] = coming;
    if ((unitAt[k] as number) >= 0) coming = unitAt[k] as number;
  }
  const wordAt = wordsAt(words, n);
  const lots = scores.map(characterLot);
  const lotOf = (i: number) => lots[i] ?? NO_LOT;
  const codes = units.map(({ before, actor, cell }) => ({
    mark: featureHash(before),
    actor: featureHash(partiesKey(actor)),
    cell: Number(cell !== null),
  }));
  return {
    add(ids: number[], k: number): void {
      const { word, previous, both, starts } = wordAt[k] as WordAt;
      ids.push(numberHash(1, word, starts), numberHash(2, previous, starts), numberHash(3, both, starts));
      ids.push(numberHash(4, starts, wordAt[k + 1]?.starts ?? 1));
      const i = unitAt[k] as number;
      const unit = units[i];
      const coming = lotOf(next[k] as number);
      if (unit === undefined) {
        ids.push(numberHash(5, coming, text.charCodeAt(k)));
        return;
      }
      ofUnit(ids, unit, k, { own: lotOf(i), before: lotOf(i - 1), coming, ...(codes[i] as UnitCodes) });
      const inside = k - unit.start;
      if (inside > 0 && inside <= LONGEST_START) ids.push(featureHash('start', text.slice(unit.start, k)));
      const behind = k - unit.actorEnd;
      if (unit.actorEnd > 0 && behind >= 0 && behind <= LONGEST_BEHIND_ACTOR)
        ids.push(featureHash('behind actor', text.slice(unit.actorEnd, k)));
    },
  };
}

/** The mark in front of a unit, who acts in it, and whether it is a cell's, as numbers. */
interface UnitCodes {
  mark: number;
  actor: number;
  cell: number;
}

interface Around extends UnitCodes {
  own: number;
  before: number;
  coming: number;
}

function ofUnit(
  ids: number[],
  unit: SeenUnit,
  k: number,
  { own, before, coming, mark, actor, cell }: Around,
): void {
  const inside = k - unit.start;
  const rest = unit.end - k;
  const isFirst = Number(inside === 0);
  const off = unit.actorEnd > 0 ? Math.max(-9, Math.min(k - unit.actorEnd, 3)) : -99;
  ids.push(
    numberHash(6, own),
    numberHash(7, own, isFirst),
    numberHash(8, own, Math.min(inside, 6)),
    numberHash(9, own, Math.min(rest, 3)),
    numberHash(10, own, mark),
    numberHash(11, own, mark, isFirst),
    numberHash(12, own, coming, Number(rest === 1)),
    numberHash(13, own, before, isFirst),
    numberHash(14, off),
    numberHash(15, off, own),
    numberHash(100, isFirst, actor),
    numberHash(101, cell, isFirst),
  );
  if (k < unit.actorEnd) ids.push(numberHash(102, own));
}

/** Hashes of the word at a place, of the one before it, and of both. */
interface WordAt {
  word: number;
  previous: number;
  both: number;
  /** 1 where the word begins. */
  starts: number;
}

function wordsAt(words: readonly string[], length: number): WordAt[] {
  const all: WordAt[] = [];
  let previous = featureHash('^');
  for (const text of words) {
    const word = featureHash(text);
    const both = numberHash(0, previous, word);
    for (let i = 0; i < text.length; i++) all.push({ word, previous, both, starts: Number(i === 0) });
    previous = word;
  }
  while (all.length < length) all.push({ word: 0, previous, both: 0, starts: 1 });
  return all;
}
