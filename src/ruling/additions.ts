import type { Additions } from '#catalogue/matters/additions.js';
import type { Example } from '#search/readers/index.js';
import type { Matters } from './matters.js';

/** How often a wording that an office added counts beside one that ships: somebody has decided on it. */
const WEIGHT = 3;

/**
 * The wordings that an office added, by label of the matter. One whose matter no longer exists counts for nothing, so that
 * a later library opens as well.
 */
export function addedWordings({ wordings }: Additions, { byKey, byLabel }: Matters): Map<string, string[]> {
  const own = new Map<string, string[]>();
  for (const { label, rows } of byKey.values()) {
    for (const row of rows) {
      if (row.type === 'item' && row.item.matter !== undefined && !byLabel.has(row.item.matter))
        own.set(row.item.matter, [...(own.get(row.item.matter) ?? []), label]);
    }
  }
  const found = new Map<string, string[]>();
  for (const { matter, text } of wordings) {
    for (const label of new Set(byLabel.has(matter) ? [matter] : own.get(matter)))
      found.set(label, [...(found.get(label) ?? []), text]);
  }
  return found;
}

export const addedExamples = (added: ReadonlyMap<string, readonly string[]>): Example[] =>
  [...added].flatMap(([label, texts]) => texts.map((text) => ({ label, text, weight: WEIGHT })));
