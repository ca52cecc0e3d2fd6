import type { Doc } from '../doc.js';
import type { Span } from '../span.js';
import { FeatureList, type Features } from './model/features.js';
import { classOf } from './model/word-classes.js';
import { partiesKey, type SeenUnit } from './seen-units.js';
import { plainly, startOf, type UnitReading } from './unit-features.js';

const AROUND = 0.2;
const TAIL = 12;

/** What tells of which sort a task is: its words, what leads to it, the headings above it and the title. */
export function sortFeatures(
  doc: Pick<Doc, 'plain' | 'layout'>,
  task: Span,
  unit: SeenUnit | undefined,
  { cut, classes }: Pick<UnitReading, 'cut' | 'classes'>,
): Features {
  const list = new FeatureList();
  const phrase = doc.plain.slice(task.start, task.end);
  const own = plainly(phrase);
  list.grams(0.5, 'g', own, 1);
  list.grams(1, 'g', own, 2, 3);
  for (let n = 1; n <= 4; n++) list.add(1, '^', own.slice(0, n));
  for (let n = 1; n <= 4; n++) list.add(1, '$', own.slice(-n));
  const words = cut(task);
  for (const [i, word] of words.entries()) {
    list.add(1, 'W', word);
    if (i > 0) list.add(1, 'WW', words[i - 1] as string, word);
  }
  list.grams(0.5, 'P', words.map((word) => classOf(classes, word)).join(''), 2, 3);
  list.grams(AROUND, 't', plainly(doc.layout?.title ?? '').slice(-24), 2);
  if (unit === undefined) return list;
  const front = plainly(doc.plain.slice(unit.start, task.start));
  list.grams(0.5, 'f', front.slice(-TAIL), 2);
  list.add(1, 'f$', front.slice(-2));
  const behind = plainly(doc.plain.slice(task.end, Math.max(unit.end, task.end)));
  list.add(0.5, 'b^', behind.slice(0, 2));
  for (const heading of unit.outline.headings) list.grams(AROUND, 'h', startOf(heading, 24), 2);
  list.add(1, 'actor', partiesKey(unit.actor));
  list.add(1, 'column', startOf(unit.cell?.head ?? '', 6));
  return list;
}
