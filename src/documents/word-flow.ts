import type { Block, ReadingDoubt, TableRow } from './content.js';
import { Allowance, type ReadLimits } from './limits.js';

/** A cell as its row defines it; lengths in twentieths of a point. */
export interface CellShape {
  /** Its right edge, from the page's margin. */
  right: number;
  /** Belongs to the cell on its left. */
  joinsLeft: boolean;
  /** Belongs to the cell above it. */
  joinsAbove: boolean;
}

interface FlowRow {
  cells: string[];
  shapes: readonly CellShape[];
  struck: boolean;
}

/** Edges nearer than this, in twentieths of a point, are one; offices drag borders by hand. */
const SAME_EDGE = 60;

/**
 * Puts paragraphs and tables together from what a Word file says one after the other: paragraphs, ends of cells, ends of
 * rows. Every method throws QingdanError QD-FILE-LIMIT.
 */
export class WordFlow {
  private readonly blocks: Block[] = [];
  private readonly allowance: Allowance;
  private rows: FlowRow[] = [];
  private cells: string[] = [];
  private lines: string[] = [];
  private struck = false;
  private line = 0;
  private tables = 0;

  constructor(limits: ReadLimits) {
    this.allowance = new Allowance(limits);
  }

  /** A paragraph outside any table. */
  paragraph(text: string): void {
    this.endTable();
    this.line++;
    for (const part of text.split('\n')) {
      const trimmed = part.trim();
      if (trimmed === '') continue;
      this.allowance.paragraph(this.line, trimmed);
      this.blocks.push({ type: 'paragraph', line: this.line, text: trimmed });
    }
  }

  /** A paragraph that a cell goes on behind. */
  cellLine(text: string): void {
    if (text.trim() !== '') this.lines.push(text.trim());
  }

  /** The last paragraph of a cell. */
  cellEnd(text: string): void {
    this.cellLine(text);
    this.cells.push(this.lines.join('\n'));
    this.lines = [];
  }

  /** The row's end. @param shapes empty where the file doesn't say how its cells are laid out */
  rowEnd(shapes: readonly CellShape[]): void {
    this.rows.push({ cells: this.cells, shapes, struck: this.struck });
    this.cells = [];
    this.struck = false;
  }

  /** Words of the row under way are struck out and were left out. */
  struckOut(): void {
    this.struck = true;
  }

  /** Everything that was read. */
  finish(): Block[] {
    // A row that nothing ends is one all the same: what was written isn't lost.
    if (this.lines.length > 0) this.cellEnd('');
    if (this.cells.length > 0) this.rowEnd([]);
    this.endTable();
    return this.blocks;
  }

  private endTable(): void {
    if (this.rows.length === 0) return;
    this.tables++;
    const name = `表${this.tables}`;
    const rows = laidOut(this.rows);
    for (const { line, cells } of rows) this.allowance.row(name, line, cells);
    const doubts = this.rows.flatMap(({ struck }, i) => (struck ? [struckRow(i + 1)] : []));
    const unequal = doubtOfShape(this.rows);
    if (unequal !== null) doubts.push(unequal);
    if (rows.length > 0)
      this.blocks.push({ type: 'table', name, rows, ...(doubts.length > 0 ? { doubts } : {}) });
    this.rows = [];
  }
}

const struckRow = (line: number): ReadingDoubt => ({
  line,
  problem: `第 ${line} 行画了删除线的文字没有读入`,
  advice: '如仍有效，请去掉删除线后再导入',
  severity: 'warning',
});

/** Rows of different lengths whose edges nobody knows may have slipped from column to column. */
function doubtOfShape(rows: readonly FlowRow[]): ReadingDoubt | null {
  const known = rows.every(({ cells, shapes }) => shapes.length === cells.length);
  const [first] = rows;
  const other = rows.findIndex(({ cells }) => cells.length !== first?.cells.length);
  if (known || other < 0) return null;
  return {
    line: other + 1,
    problem: `第 ${other + 1} 行有合并的单元格，看不出跨了哪几列`,
    advice: '请另存为 .docx 或 .xlsx 后再导入',
    severity: 'error',
  };
}

/** The rows with every cell in the column where its left edge is. */
function laidOut(rows: readonly FlowRow[]): TableRow[] {
  const edges = edgesOf(rows);
  const table: TableRow[] = [];
  let above: string[] = [];
  for (const [index, { cells, shapes }] of rows.entries()) {
    const row: Required<TableRow> = { line: index + 1, cells: [], continued: [], spanned: [] };
    let left = 0;
    for (const [i, text] of cells.entries()) {
      const shape = shapes.length === cells.length ? shapes[i] : undefined;
      const right = shape === undefined ? left + 1 : Math.max(left + 1, columnOf(edges, shape.right));
      if (shape?.joinsAbove) row.continued.push(left);
      if (shape?.joinsLeft) row.spanned.push(left);
      row.cells[left] = shape?.joinsAbove ? (above[left] ?? '') : text;
      for (let column = left + 1; column < right; column++) {
        row.cells[column] = '';
        row.spanned.push(column);
      }
      left = right;
    }
    above = row.cells;
    if (row.cells.some((text) => text !== '')) table.push(row);
  }
  return table;
}

/** The right edges of all columns, from left to right. */
function edgesOf(rows: readonly FlowRow[]): number[] {
  const all = rows.flatMap(({ shapes }) => shapes.map(({ right }) => right)).sort((a, b) => a - b);
  const edges: number[] = [];
  for (const edge of all) {
    if (edges.length === 0 || edge - (edges.at(-1) ?? 0) > SAME_EDGE) edges.push(edge);
  }
  return edges;
}

/** The number of the columns that end at or before a right edge. */
function columnOf(edges: readonly number[], right: number): number {
  return edges.filter((edge) => edge <= right + SAME_EDGE).length;
}
