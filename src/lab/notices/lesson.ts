import { type CutWords, cutWords } from '#language/cut-words.js';
import type { Doc, Words } from '#language/index.js';
import { addresseeFeatures, isToldToNobody } from '#language/notices/addressee-features.js';
import { FIRST, FURTHER } from '#language/notices/model/chain.js';
import type { Features } from '#language/notices/model/features.js';
import { type SeenUnit, seenUnits } from '#language/notices/seen-units.js';
import type { MarkedNotice } from '../marked-notice.js';

/** A marked notice as a model learns from it. */
export interface Lesson {
  /** The file it stands in. */
  readonly name: string;
  readonly notice: MarkedNotice;
  readonly doc: Doc;
  readonly units: readonly SeenUnit[];
  /** The text's words, and those of its stretches. */
  readonly words: readonly string[];
  readonly cut: CutWords;
  /** 1 for each unit that holds a task. */
  readonly holds: readonly number[];
  readonly addressee: Features;
  /** 1 where what is told to nobody is often a task of the committee. */
  readonly toldToUs: number;
  /** Of each character: `OUTSIDE`, `FIRST` or `FURTHER` of a task. */
  readonly labels: Uint8Array;
}

/** Characters of a unit that a mark covers, for the unit to hold a task. */
const COVERED = 2;
const OFTEN = 0.25;

export function lessonOf(
  name: string,
  notice: MarkedNotice,
  doc: Doc,
  words: Words,
  cut: (text: string) => string[],
): Lesson {
  const all = cut(doc.plain);
  const units = seenUnits(doc, words);
  const holds = units.map(({ start, end }) =>
    notice.marks.some((mark) => Math.min(mark.end, end) - Math.max(mark.start, start) >= COVERED) ? 1 : 0,
  );
  const nobodys = units.flatMap((unit, i) => (isToldToNobody(unit) ? [holds[i] as number] : []));
  const share = nobodys.reduce<number>((sum, held) => sum + held, 0) / Math.max(1, nobodys.length);
  const labels = new Uint8Array(doc.plain.length);
  for (const { start, end } of notice.marks) labels.fill(FURTHER, start, end)[start] = FIRST;
  return {
    name,
    notice,
    doc,
    units,
    words: all,
    cut: cutWords(doc.plain, all),
    holds,
    addressee: addresseeFeatures(doc, units, words),
    toldToUs: share >= OFTEN ? 1 : 0,
    labels,
  };
}
