import type { Span } from '../span.js';

/** A line of a table, however its columns are told apart. */
export interface GridRow {
  readonly cells: readonly Span[];
  /** The cells of the table's first line; of that line itself null. */
  readonly head: readonly Span[] | null;
}

type Divider = 'tab' | 'bar' | 'gap' | 'blank';

const RULE = /^[|｜\s:-]+$/u;
const GAP = /\S {2,}\S/u;
/** Words apart by one blank each are columns where a neighbouring line has about as many. */
const LEAST_COLUMNS = 3;

/** The rows of the tables in a text's lines; null for lines that are none. Cells are told apart by tabs, bars or blanks. */
export function gridOf(text: string, lines: readonly Span[]): (GridRow | null)[] {
  const texts = lines.map(({ start, end }) => text.slice(start, end).trim());
  let head: readonly Span[] | null = null;
  let kind: Divider | null = null;
  return lines.map((line, i) => {
    const own = texts[i] as string;
    const divider = dividerOf(texts, i);
    if (divider !== null && RULE.test(own)) return { cells: [], head };
    const cells = divider === null ? [] : cellsOf(text, line, divider);
    if (cells.length < 2) {
      if (own !== '') [head, kind] = [null, null];
      return null;
    }
    if (divider === kind) return { cells, head };
    [head, kind] = [cells, divider];
    return { cells, head: null };
  });
}

function dividerOf(texts: readonly string[], i: number): Divider | null {
  const own = texts[i] as string;
  if (own.includes('\t')) return 'tab';
  if (/[|｜]/u.test(own)) return 'bar';
  if (GAP.test(own)) return 'gap';
  const columns = blanksOf(own);
  const near = [texts[i - 1], texts[i + 1]].map((text) => blanksOf(text ?? ''));
  const alike = near.some((other) => other >= LEAST_COLUMNS && Math.abs(other - columns) <= 1);
  return columns >= LEAST_COLUMNS && alike ? 'blank' : null;
}

/** Words of a line without sentences. */
const blanksOf = (line: string) => (/[。;]/u.test(line) ? 0 : line.split(' ').length);

const CELL = { gap: /\S(?: ?\S)*/gu, blank: /[^ \n]+/gu } as const;

function cellsOf(text: string, { start, end }: Span, divider: Divider): Span[] {
  const line = text.slice(start, end);
  if (divider === 'gap' || divider === 'blank')
    return [...line.matchAll(CELL[divider])].map(({ index, 0: cell }) => ({
      start: start + index,
      end: start + index + cell.length,
    }));
  const cells: Span[] = [];
  let at = start;
  for (const cell of line.replace(/\n$/u, '').split(divider === 'tab' ? '\t' : /[|｜]/u)) {
    cells.push({ start: at, end: at + cell.length });
    at += cell.length + 1;
  }
  const isEmpty = (cell: Span | undefined) =>
    cell !== undefined && text.slice(cell.start, cell.end).trim() === '';
  // A bar at either end of a line is an edge, not an empty cell.
  if (divider === 'bar' && isEmpty(cells[0])) cells.shift();
  if (divider === 'bar' && isEmpty(cells.at(-1))) cells.pop();
  return cells;
}
