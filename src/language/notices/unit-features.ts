import type { CutWords } from '../cut-words.js';
import type { Words } from '../words.js';
import { FeatureList, type Features } from './model/features.js';
import { classOf } from './model/word-classes.js';
import { namedIn, partiesKey, type SeenUnit } from './seen-units.js';

/** What all units of a text share. */
export interface TextTraits {
  readonly title: string;
  readonly addressees: string;
  readonly lines: number;
  /** Probability, in tenths, that what is told to nobody is told to the committee. */
  readonly told: number;
}

/** What the units of a text are read with. */
export interface UnitReading {
  readonly words: Words;
  readonly cut: CutWords;
  readonly classes: Uint8Array;
}

/** What stands around a unit says less than the unit and says it in many features: it is held down. */
const AROUND = 0.2;
const CLASSES = 0.5;
const FULL = 1;
const LENGTHS = [2, 4, 6, 9, 13, 18, 25, 40];
const DEPTHS = [0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 1];
const lot = (value: number, limits: readonly number[]) => limits.filter((limit) => value > limit).length;
export const plainly = (text: string): string => text.replace(/\d/gu, '0').replace(/\s+/gu, '');
/** The first characters of a text, plainly; a long line is not read whole for each unit in it. */
export const startOf = (text: string, length: number): string =>
  plainly(text.slice(0, 2 * length)).slice(0, length);

/** What tells whether the unit at a place holds a task: its own words, those around it, its place, who is named. */
export function unitFeatures(
  units: readonly SeenUnit[],
  at: number,
  traits: TextTraits,
  reading: UnitReading,
): Features {
  const list = new FeatureList();
  const unit = units[at] as SeenUnit;
  const own = plainly(unit.text);
  wordsOf(list, unit, own, reading);
  neighbours(list, units[at - 1], units[at + 1]);
  place(list, unit, own, traits);
  parties(list, unit, own, traits, reading.words);
  table(list, unit, reading.words);
  return list;
}

function wordsOf(list: FeatureList, unit: SeenUnit, own: string, { cut, classes }: UnitReading): void {
  list.grams(FULL, 'w', own, 1, 2, 3);
  for (let n = 1; n <= 4; n++) list.add(FULL, '^', own.slice(0, n));
  for (let n = 1; n <= 3; n++) list.add(FULL, '$', own.slice(-n));
  if (unit.actorEnd > 0) {
    const behind = plainly(unit.text.slice(unit.actorEnd - unit.start));
    for (let n = 1; n <= 3; n++) list.add(FULL, '>', behind.slice(0, n));
  }
  const words = cut(unit);
  for (const [i, word] of words.entries()) {
    if (word.length > 1) list.add(FULL, 'W', word);
    if (i > 0) list.add(FULL, 'WW', words[i - 1] as string, word);
  }
  list.add(FULL, 'W^', words[0] ?? '');
  list.add(FULL, 'W^^', words[0] ?? '', words[1] ?? '');
  const sorts = words.map((word) => classOf(classes, word)).join('');
  for (let n = 1; n <= 4; n++) {
    list.add(CLASSES, 'P^', sorts.slice(0, n));
    list.add(CLASSES, 'P$', sorts.slice(-n));
  }
  list.grams(CLASSES, 'P', sorts, 2, 3);
}

function neighbours(list: FeatureList, before: SeenUnit | undefined, after: SeenUnit | undefined): void {
  if (before !== undefined) {
    const text = plainly(before.text);
    list.grams(AROUND, 'p', text.slice(-12), 2);
    list.add(AROUND, 'p^', text.slice(0, 2));
    list.add(AROUND, 'p$', text.slice(-2));
  }
  if (after !== undefined) {
    const text = plainly(after.text);
    list.grams(AROUND, 'n', text.slice(0, 12), 2);
    list.add(AROUND, 'n^', text.slice(0, 2));
  }
}

