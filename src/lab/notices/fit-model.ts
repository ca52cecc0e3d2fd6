import type { Words } from '#language/index.js';
import { characterFeatures } from '#language/notices/character-features.js';
import { jointFeatures, jointsOf } from '#language/notices/joints.js';
import { TASK_SORTS, UNIT_REASONS } from '#language/notices/labels.js';
import type { Features } from '#language/notices/model/features.js';
import { type Linear, logistic, quantised, scoreOf } from '#language/notices/model/linear.js';
import type { NoticeModel } from '#language/notices/model/model.js';
import { neighbourFeatures } from '#language/notices/neighbour-features.js';
import { reasonFeatures } from '#language/notices/reason-features.js';
import { sortFeatures } from '#language/notices/sort-features.js';
import { lotsAt, runsOf, traitsOf } from '#language/notices/tagging.js';
import { type UnitReading, unitFeatures } from '#language/notices/unit-features.js';
import { within } from '#language/within.js';
import type { Mark } from '../marked-notice.js';
import { fitChain } from './fit-chain.js';
import { fitLinear } from './fit-linear.js';
import type { Lesson } from './lesson.js';
import { type KnownReasons, reasonsIn } from './reasons.js';

export interface FitOptions {
  words: Words;
  classes: Uint8Array;
  /** SHA-256 of what is learned from. */
  data: string;
  reasons: KnownReasons;
}

/** log2 of the places of each part's weights: more would make the file larger and find no more. */
export const BITS = {
  addressee: 13,
  units: 19,
  neighbours: 12,
  characters: 18,
  joints: 16,
  reasons: 14,
  sorts: 16,
} as const;
/** A score that the next part learns from comes from a model that hasn't seen the text: one of so many. */
const FOLDS = 6;

/** Fits all parts, one on the scores of the other; the same notices give the same bytes. */
export function fitModel(lessons: readonly Lesson[], options: FitOptions): NoticeModel {
  const { words, classes, data } = options;
  const readingOf: ReadingOf = ({ cut }) => ({ words, cut, classes });
  const addressee = (own: readonly Lesson[]) =>
    fitLinear(
      own.map((lesson) => lesson.addressee),
      own.map((lesson) => lesson.toldToUs),
      { bits: BITS.addressee, epochs: 20 },
    );
  const told = unseen(lessons, (own) => {
    const model = addressee(own);
    return (lesson) => logistic(scoreOf(model, lesson.addressee));
  });
  const features = lessons.map((lesson, i) => {
    const { doc, units } = lesson;
    const traits = traitsOf(doc, told[i] as number);
    return units.map((_, k) => unitFeatures(units, k, traits, readingOf(lesson)));
  });
  const place = new Map(lessons.map((lesson, i) => [lesson, i]));
  const featuresOf = (lesson: Lesson) => features[place.get(lesson) as number] as Features[];
  const units = (own: readonly Lesson[]) =>
    fitLinear(
      own.flatMap(featuresOf),
      own.flatMap(({ holds }) => holds),
      { bits: BITS.units },
    );
  const first = unseen(lessons, (own) => {
    const model = units(own);
    return (lesson) => featuresOf(lesson).map((one) => scoreOf(model, one));
  });
  const around = lessons.map((lesson, i) => neighbourFeatures(lesson.units, first[i] as number[]));
  const neighbours = fitLinear(
    around.flat(),
    lessons.flatMap(({ holds }) => holds),
    { bits: BITS.neighbours },
  );
  const scores = around.map((own) => own.map((one) => scoreOf(neighbours, one)));
  const chain = fitChain(
    lessons.map(({ doc, units: seen, labels, words: all }, i) => ({
      features: characterFeatures({
        text: doc.plain,
        units: seen,
        scores: scores[i] as number[],
        words: all,
      }),
      labels,
    })),
    BITS.characters,
  );
  return {
    data,
    classes,
    addressee: quantised(addressee(lessons)),
    units: quantised(units(lessons)),
    neighbours: quantised(neighbours),
    characters: quantised(chain.characters),
    transitions: chain.transitions,
    joints: quantised(fitJoints(lessons, scores, classes)),
    sorts: quantised(fitSorts(lessons, readingOf)),
    reasons: quantised(fitReasons(lessons, readingOf, options.reasons)),
  };
}

type ReadingOf = (lesson: Lesson) => UnitReading;

/** For each lesson what a model says of it that was fitted on the other folds. */
function unseen<T>(
  lessons: readonly Lesson[],
  learn: (own: readonly Lesson[]) => (lesson: Lesson) => T,
): T[] {
  const said: T[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const say = learn(lessons.filter((_, i) => i % FOLDS !== fold));
    for (const [i, lesson] of lessons.entries()) if (i % FOLDS === fold) said[i] = say(lesson);
  }
  return said;
}

/** On the joints inside marks, and on those between marks that follow one another. */
function fitJoints(lessons: readonly Lesson[], scores: readonly number[][], classes: Uint8Array): Linear {
  const examples: Features[] = [];
  const wanted: number[] = [];
  for (const [i, { doc, units, labels, cut }] of lessons.entries()) {
    const text = doc.plain;
    const lotAt = lotsAt(units, scores[i] as number[]);
    for (const run of runsOf(labels, text)) {
      const joints = jointsOf(text, run, cut);
      for (const [k, { start, end }] of joints.entries()) {
        examples.push(jointFeatures(text, run, joints, k, { cut, classes, lotAt }));
        wanted.push(run.cuts.some((at) => at >= start && at <= end) ? 1 : 0);
      }
    }
  }
  return fitLinear(examples, wanted, { bits: BITS.joints });
}

function fitSorts(lessons: readonly Lesson[], readingOf: ReadingOf): Linear {
  const examples: Features[] = [];
  const wanted: number[] = [];
  for (const lesson of lessons) {
    const { doc, units, notice } = lesson;
    const at = within(units);
    for (const mark of notice.marks) {
      const bits = sortBits(mark);
      if (bits === 0) continue;
      examples.push(sortFeatures(doc, mark, units[at(mark.start)], readingOf(lesson)));
      wanted.push(bits);
    }
  }
  return fitLinear(examples, wanted, { bits: BITS.sorts, labels: TASK_SORTS.length });
}

/** The sorts that a mark accepts; a verdict is the sort of that name, `@ledger` the sort ledger. */
const sortBits = ({ accepted }: Mark) =>
  TASK_SORTS.reduce(
    (bits, sort, i) => (accepted.includes(sort) || accepted.includes(`@${sort}`) ? bits | (1 << i) : bits),
    0,
  );

function fitReasons(lessons: readonly Lesson[], readingOf: ReadingOf, known: KnownReasons): Linear {
  const examples: Features[] = [];
  const wanted: number[] = [];
  for (const lesson of lessons)
    for (const { unit, reason, isFrame } of reasonsIn(lesson, known)) {
      examples.push(reasonFeatures(unit, isFrame, readingOf(lesson)));
      wanted.push(1 << UNIT_REASONS.indexOf(reason));
    }
  return fitLinear(examples, wanted, { bits: BITS.reasons, labels: UNIT_REASONS.length });
}
