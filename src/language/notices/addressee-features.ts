import type { Doc } from '../doc.js';
import type { Words } from '../words.js';
import { FeatureList, type Features } from './model/features.js';
import { namedIn, partiesKey, type SeenUnit } from './seen-units.js';
import { plainly, startOf } from './unit-features.js';

const HEAD_LINES = 6;
const LAST_LINES = 3;
const LONGEST = 40;
const WORDY = 0.3;
const SHARES = 8;

/**
 * What tells whom a text is told to where its clauses don't say: the end of its title, its first lines and its
 * signature, the heads of its tables, and how often committees and others are named.
 */
export function addresseeFeatures(
  doc: Pick<Doc, 'plain' | 'layout'>,
  units: readonly SeenUnit[],
  words: Words,
): Features {
  const list = new FeatureList();
  const lines = doc.plain
    .split('\n')
    .map(plainly)
    .filter((line) => line !== '');
  const title = plainly(doc.layout?.title ?? '');
  for (let n = 2; n <= 4; n++) list.add(1, 'title', title.slice(-n));
  list.grams(WORDY, 'in title', title, 2);
  list.add(1, 'title names', namedIn(title, words));
  list.add(1, 'addressees', partiesKey(doc.layout?.addressees ?? null));
  for (const line of lines.slice(0, HEAD_LINES)) {
    list.grams(WORDY, 'first', line.slice(0, LONGEST), 2);
    if (/[:!好]$/u.test(line) || line.startsWith('@')) list.add(1, 'salutation', namedIn(line, words));
  }
  for (const line of lines.slice(-LAST_LINES)) list.grams(WORDY, 'last', line.slice(0, LONGEST), 2);
  for (const { cell, outline } of units)
    if (cell !== null && outline.row?.head !== null) list.add(1, 'head', startOf(cell.head, 8));
  const share = (holds: (unit: SeenUnit) => boolean) =>
    Math.round((units.filter(holds).length / Math.max(1, units.length)) * SHARES);
  list.add(
    1,
    'committees act',
    share(({ actor }) => actor?.has('committee') === true),
  );
  list.add(
    1,
    'others act',
    share(({ actor }) => actor?.has('others') === true),
  );
  list.add(
    1,
    'committees mentioned',
    share(({ mentioned }) => mentioned.has('committee')),
  );
  list.add(
    1,
    'others mentioned',
    share(({ mentioned }) => mentioned.has('others')),
  );
  return list;
}

/** Whether nobody is named as who acts in a unit and the sentence before it. */
export const isToldToNobody = ({ actor, inSentence, by }: SeenUnit): boolean =>
  actor === null && inSentence === null && by === null;
