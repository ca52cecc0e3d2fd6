import type { ReadingDoubt, TableRow } from './content.js';
import { linesOf, type Piece } from './pdf-lines.js';
import { overprintedLines } from './pdf-overprint.js';
import type { Rules } from './pdf-rules.js';
import { type Grid, rowsOf } from './table-grid.js';

/** A table that is drawn with rules. */
export interface RuledTable {
  top: number;
  columns: number;
  rows: TableRow[];
  doubts: ReadingDoubt[];
  /** Whether no rule ends its last row: the end of the page cuts it in two. */
  isOpenBelow: boolean;
}

/** Rules nearer than this, in points, meet or are one. */
const NEAR = 3;
/** Rules that reach further than this, in points, beyond the last one across them hold another row: a line of small type. */
const ROW = 8;
/** Lines of a grid and cells of it; a page drawn all over is no table. */
const MOST_LINES = 400;

interface Frame {
  xs: number[];
  /** From the top down. */
  ys: number[];
  /** Whether the last of them is only where the rules downwards end. */
  isOpenBelow: boolean;
  rules: Rules;
}

/** The ruled tables of a page from the top down, and the pieces of text outside of them. */
export function ruledTables(pieces: readonly Piece[], rules: Rules): { tables: RuledTable[]; rest: Piece[] } {
  let rest = [...pieces];
  const tables: RuledTable[] = [];
  for (const frame of framesOf(rules)) {
    const inside = rest.filter((piece) => cellAt(frame, piece) !== null);
    if (inside.length === 0) continue;
    rest = rest.filter((piece) => cellAt(frame, piece) === null);
    const rows = readCells(frame, inside);
    const doubts = overprintedLines(inside, rules, frame.ys);
    const isOpenBelow = frame.isOpenBelow && rows.at(-1)?.line === frame.ys.length - 1;
    tables.push({ top: frame.ys[0] ?? 0, columns: frame.xs.length - 1, rows, doubts, isOpenBelow });
  }
  return { tables: tables.filter(({ rows }) => rows.length > 0).sort((a, b) => b.top - a.top), rest };
}

/** Rules that hang together and make at least two columns; the last row of a list may stand alone on its page. */
function framesOf(rules: Rules): Frame[] {
  const { horizontal, vertical } = rules;
  if (horizontal.length + vertical.length > MOST_LINES * 20) return [];
  const group = new Map<object, number>();
  let count = 0;
  for (const start of vertical) {
    if (group.has(start)) continue;
    const open: object[] = [start];
    group.set(start, count);
    const join = (rule: object): void => {
      if (group.has(rule)) return;
      group.set(rule, count);
      open.push(rule);
    };
    for (let rule = open.pop(); rule !== undefined; rule = open.pop()) {
      if ('x' in rule) {
        const v = rule as Rules['vertical'][number];
        for (const h of horizontal) if (crosses(v, h)) join(h);
      } else {
        const h = rule as Rules['horizontal'][number];
        for (const v of vertical) if (crosses(v, h)) join(v);
      }
    }
    count++;
  }
  return Array.from({ length: count }, (_, index): Frame => {
    const own: Rules = {
      horizontal: horizontal.filter((rule) => group.get(rule) === index),
      vertical: vertical.filter((rule) => group.get(rule) === index),
    };
    const xs = distinct(own.vertical.map(({ x }) => x));
    return { xs, ...linesAcross(own), rules: own };
  }).filter(({ xs, ys }) => xs.length >= 3 && ys.length >= 2 && xs.length + ys.length <= MOST_LINES);
}

/** The horizontal lines of a grid from the top down, with the ends of a row that the page cuts at its head or foot. */
function linesAcross({ horizontal, vertical }: Rules): Pick<Frame, 'ys' | 'isOpenBelow'> {
  const ys = distinct(horizontal.map(({ y }) => y)).reverse();
  const [highest, lowest] = [ys[0] ?? 0, ys.at(-1) ?? 0];
  // One rule alone may be drawn too long.
  const [, above = highest] = vertical.map(({ to }) => to).sort((a, b) => b - a);
  const [, below = lowest] = vertical.map(({ from }) => from).sort((a, b) => a - b);
  const isOpenBelow = below < lowest - ROW;
  return {
    ys: [...(above > highest + ROW ? [above] : []), ...ys, ...(isOpenBelow ? [below] : [])],
    isOpenBelow,
  };
}

function crosses(v: Rules['vertical'][number], h: Rules['horizontal'][number]): boolean {
  const meetsAcross = v.x > h.from - NEAR && v.x < h.to + NEAR;
  return meetsAcross && h.y > v.from - NEAR && h.y < v.to + NEAR;
}

function distinct(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (value - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) found.push(value);
  }
  return found;
}

/** The place of a piece's middle in the grid, null outside of it. */
function cellAt({ xs, ys }: Frame, piece: Piece): { row: number; column: number } | null {
  const [x, y] = [piece.x + piece.width / 2, piece.y + piece.size * 0.3];
  const column = xs.findIndex((left, i) => x >= left && x < (xs[i + 1] ?? Number.NEGATIVE_INFINITY));
  const row = ys.findIndex((top, i) => y <= top && y > (ys[i + 1] ?? Number.POSITIVE_INFINITY));
  return column < 0 || row < 0 ? null : { row, column };
}

function readCells(frame: Frame, pieces: readonly Piece[]): TableRow[] {
  const { xs, ys } = frame;
  const width = xs.length - 1;
  const owner = mergedCells(frame);
  const inCell = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const at = cellAt(frame, piece);
    const cell = at === null ? undefined : owner[at.row * width + at.column];
    if (cell === undefined) continue;
    const others = inCell.get(cell);
    if (others === undefined) inCell.set(cell, [piece]);
    else others.push(piece);
  }
  const texts = new Map([...inCell].map(([cell, own]) => [cell, textOf(own)]));
  const grid: Grid = ys.slice(1).map((_, row) =>
    xs.slice(1).map((__, column) => {
      const cell = owner[row * width + column] ?? 0;
      const isFirstColumn = cell % width === column;
      return {
        text: isFirstColumn ? (texts.get(cell) ?? '') : '',
        continued: Math.floor(cell / width) < row,
        spanned: !isFirstColumn,
      };
    }),
  );
  return rowsOf(grid);
}

/** For each place of the grid the first place of the cell it belongs to: where no rule parts two, they are one. */
function mergedCells({ xs, ys, rules }: Frame): number[] {
  const width = xs.length - 1;
  const owner: number[] = [];
  for (let row = 0; row + 1 < ys.length; row++) {
    const middleY = ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2;
    for (let column = 0; column < width; column++) {
      const middleX = ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2;
      const own = row * width + column;
      const above = owner[own - width];
      const left = column > 0 ? owner[own - 1] : undefined;
      const ruleAbove = rules.horizontal.some(
        ({ y, from, to }) => Math.abs(y - (ys[row] ?? 0)) <= NEAR && from < middleX && to > middleX,
      );
      const ruleLeft = rules.vertical.some(
        ({ x, from, to }) => Math.abs(x - (xs[column] ?? 0)) <= NEAR && from < middleY && to > middleY,
      );
      owner.push(!ruleAbove && above !== undefined ? above : !ruleLeft && left !== undefined ? left : own);
    }
  }
  return owner;
}

function textOf(pieces: readonly Piece[]): string {
  return linesOf(pieces)
    .map(({ segments }) => segments.map(({ text }) => text).join(' '))
    .join('');
}