function place(list: FeatureList, unit: SeenUnit, own: string, { title, lines }: TextTraits): void {
  const { outline, before, after } = unit;
  list.add(FULL, 'before', before);
  list.add(FULL, 'after', after);
  list.add(FULL, 'between', before, after);
  const line = startOf(outline.body, 14);
  list.grams(AROUND, 'l', line, 2);
  list.add(AROUND, 'l^', line.slice(0, 2));
  list.add(AROUND, 'l^', line.slice(0, 3));
  for (const [i, heading] of outline.headings.entries()) {
    const text = startOf(heading, 24);
    list.grams(AROUND, 'h', text, 2);
    if (i < outline.headings.length - 1) continue;
    list.grams(AROUND, 'H', text, 2, 3);
    list.add(AROUND, 'H=', text.slice(0, 8));
  }
  list.add(FULL, 'number', outline.numbering);
  list.add(FULL, 'length', lot(own.length, LENGTHS));
  list.add(FULL, 'depth', lot(unit.line / lines, DEPTHS));
  list.grams(AROUND, 't', title.slice(-16), 2);
  list.add(AROUND, 't$', title.slice(-2));
  list.add(AROUND, 't$', title.slice(-3));
}

function parties(
  list: FeatureList,
  unit: SeenUnit,
  own: string,
  { addressees, told }: TextTraits,
  words: Words,
): void {
  const actor = partiesKey(unit.actor);
  const by = partiesKey(unit.by);
  const sentence = partiesKey(unit.inSentence);
  const line = partiesKey(unit.inLine);
  const mentioned = partiesKey(unit.mentioned);
  const headings = unit.outline.headings.map((heading) => namedIn(heading, words));
  const heading = headings.findLast((key) => key !== '-') ?? '-';
  const nobody = actor === '-' && sentence === '-';
  const whose = nobody
    ? line === '-'
      ? heading === '-'
        ? `d${addressees}`
        : `h${heading}`
      : `l${line}`
    : '';
  const who = actor === '-' ? (sentence === '-' ? whose : `s${sentence}`) : actor;
  const near = actor === '-' ? (sentence === '-' ? `d${addressees}` : `s${sentence}`) : actor;
  list.add(FULL, 'actor', actor);
  list.add(FULL, 'by', by);
  list.add(FULL, 'sentence', sentence);
  list.add(FULL, 'line', line);
  list.add(FULL, 'mentioned', mentioned);
  list.add(FULL, 'addressees', addressees);
  list.add(FULL, 'heading', heading);
  list.add(FULL, 'last heading', headings.at(-1) ?? '-');
  list.add(FULL, 'named', Math.min(unit.named, 2));
  list.add(FULL, 'actor sentence', actor, sentence);
  list.add(FULL, 'actor sentence line', actor, sentence, line);
  list.add(FULL, 'all', actor, sentence, line, addressees);
  list.add(FULL, 'actor by', actor, by);
  list.add(FULL, 'actor by mentioned', actor, by, mentioned);
  list.add(FULL, 'who', who);
  list.add(FULL, 'who begins', near, own.slice(0, 1));
  list.add(FULL, 'who begins', near, own.slice(0, 2));
  list.add(FULL, 'told', told);
  list.add(FULL, 'told who', told, nobody, mentioned);
}

function table(list: FeatureList, { cell, outline }: SeenUnit, words: Words): void {
  if (cell === null) return;
  const head = startOf(cell.head, 10);
  const isHead = outline.row?.head === null;
  list.add(FULL, 'cell');
  list.add(FULL, 'column', cell.column);
  list.add(FULL, 'last column', cell.column === cell.columns - 1);
  list.add(FULL, 'head row', isHead);
  list.add(FULL, 'head=', head);
  list.add(FULL, 'head names', namedIn(cell.head.slice(0, 12), words), /村|社区|居/u.test(cell.head), isHead);
  list.grams(FULL, 'c', head, 1, 2);
  const row: string[] = [];
  for (const other of cell.others) {
    const text = startOf(other.text, 16);
    const key = namedIn(text, words);
    list.grams(AROUND, 'r', text, 2);
    if (key === '-') continue;
    list.add(FULL, 'row names', key);
    list.add(FULL, 'row names under', key, startOf(other.head, 6));
    row.push(key);
  }
  list.add(FULL, 'row', row.join(' '));
  list.add(FULL, 'row head', row.join(' '), head.slice(0, 2));
}
