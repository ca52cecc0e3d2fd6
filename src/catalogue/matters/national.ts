import { catalogueFor } from '../catalogue.js';
import type { KnowledgeBase } from '../knowledge-base.js';
import { COUNTRY } from '../regions.js';
import { effective, type ItemRow, kindOf } from '../rows.js';

/** A matter that national lists and laws hold and a region's own lists don't. */
export interface Lacking {
  readonly matter: string;
  /** The national row about it, in force on the day. */
  readonly row: ItemRow;
}

/** The matters of a region's own lists in force, those of its levels above left out. @param day YYYY-MM-DD @throws QingdanError QD-DATE */
export function mattersOfRegion(kb: KnowledgeBase, region: string, day: string): ReadonlySet<string> {
  const { items } = catalogueFor(kb, kb.regions.get(region), day);
  const own = items.filter((row) => effective(row).region === region && kindOf(row) !== 'reference');
  return new Set(own.flatMap(({ item }) => item.matter ?? []));
}

/**
 * What national lists and laws in force on a day hold that is not among some matters, each once, in the order of the
 * national rows. @param day YYYY-MM-DD @throws QingdanError QD-DATE
 */
export function lackingBesideNational(kb: KnowledgeBase, held: ReadonlySet<string>, day: string): Lacking[] {
  const { items } = catalogueFor(kb, kb.regions.get(COUNTRY), day);
  const found = new Map<string, Lacking>();
  for (const row of items) {
    const { matter } = row.item;
    if (matter === undefined || kindOf(row) === 'reference' || held.has(matter) || found.has(matter))
      continue;
    found.set(matter, { matter, row });
  }
  return [...found.values()];
}
