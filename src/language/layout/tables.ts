import { cutAt } from '../cut.js';
import type { Span } from '../span.js';
import type { Paragraph } from './outline.js';

/** Rows of cells that a tab tells apart; the first row is the head where it names columns. */
export interface Table {
  readonly rows: readonly TableRow[];
}

export interface TableRow extends Span {
  /** Empty cells are left out. */
  readonly cells: readonly Span[];
}

/** The tables of a text: paragraphs with tabs that follow one another. */
export function tablesOf(text: string, paragraphs: readonly Paragraph[]): Table[] {
  const tables: TableRow[][] = [];
  let last: TableRow[] | null = null;
  for (const { start, end } of paragraphs) {
    const cells = text.slice(start, end).includes('\t') ? cutAt(text, start, end, '\t') : [];
    if (cells.length === 0) {
      last = null;
      continue;
    }
    const row = { start, end, cells };
    if (last === null) {
      last = [row];
      tables.push(last);
    } else last.push(row);
  }
  return tables.map((rows) => ({ rows }));
}
