import type { ReadingDoubt } from './content.js';
import type { Piece } from './pdf-lines.js';
import type { Rules } from './pdf-rules.js';

/** Share of the type's size above its foot between which a rule goes through letters: below it underlines them. */
const THROUGH = { from: 0.15, to: 0.6 };
/** Share of the type's size that words must reach over a rule on either side. */
const OVERFLOW = 0.7;
/** Share of a piece's area that may lie under another one. */
const OVERLAP = 0.3;
/** Pieces looked at; a page holds some thousands at most. */
const MOST_PIECES = 5_000;
const MOST_NAMED = 20;

/**
 * The rows of a ruled table in which a rule goes through words, words run over the rule between two columns or lie upon
 * words: the text overflows its cell, or is struck out. Which cell it belongs to, or whether it counts, can't be told.
 * @param ys the table's horizontal lines from the top down
 */
export function overprintedLines(
  pieces: readonly Piece[],
  rules: Rules,
  ys: readonly number[],
): ReadingDoubt[] {
  const lines = new Set<number>();
  const words = pieces.filter(({ text }) => text.trim() !== '').slice(0, MOST_PIECES);
  const inOrder = [...words].sort((a, b) => a.x - b.x);
  for (const [i, piece] of inOrder.entries()) {
    if (isCrossed(piece, rules) || overflows(piece, rules) || liesUpon(piece, inOrder, i))
      lines.add(rowAt(piece, ys));
  }
  const [first, ...others] = [...lines].sort((a, b) => a - b);
  if (first === undefined) return [];
  const rows = [first, ...others].slice(0, MOST_NAMED).join('、') + (others.length < MOST_NAMED ? '' : ' 等');
  return [
    {
      line: first,
      problem: `第 ${rows} 行有文字压在线上或互相重叠（超出单元格，或画了删除线），读不准`,
      advice: '请调整行高、删去不要的文字后重新导出 PDF，或改用 Excel、Word 原件',
      severity: 'error',
    },
  ];
}

function isCrossed({ x, y, width, size }: Piece, { horizontal }: Rules): boolean {
  const middle = x + width / 2;
  return horizontal.some(
    (rule) =>
      rule.from < middle &&
      rule.to > middle &&
      rule.y > y + THROUGH.from * size &&
      rule.y < y + THROUGH.to * size,
  );
}

/** Whether words run over the rule between two columns, further than type that is set a little too wide. */
function overflows({ x, y, width, size }: Piece, { vertical }: Rules): boolean {
  const middle = y + size * 0.3;
  return vertical.some(
    (rule) =>
      rule.x > x + OVERFLOW * size &&
      rule.x < x + width - OVERFLOW * size &&
      rule.from < middle &&
      rule.to > middle,
  );
}

function liesUpon(piece: Piece, inOrder: readonly Piece[], index: number): boolean {
  for (let i = index + 1; i < inOrder.length; i++) {
    const other = inOrder[i];
    if (other === undefined || other.x >= piece.x + piece.width) return false;
    const across = Math.min(piece.x + piece.width, other.x + other.width) - other.x;
    const up = Math.min(piece.y + piece.size, other.y + other.size) - Math.max(piece.y, other.y);
    const smaller = Math.min(piece.width * piece.size, other.width * other.size);
    if (up > 0 && across * up > OVERLAP * smaller && other.text !== piece.text) return true;
  }
  return false;
}

/** Row of the table from 1. */
function rowAt({ y, size }: Piece, ys: readonly number[]): number {
  const middle = y + size * 0.3;
  return Math.max(
    1,
    ys.findIndex((top, i) => middle <= top && middle > (ys[i + 1] ?? Number.NEGATIVE_INFINITY)) + 1,
  );
}
