import { type Citation, toCitation } from '#catalogue/citation.js';
import { allRows, type KnowledgeBase, replacedOn } from '#catalogue/knowledge-base.js';
import { COUNTRY } from '#catalogue/regions.js';
import { effective, outOfForce, type Row } from '#catalogue/rows.js';
import type { RegisterKind } from './kind.js';

/** Rules shown at most: the nearest say what holds. */
const MOST_RULES = 4;
/** Best evidence first. */
const EVIDENCE_ORDER = { primary: 0, partial: 1, secondary: 2 } as const;

/** Whether a row is in force on a day in a region, itself or one above it. `region` is a full name. */
export function holdsAt(kb: KnowledgeBase, row: Row, region: string, day: string): boolean {
  return (
    namesAbove(kb, region).includes(effective(row).region) &&
    outOfForce(row, day, replacedOn(kb, row.document)) === null
  );
}

/**
 * What the knowledge base says of a kind of register in a region on a day: rows of its matters, the nearest level first
 * and better evidence first; none where it says nothing.
 */
export function rulesOf(kb: KnowledgeBase, kind: RegisterKind, region: string, day: string): Citation[] {
  const levels = namesAbove(kb, region);
  const place = (row: Row) => levels.indexOf(effective(row).region);
  const matterOf = (row: Row) => (row.type === 'item' ? row.item : row.provision).matter ?? '';
  const order = (row: Row) => kind.matters.indexOf(matterOf(row));
  return allRows(kb)
    .filter((row) => kind.matters.includes(matterOf(row)) && holdsAt(kb, row, region, day))
    .sort(
      (a, b) =>
        order(a) - order(b) ||
        place(a) - place(b) ||
        EVIDENCE_ORDER[effective(a).evidence] - EVIDENCE_ORDER[effective(b).evidence],
    )
    .slice(0, MOST_RULES)
    .map(toCitation);
}

/** Full names of a region and all above it; the country alone where the region isn't known. */
function namesAbove({ regions }: KnowledgeBase, region: string): readonly string[] {
  const found = regions.get(region);
  return found === undefined ? [COUNTRY] : regions.lineage(found).map(({ name }) => name);
}
