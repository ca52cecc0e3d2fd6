import type { TableRow } from '#documents/content.js';
import { fieldOfHeader, headerKey, LONGEST_HEADER } from './fields.js';

/** The rows that make up a header, and what they say of each column. */
export interface HeaderBlock {
  /** Index of its first row in `table.rows`. */
  top: number;
  /** Index of its last row; -1 where the table has no header. */
  index: number;
  /** The lowest words above each column, which say the most about it. */
  cells: string[];
  /** Words above those, from the top down: 工作依据 above 法律依据. */
  parents: string[][];
  /** Columns whose words stand above the column to their left as well. */
  shared: number[];
  /** The rows as they are, to know them again at the head of a page. */
  rows: string[][];
}

/** Lines that a header may have. */
const MOST_LINES = 4;

/**
 * The header one of whose rows is at `index`: with the rows above that its merged cells start in, and those below that
 * part its columns further.
 */
export function headerBlockAt(rows: readonly TableRow[], index: number): HeaderBlock {
  let top = index;
  while (top > 0 && index - top < MOST_LINES && startsAbove(rows[top], rows[top - 1])) top--;
  let bottom = index;
  while (bottom - top + 1 < MOST_LINES && goesOn(rows[bottom], rows[bottom + 1])) bottom++;
  return composed(rows.slice(top, bottom + 1), top, bottom);
}

function startsAbove(row: TableRow | undefined, above: TableRow | undefined): boolean {
  if (row === undefined || above === undefined) return false;
  return row.continued.some((column) => (above.cells[column] ?? '') !== '');
}

/** Whether the row below is still header: cells are merged down into it, or all its own words part a column above. */
function goesOn(row: TableRow | undefined, below: TableRow | undefined): boolean {
  if (row === undefined || below === undefined) return false;
  const own = below.cells.flatMap((text, column) =>
    text !== '' && !below.continued.includes(column) ? [{ text, column }] : [],
  );
  if (own.length === 0 || own.some(({ text }) => headerKey(text).length > LONGEST_HEADER)) return false;
  if (below.continued.some((column) => (row.cells[column] ?? '') !== '')) return true;
  const named = own.filter(({ text }) => fieldOfHeader(text) !== null).length;
  const numberColumn = row.cells.findIndex((text) => fieldOfHeader(text)?.field === 'no');
  const hasGap = own.some(({ column }) => column > 0 && (row.cells[column] ?? '') === '');
  // A header repeated right below itself names the same columns; one that goes on leaves the number's place empty.
  return hasGap && named * 2 > own.length && own.every(({ column }) => column !== numberColumn);
}

function composed(rows: readonly TableRow[], top: number, index: number): HeaderBlock {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, column) => wordsAbove(rows, column));
  return {
    top,
    index,
    cells: columns.map(({ words }) => words.at(-1) ?? ''),
    parents: columns.map(({ words }) => words.slice(0, -1)),
    shared: columns.flatMap(({ shared }, column) => (shared ? [column] : [])),
    rows: rows.map(({ cells }) => [...cells]),
  };
}

/** The words of each line above a column from the top down, each once. */
function wordsAbove(rows: readonly TableRow[], column: number): { words: string[]; shared: boolean } {
  const words: string[] = [];
  let shared = false;
  for (const [i, row] of rows.entries()) {
    let at = column;
    while (at > 0 && row.spanned?.includes(at)) at--;
    // Without merged cells a heading counts for the empty places beside it, if the line below parts them.
    const below = rows[i + 1];
    const isParted = below !== undefined && (below.cells[column] ?? '') !== '' && row.spanned === undefined;
    while (isParted && at > 0 && (row.cells[at] ?? '') === '') at--;
    const text = row.cells[at] ?? '';
    if (text === '' || words.at(-1) === text) continue;
    words.push(text);
    shared = at !== column;
  }
  return { words, shared };
}
