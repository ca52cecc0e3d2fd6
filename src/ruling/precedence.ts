import type { Catalogue, CatalogueItem, CatalogueProvision } from '#catalogue/catalogue.js';
import { defaultRules } from '#catalogue/catalogue.js';
import type { ItemRow, Row } from '#catalogue/rows.js';
import { effective, kindOf, rowId } from '#catalogue/rows.js';
import { EVIDENCE } from '#catalogue/schema.js';
import { contradict } from '#catalogue/subjects.js';
import type { Settlement } from '#language/index.js';
import type { Matter } from './matters.js';
import type { Verdict } from './verdict.js';

/** What the lists in force say of a matter. */
export interface Precedence {
  verdict: Verdict;
  /** The row that decides, null where the matter is on no list in force. */
  row: CatalogueItem | null;
  /** Rows of the same or a farther level that say the same. */
  agreeing: readonly CatalogueItem[];
  /** Rows in force that say the opposite; shown with their sources. */
  opposing: readonly CatalogueItem[];
  /** Rows of other regions, or out of force on the day: they decide nothing and are only mentioned. */
  elsewhere: readonly ItemRow[];
}

/** Rows in force by matter; made once for each catalogue. */
export interface RowsInForce {
  of(matter: Matter): readonly CatalogueItem[];
  fact(matter: Matter): CatalogueProvision | CatalogueItem | undefined;
}

/** @param settlement the kind of committee asked about: the other kind's rules don't hold for it; null: not said */
export function rowsInForce(catalogue: Catalogue, settlement: Settlement | null): RowsInForce {
  const holds = (row: Row) => speaksOf(row, settlement);
  const items = new Map(catalogue.items.filter(holds).map((row) => [row.item.id, row]));
  const provisions = new Map(catalogue.provisions.filter(holds).map((row) => [row.provision.id, row]));
  return {
    of: (matter) =>
      matter.rows
        .map((row) => items.get(rowId(row)))
        .filter((row) => row !== undefined)
        .sort((a, b) => a.depth - b.depth),
    fact: (matter) => {
      const row = matter.rows[0];
      return row && (provisions.get(rowId(row)) ?? items.get(rowId(row)));
    },
  };
}

/**
 * The nearest level decides; of rows of one level that contradict each other, the one with the better evidence, and
 * then the order of the catalogue. `wording` is what the question matched, to name the row that says it.
 */
export function precedenceOf(matter: Matter, inForce: RowsInForce, wording: string): Precedence {
  const rows = inForce.of(matter);
  const isHere = new Set<Row['type'] | string>(rows.map(rowId));
  const elsewhere = matter.rows.filter(
    (row): row is ItemRow => row.type === 'item' && !isHere.has(rowId(row)),
  );
  const nearest = rows.filter((row) => row.depth === rows[0]?.depth);
  const row = [...nearest].sort(
    (a, b) => evidenceOf(a) - evidenceOf(b) || saysIt(b, wording) - saysIt(a, wording),
  )[0];
  if (!row) return { verdict: 'not-listed', row: null, agreeing: [], opposing: [], elsewhere };
  const others = rows.filter((other) => other !== row);
  return {
    verdict: kindOf(row) as Verdict,
    row,
    agreeing: others.filter((other) => !contradict(row, other)),
    opposing: others.filter((other) => contradict(row, other)),
    elsewhere,
  };
}

const evidenceOf = (row: Row) => EVIDENCE.indexOf(effective(row).evidence);
const saysIt = (row: CatalogueItem, wording: string) =>
  Number(row.item.name === wording || row.item.aliases.includes(wording));

/**
 * The default rules for what is on no list, nearest level first; of the two laws that say the same for villages and for
 * towns, the one for the kind of committee that is asked about, a town's where that isn't said.
 */
export function rulesFor(
  catalogue: Catalogue,
  appliesTo: 'unlisted-task' | 'unlisted-certificate',
  settlement: Settlement | null,
): CatalogueProvision[] {
  const fits = (row: CatalogueProvision) => Number(effective(row).committee === (settlement ?? 'urban'));
  return defaultRules(catalogue, appliesTo)
    .filter((row) => speaksOf(row, settlement))
    .sort((a, b) => a.depth - b.depth || fits(b) - fits(a));
}

/** Whether a row speaks of a kind of committee: the other kind's rules never decide for it. */
function speaksOf(row: Row, settlement: Settlement | null): boolean {
  const { committee } = effective(row);
  return settlement === null || committee === null || committee === settlement;
}
