import { type CutWords, cutWords } from '../cut-words.js';
import type { Doc } from '../doc.js';
import { itemMarks } from '../layout/items.js';
import type { Span } from '../span.js';
import { within } from '../within.js';
import type { Words } from '../words.js';
import { addresseeFeatures } from './addressee-features.js';
import { characterFeatures, characterLot } from './character-features.js';
import { type Joint, jointFeatures, jointsOf } from './joints.js';
import { bestLabels, CHAIN_LABELS, FIRST, FURTHER, OUTSIDE } from './model/chain.js';
import { type Linear, logistic, scoreOf } from './model/linear.js';
import type { NoticeModel } from './model/model.js';
import { neighbourFeatures } from './neighbour-features.js';
import { partiesKey, type SeenUnit, seenUnits } from './seen-units.js';
import { plainly, type TextTraits, type UnitReading, unitFeatures } from './unit-features.js';

/** A notice weighed: its units with the probability that each holds a task, and the stretches that are tasks. */
export interface Tagged {
  readonly units: readonly SeenUnit[];
  /** Score of each unit; its logistic is the probability. */
  readonly scores: readonly number[];
  /** Probability that what is told to nobody is told to the committee. */
  readonly told: number;
  readonly tasks: readonly Span[];
  /** The words of the text's stretches. */
  readonly cut: CutWords;
}

export interface TaggerParts {
  model: NoticeModel;
  words: Words;
  cut: (text: string) => string[];
}

/** Chosen on hands that the model hadn't seen: found and right in about equal shares. */
export const LEANINGS = { outside: 0.15, joint: 0, known: 1, unknown: -0.3 } as const;

/** Finds in a notice what is handed to the committee, by a fitted model. */
export function createTagger({ model, words, cut }: TaggerParts): (doc: Doc) => Tagged {
  return (doc) => {
    const all = cut(doc.plain);
    const reading: UnitReading = { words, cut: cutWords(doc.plain, all), classes: model.classes };
    const units = seenUnits(doc, words);
    const told = logistic(scoreOf(model.addressee, addresseeFeatures(doc, units, words)));
    const traits = traitsOf(doc, told);
    const first = units.map((_, i) => scoreOf(model.units, unitFeatures(units, i, traits, reading)));
    const scores = neighbourFeatures(units, first).map((features) => scoreOf(model.neighbours, features));
    const view = { text: doc.plain, units, scores, words: all };
    const labels = bestLabels(emissions(characterFeatures(view), model.characters), model.transitions);
    const lotAt = lotsAt(units, scores);
    const split = { text: doc.plain, joints: model.joints, reading: { ...reading, lotAt } };
    keepApart(labels, itemMarks(doc.plain));
    const tasks = runsOf(labels, doc.plain).flatMap((run) => tasksIn(run, split));
    return { units, scores, told, tasks, cut: reading.cut };
  };
}

/** What all units of a text share. @param told probability that what is told to nobody is told to the committee */
export function traitsOf({ plain, layout }: Pick<Doc, 'plain' | 'layout'>, told: number): TextTraits {
  const [first = ''] = plain.trim().split('\n', 1);
  return {
    title: plainly(layout?.title ?? first),
    addressees: partiesKey(layout?.addressees ?? null),
    lines: plain.split('\n').length,
    told: Math.round(told * 10),
  };
}

/** Three scores for each character. */
export function emissions(features: readonly Uint32Array[], { bits, weights, step }: Linear): Float64Array {
  const mask = 2 ** bits - 1;
  const scores = new Float64Array(features.length * CHAIN_LABELS);
  for (const [i, ids] of features.entries())
    for (let label = 0; label < CHAIN_LABELS; label++) {
      let sum = 0;
      for (const id of ids) sum += weights[(id & mask) * CHAIN_LABELS + label] as number;
      scores[i * CHAIN_LABELS + label] = sum * step - (label === OUTSIDE ? LEANINGS.outside : 0);
    }
  return scores;
}

/** How sure it is that a place stands in a task, in a few steps; -1 outside of all units. */
export function lotsAt(units: readonly SeenUnit[], scores: readonly number[]): (place: number) => number {
  const at = within(units);
  return (place) => {
    const i = at(place);
    return i < 0 ? -1 : Math.floor(characterLot(scores[i]) / 2);
  };
}

const BETWEEN = /^[ ,;、。和与及以并且同时再]*$/u;
const LONGEST_BETWEEN = 4;
const SHORTEST = 2;

/** No task runs from one item into the next, and the number or sign of an item is no part of it. */
function keepApart(labels: Uint8Array, marks: readonly Span[]): void {
  for (const { start, end } of marks) {
    labels.fill(OUTSIDE, start, end);
    if (labels[end] === FURTHER) labels[end] = FIRST;
  }
}

/** Tasks that follow one another with nothing but a joint between them, with where the chain cut them. */
export interface Run extends Span {
  readonly cuts: readonly number[];
}

export function runsOf(labels: Uint8Array, text: string): Run[] {
  const runs: { start: number; end: number; cuts: number[] }[] = [];
  for (let at = 0; at < labels.length; at++) {
    if (labels[at] !== FIRST) continue;
    let end = at + 1;
    while (end < labels.length && labels[end] === FURTHER) end++;
    const last = runs.at(-1);
    const between = last === undefined ? '' : text.slice(last.end, at);
    if (last !== undefined && between.length <= LONGEST_BETWEEN && BETWEEN.test(between)) {
      last.cuts.push(last.end);
      last.end = end;
    } else runs.push({ start: at, end, cuts: [] });
    at = end - 1;
  }
  return runs;
}

interface Splitting {
  text: string;
  joints: Linear;
  reading: Parameters<typeof jointFeatures>[4];
}

/** A run cut at the joints where a task ends. */
function tasksIn(run: Run, { text, joints: model, reading }: Splitting): Span[] {
  const joints = jointsOf(text, run, reading.cut);
  const tasks: Span[] = [];
  let from = run.start;
  const close = (end: number, next: number) => {
    if (/[\p{L}\p{N}]{2}/u.test(text.slice(from, end)) && end - from >= SHORTEST)
      tasks.push({ start: from, end });
    from = next;
  };
  for (const [i, joint] of joints.entries()) {
    const score = scoreOf(model, jointFeatures(text, run, joints, i, reading));
    if (score + (isCut(run, joint) ? LEANINGS.known : LEANINGS.unknown) > LEANINGS.joint)
      close(joint.start, joint.end);
  }
  close(run.end, run.end);
  return tasks;
}

const isCut = ({ cuts }: Run, { start, end }: Joint) => cuts.some((cut) => cut >= start && cut <= end);
