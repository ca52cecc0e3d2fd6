import type { TableRow } from './content.js';

/** A place of a laid-out table. */
interface Place {
  text: string;
  /** Belongs to a cell that started in a row above. */
  continued: boolean;
  /** Belongs to a cell that started further left. */
  spanned: boolean;
}

/** Rows of places while a table with merged cells is laid out. */
export type Grid = (Place | undefined)[][];

/** Rows that one cell may be merged over; a whole list under one category has some hundreds. */
const MOST_ROWS_SPANNED = 5_000;

/**
 * Puts a cell on the first free place of a row from `column` on and on all places it is merged over: its text stands in
 * its first column, once per row.
 * @returns the column behind it
 */
export function placeCell(
  grid: Grid,
  row: number,
  column: number,
  text: string,
  across: number,
  down: number,
): number {
  let at = column;
  while (grid[row]?.[at] !== undefined) at++;
  for (let r = row; r < row + Math.min(down, MOST_ROWS_SPANNED); r++) {
    const places = grid[r] ?? [];
    grid[r] = places;
    for (let c = at; c < at + across; c++) {
      places[c] = { text: c === at ? text : '', continued: r > row, spanned: c > at };
    }
  }
  return at + across;
}

/** The rows of a grid that hold anything, numbered from 1. */
export function rowsOf(grid: Grid): TableRow[] {
  const rows: TableRow[] = [];
  for (let index = 0; index < grid.length; index++) {
    const places = Array.from(grid[index] ?? [], (place) => place ?? NOTHING);
    if (places.every(({ text }) => text === '')) continue;
    rows.push({
      line: index + 1,
      cells: places.map(({ text }) => text),
      continued: columnsWhere(places, ({ continued }) => continued),
      spanned: columnsWhere(places, ({ spanned }) => spanned),
    });
  }
  return rows;
}

const NOTHING: Place = { text: '', continued: false, spanned: false };

function columnsWhere(places: readonly Place[], test: (place: Place) => boolean): number[] {
  return places.flatMap((place, column) => (test(place) ? [column] : []));
}
