import type { TableRow } from './content.js';

/** A printed line of a table: one text per column. */
export interface TableLine {
  page: number;
  cells: string[];
}

/** A row's number in its first column. */
const ROW_NUMBER = /^\d{1,5}[.、．]?$/;

/**
 * The rows of a table from its printed lines: a cell may run over several lines, and the row's number stands beside the
 * first or, centred, beside the middle one.
 */
export function groupRows(lines: readonly TableLine[]): TableRow[] {
  const anchors = lines.filter(({ cells }) => ROW_NUMBER.test(cells[0] ?? ''));
  const groups = anchors.length >= 2 ? byNumbers(lines) : byFirstColumn(lines);
  return groups.map((group, index) => ({
    line: index + 1,
    cells: (group[0]?.cells ?? []).map((_, column) => group.map(({ cells }) => cells[column] ?? '').join('')),
    continued: [],
  }));
}

/** Without numbers a row starts wherever its first column holds something. */
function byFirstColumn(lines: readonly TableLine[]): TableLine[][] {
  const groups: TableLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last === undefined || line.cells[0] !== '') groups.push([line]);
    else last.push(line);
  }
  return groups;
}

/**
 * On each page: the header's lines, then per number its lines. Where lines of the first row stand above its number,
 * numbers are centred, and each row has as many lines below its number as above it.
 */
function byNumbers(lines: readonly TableLine[]): TableLine[][] {
  const groups: TableLine[][] = [];
  const header = lines[0];
  for (const page of new Set(lines.map((line) => line.page))) {
    const onPage = lines.filter((line) => line.page === page);
    const startsWithHeader = onPage[0] !== undefined && header !== undefined && same(onPage[0], header);
    const isAnchor = (line: TableLine): boolean => ROW_NUMBER.test(line.cells[0] ?? '');
    const body = startsWithHeader ? onPage.slice(1) : onPage;
    if (startsWithHeader && onPage[0]) groups.push([onPage[0]]);
    const anchors = body.flatMap((line, index) => (isAnchor(line) ? [index] : []));
    const [first] = anchors;
    if (first === undefined) {
      for (const line of body) groups.push([line]);
      continue;
    }
    const starts = first === 0 ? anchors : centredStarts(anchors, body.length);
    // What stands above the first row of a later page ends the last row of the page before.
    if ((starts[0] ?? 0) > 0) groups.at(-1)?.push(...body.slice(0, starts[0]));
    for (const [i, start] of starts.entries()) groups.push(body.slice(start, starts[i + 1] ?? body.length));
  }
  return groups;
}

/** Where each row starts when its number stands in its middle; at the numbers themselves where that doesn't work out. */
function centredStarts(anchors: readonly number[], length: number): readonly number[] {
  const starts: number[] = [];
  let start = 0;
  for (const [i, anchor] of anchors.entries()) {
    starts.push(start);
    const end = anchor + (anchor - start) + 1;
    const next = anchors[i + 1] ?? length;
    if (end > next) return anchors;
    start = end;
  }
  return start === length ? starts : anchors;
}

function same(a: TableLine, b: TableLine): boolean {
  return a.cells.join('|') === b.cells.join('|');
}

/** Rows at the head of a table that may be its title and header, which come again on each page. */
const HEAD = 4;
/** Rows of the pages before that tell which column holds the numbers. */
const LOOKED_BACK = 50;

/**
 * Adds the rows of the next page to those of a ruled table. A row that the page's end cuts in two has its number on the
 * first page only: what stands on the next one goes on in the same cells. A header that comes again is none.
 * @returns whether the last row goes on
 */
export function addPage(rows: TableRow[], page: readonly TableRow[]): boolean {
  let goesOn = false;
  const column = numberColumn([...rows.slice(-LOOKED_BACK), ...page]);
  const head = new Set(rows.slice(0, HEAD).map(({ cells }) => cells.join('|')));
  let atHead = true;
  for (const row of page) {
    const last = rows.at(-1);
    const isHeader = atHead && head.has(row.cells.join('|'));
    const isCut =
      atHead &&
      !isHeader &&
      column !== null &&
      (row.cells[column] ?? '') === '' &&
      ROW_NUMBER.test(last?.cells[column] ?? '');
    if (!isHeader) atHead = false;
    if (isCut && last !== undefined && !isLabel(row)) {
      goesOn = true;
      last.cells = last.cells.map((cell, i) =>
        row.continued.includes(i) ? cell : cell + (row.cells[i] ?? ''),
      );
    } else if (!isHeader) rows.push({ ...row, line: (last?.line ?? 0) + 1 });
  }
  return goesOn;
}

/** A row of one text from the first column on: 合计, 注：…, a heading. */
function isLabel({ cells, continued }: TableRow): boolean {
  const filled = cells.flatMap((cell, i) => (cell !== '' && !continued.includes(i) ? [i] : []));
  return filled.length === 1 && filled[0] === 0;
}

/** The column in which most rows have a number; null where there is none. */
function numberColumn(rows: readonly TableRow[]): number | null {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  for (let column = 0; column < width; column++) {
    const numbered = rows.filter(({ cells }) => ROW_NUMBER.test(cells[column] ?? '')).length;
    if (numbered * 2 > rows.length) return column;
  }
  return null;
}
