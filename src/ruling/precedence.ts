import type { Catalogue, CatalogueItem, CatalogueProvision } from '#catalogue/catalogue.js';
import { defaultRules } from '#catalogue/catalogue.js';
import { isOfficeDocument } from '#catalogue/office.js';
import type { ItemRow, Row } from '#catalogue/rows.js';
import { effective, kindOf, outOfForce, rowId } from '#catalogue/rows.js';
import { EVIDENCE } from '#catalogue/schema.js';
import { contradict } from '#catalogue/subjects.js';
import type { Settlement } from '#language/index.js';
import { closenessOf } from './closeness.js';
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
  /** Items, nearest level first; the wider matter's where none of its own holds. */
  of(matter: Matter): readonly CatalogueItem[];
  /** What informs, nearest level first. */
  facts(matter: Matter): readonly (CatalogueProvision | CatalogueItem)[];
  /** Some row of the matter holds here. */
  holds(matter: Matter): boolean;
  /** The row of a fact that tells what was asked; undefined where no document held speaks of it. */
  telling(matter: Matter, asked: string): Row | undefined;
}

/** @param settlement the kind of committee asked about: the other kind's rules don't hold for it; null: not said */
export function rowsInForce(catalogue: Catalogue, settlement: Settlement | null): RowsInForce {
  const holds = (row: Row) => speaksOf(row, settlement);
  const items = new Map(catalogue.items.filter(holds).map((row) => [row.item.id, row]));
  const provisions = new Map(catalogue.provisions.filter(holds).map((row) => [row.provision.id, row]));
  const inOrder = <R extends { depth: number }>(
    rows: readonly Row[],
    find: (id: string) => R | undefined,
  ): R[] =>
    rows
      .map((row) => find(rowId(row)))
      .filter((row) => row !== undefined)
      .sort((a, b) => a.depth - b.depth);
  const known = new Map<Matter, readonly CatalogueItem[]>();
  const itemsOf = (matter: Matter) => {
    const before = known.get(matter);
    if (before !== undefined) return before;
    const own = inOrder(matter.rows, (id) => items.get(id));
    const made = own.length > 0 ? own : inOrder(matter.wider, (id) => items.get(id));
    known.set(matter, made);
    return made;
  };
  const facts = ({ rows }: Matter) => inOrder(rows, (id) => provisions.get(id) ?? items.get(id));
  return {
    of: itemsOf,
    facts,
    holds: (matter) => itemsOf(matter).length > 0 || matter.rows.some((row) => provisions.has(rowId(row))),
    telling(matter, asked) {
      const here = facts(matter);
      const nearest = here.filter(({ depth }) => depth === here[0]?.depth);
      const [first] = byCloseness(nearest, asked);
      // Who named a place is told what holds there; who named none may mean a rule that only one place has.
      if (first !== undefined && catalogue.levels.length > 1) return first.row;
      const elsewhere = matter.rows.filter(
        (row) => holds(row) && outOfForce(row, catalogue.date, null) === null,
      );
      const [other] = byCloseness(elsewhere.length > 0 ? elsewhere : matter.rows, asked);
      if (first === undefined) return other?.row;
      return other !== undefined && other.closeness > first.closeness + AHEAD ? other.row : first.row;
    },
  };
}

/** How much closer another place's rule must come than the country's to be told instead, for who named no place. */
const AHEAD = 0.2;

function byCloseness<R extends Row>(rows: readonly R[], asked: string): { row: R; closeness: number }[] {
  return rows
    .map((row) => ({ row, closeness: closenessOf(row, asked) }))
    .sort((a, b) => b.closeness - a.closeness || evidenceOf(a.row) - evidenceOf(b.row));
}

/**
 * The nearest level decides; of rows of one level, what the office has loaded itself, then the one with the better
 * evidence, and then the one whose own words come nearest to what was `asked`.
 */
export function precedenceOf(matter: Matter, inForce: RowsInForce, asked: string): Precedence {
  const rows = inForce.of(matter);
  const isHere = new Set<Row['type'] | string>(rows.map(rowId));
  const elsewhere = matter.rows.filter(
    (row): row is ItemRow => row.type === 'item' && !isHere.has(rowId(row)),
  );
  const nearest = rows.filter((row) => row.depth === rows[0]?.depth);
  const row = [...nearest].sort(
    (a, b) =>
      Number(isOwnRow(b)) - Number(isOwnRow(a)) ||
      evidenceOf(a) - evidenceOf(b) ||
      closenessOf(b, asked) - closenessOf(a, asked),
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

const isOwnRow = ({ document }: Row) => isOfficeDocument(document);
const evidenceOf = (row: Row) => EVIDENCE.indexOf(effective(row).evidence);

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
