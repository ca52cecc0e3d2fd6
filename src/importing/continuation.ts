import type { Table } from '#documents/content.js';
import { type Header, headerSignature } from './header.js';
import { kindOfTitle } from './kinds.js';
import { titleFacts } from './titles.js';

/** What a table goes on from: the header and titles of the one before it. */
export interface Before {
  header: Header;
  context: string[];
}

/** A table on the next page: without a header, or with the same one and no title of its own above it. */
export function continues(header: Header, before: Header): boolean {
  return header.index < 0 || (header.signature === before.signature && header.top === 0);
}

/** The table before, where this one counts on from its last number in as many columns, whatever stands in between. */
export function countsOn(table: Table, previous: Before | null, lastNumber: number | null): Before | null {
  const column = previous?.header.groups[0]?.fields.no?.[0];
  if (previous === null || column === undefined || lastNumber === null) return null;
  const width = Math.max(...table.rows.map(({ cells }) => cells.length));
  const goesOn = table.rows[0]?.cells[column] === String(lastNumber + 1);
  return goesOn && width === previous.header.cells.length ? previous : null;
}

/** A title that says only which batch follows. */
export function isBatchOnly(title: string): boolean {
  return titleFacts(title).batch !== null && kindOfTitle(title) === null;
}

export function headless({ cells, groups }: Pick<Header, 'cells' | 'groups'>): Header {
  return {
    top: -1,
    index: -1,
    cells,
    parents: [],
    shared: [],
    rows: [],
    groups,
    signature: headerSignature([]),
  };
}

/** A table that goes on on the next page without its header: as wide, and its numbers go on. */
export function continuation(table: Table, header: Header | null): Header | null {
  if (header === null) return null;
  const column = header.groups[0]?.fields.no?.[0];
  if (column === undefined) return null;
  const width = Math.max(...table.rows.map(({ cells }) => cells.length));
  const numbered = table.rows.filter(({ cells }) => /^\d+$/.test(cells[column] ?? '')).length;
  return width <= header.cells.length && numbered * 2 > table.rows.length ? headless(header) : null;
}
