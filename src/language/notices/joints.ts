import type { CutWords } from '../cut-words.js';
import type { Span } from '../span.js';
import { FeatureList, type Features } from './model/features.js';
import { classOf } from './model/word-classes.js';

/** A place inside a run of tasks where one may end and the next begin. */
export interface Joint extends Span {
  readonly text: string;
}

const MARK = /^[,;、。!?+/|｜\t\n ]+$/u;
const AND = /^(?:和|与|及|以及|并|并且|同时|且|再|后|然后)$/u;
const PAIRS = ['“”', '《》', '()', '「」'] as const;

/** The joints of a stretch, neighbouring marks as one; not those inside quotations and brackets. */
export function jointsOf(text: string, { start, end }: Span, cut: CutWords): Joint[] {
  const joints: { start: number; end: number; text: string }[] = [];
  let at = start;
  for (const word of cut({ start, end })) {
    const from = at;
    at += word.length;
    if (from === start || at >= end || !(MARK.test(word) || AND.test(word))) continue;
    const last = joints.at(-1);
    if (last?.end === from) {
      last.end = at;
      last.text += word;
    } else joints.push({ start: from, end: at, text: word });
  }
  return joints.filter((joint) => !isInside(text.slice(start, joint.start)));
}

const isInside = (before: string) =>
  PAIRS.some(([open, close]) => before.lastIndexOf(open as string) > before.lastIndexOf(close as string));

/** What a joint is looked at with. */
export interface JointReading {
  readonly cut: CutWords;
  readonly classes: Uint8Array;
  /** How sure it is that a place stands in a task, in a few steps. */
  readonly lotAt: (place: number) => number;
}

const LENGTHS = [1, 2, 4, 6, 9, 14];
const lengthLot = ({ length }: string) => LENGTHS.filter((limit) => length > limit).length;

/** What tells whether a task ends at a joint: what stands on either side, up to the joints next to it. */
export function jointFeatures(
  text: string,
  run: Span,
  joints: readonly Joint[],
  at: number,
  { cut, classes, lotAt }: JointReading,
): Features {
  const joint = joints[at] as Joint;
  const before = { start: joints[at - 1]?.end ?? run.start, end: joint.start };
  const behind = { start: joint.end, end: joints[at + 1]?.start ?? run.end };
  const [left, right] = [before, behind].map((side) => text.slice(side.start, side.end)) as [string, string];
  const words = (side: Span) => cut(side).filter((word) => word.trim() !== '');
  const [l, r] = [words(before), words(behind)];
  const sorts = (side: readonly string[]) => side.slice(0, 3).map((word) => classOf(classes, word));
  const [ls, rs] = [sorts(l), sorts(r)];
  const hasVerb = (side: readonly string[]) => side.some((word) => classOf(classes, word) === 'v');
  const list = new FeatureList();
  const mark = joint.text.replace(/\s+/gu, '_');
  const add = (...parts: (string | number | boolean)[]) => {
    list.add(1, ...parts);
    list.add(1, 'at', mark, ...parts);
  };
  add('');
  add('lengths', lengthLot(left), lengthLot(right));
  add('left length', lengthLot(left));
  add('right length', lengthLot(right));
  add('right word', r[0] ?? '');
  add('left word', l[0] ?? '');
  add('right sorts', rs.join(''));
  add('right two', rs.slice(0, 2).join(''));
  add('right sort', rs[0] ?? '');
  add('left sort', ls[0] ?? '');
  add('sorts', ls[0] ?? '', rs[0] ?? '');
  add('two sorts', ls.slice(0, 2).join(''), rs.slice(0, 2).join(''));
  add('left end', l.at(-1) ?? '');
  add('left end', left.slice(-2));
  add('left end sort', classOf(classes, l.at(-1) ?? ''));
  add('right end', r.at(-1) ?? '');
  add('right end sort', classOf(classes, r.at(-1) ?? ''));
  add('right start', right.slice(0, 1));
  add('right start', right.slice(0, 2));
  add('joints', Math.min(joints.length, 4));
  add('same', l[0] === r[0], l.at(-1) === r.at(-1));
  add('verbs', hasVerb(l), hasVerb(r));
  add('counts', Math.min(l.length, 5), Math.min(r.length, 5));
  add('lots', lotAt(joint.start - 1), lotAt(joint.end));
  add('left lot', lotAt(joint.start - 1));
  add('right lot', lotAt(joint.end));
  return list;
}
