/** A run of text as a PDF places it; lengths in points, y upwards. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Height of the type. */
  size: number;
}

/** Words of a line with no wide gap among them. */
export interface Segment {
  text: string;
  left: number;
  right: number;
}

/** A line of a page. */
export interface PageLine {
  segments: Segment[];
  y: number;
  size: number;
}

/** Pieces whose feet are apart by less than this share of the type's size stand on one line. */
const SAME_LINE = 0.5;
/** A gap wider than this many times the type's size parts two columns: cells are padded by 0.4 on either side. */
const COLUMN_GAP = 0.5;
/** The number of a paragraph, set apart from it by a tab. */
const PARAGRAPH_NUMBER = /^(\d+[.．、]|[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+[、.．])$/;
const NUMBER_GAP = 4;
/** A gap wider than this share of the size is a space between two Latin words. */
const WORD_GAP = 0.2;

/** The lines of one page from top to bottom, each from left to right. */
export function linesOf(pieces: readonly Piece[]): PageLine[] {
  const written = pieces.filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: Piece[][] = [];
  for (const piece of written) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && first.y - piece.y < SAME_LINE * Math.min(first.size, piece.size)) row.push(piece);
    else rows.push([piece]);
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x);
  const edge = edgeOfNames(rows);
  return rows.map((row) => {
    return {
      segments: segmentsOf(row, edge),
      y: Math.max(...row.map(({ y }) => y)),
      size: Math.max(...row.map(({ size }) => size)),
    };
  });
}

/**
 * Where the second column starts in a table whose right-aligned numbers stand close to it: a header's second word and
 * what follows the bare numbers of several lines begin at the same place. Null where there is no such table.
 */
function edgeOfNames(rows: readonly (readonly Piece[])[]): number | null {
  for (const [first, second] of rows) {
    if (first === undefined || second === undefined || /\d/.test(first.text)) continue;
    if (second.x - (first.x + first.width) <= COLUMN_GAP * second.size) continue;
    const below = rows.filter(
      ([number, text]) =>
        number && text && BARE_NUMBER.test(number.text.trim()) && Math.abs(text.x - second.x) <= 1,
    );
    if (below.length >= 2) return second.x;
  }
  return null;
}

const BARE_NUMBER = /^\d{1,4}$/;

function segmentsOf(pieces: readonly Piece[], edge: number | null): Segment[] {
  const segments: Segment[] = [];
  for (const { text, x, width, size } of pieces) {
    const last = segments.at(-1);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : x - last.right;
    const widest = last !== undefined && PARAGRAPH_NUMBER.test(last.text) ? NUMBER_GAP : COLUMN_GAP;
    const isColumn =
      edge !== null && segments.length === 1 && BARE_NUMBER.test(last?.text ?? '') && Math.abs(x - edge) <= 1;
    if (last === undefined || gap > widest * size || isColumn) {
      segments.push({ text: text.trim(), left: x, right: x + width });
      continue;
    }
    const isWordBreak = gap > WORD_GAP * size && /[\w]$/.test(last.text) && /^[\w]/.test(text.trim());
    last.text += isWordBreak ? ` ${text.trim()}` : text.trim();
    last.right = Math.max(last.right, x + width);
  }
  for (const segment of segments) segment.text = withoutTypesetSpace(segment.text);
  return segments;
}

/** Word sets Chinese and Latin letters or digits a little apart, which comes out as a space that nobody typed. */
function withoutTypesetSpace(text: string): string {
  return text.replace(/(?<=\p{Script=Han}) (?=[\w])|(?<=[\w]) (?=\p{Script=Han})/gu, '');
}
