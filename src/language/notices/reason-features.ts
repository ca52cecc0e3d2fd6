import { FeatureList, type Features } from './model/features.js';
import { partiesKey, type SeenUnit } from './seen-units.js';
import { plainly, startOf, type UnitReading } from './unit-features.js';

/** What tells why a unit holds no task: how it begins and ends, who is named, what stands above it. */
export function reasonFeatures(unit: SeenUnit, isFrame: boolean, { cut }: UnitReading): Features {
  const list = new FeatureList();
  const own = plainly(unit.text);
  for (let n = 1; n <= 4; n++) list.add(1, '^', own.slice(0, n));
  for (let n = 1; n <= 3; n++) list.add(1, '$', own.slice(-n));
  for (const word of cut(unit)) list.add(1, 'w', word);
  const actor = partiesKey(unit.actor);
  const sentence = partiesKey(unit.inSentence);
  list.add(1, 'actor', actor);
  list.add(1, 'actor sentence', actor, sentence, partiesKey(unit.inLine));
  list.add(1, 'by', partiesKey(unit.by));
  list.add(1, 'before', unit.before);
  list.add(1, 'after', unit.after);
  list.add(1, 'number', unit.outline.numbering);
  list.add(1, 'heading', startOf(unit.outline.headings.at(-1) ?? '', 8));
  list.add(1, 'table', unit.cell !== null, unit.outline.row?.head === null);
  list.add(1, 'frame', isFrame);
  return list;
}
