import type { Block, TableRow } from './content.js';
import type { Allowance } from './limits.js';
import type { PageLine, Segment } from './pdf-lines.js';
import { groupRows, type TableLine } from './pdf-rows.js';

interface PlacedLine extends PageLine {
  page: number;
  /** Edges of the text of its page. */
  margin: { left: number; right: number };
}

interface Band {
  left: number;
  right: number;
}

/** A number at the head or foot of a page: 3, - 3 -, 第3页 共9页. */
const PAGE_NUMBER = /^[—–\-\s]*(第\s*)?\d{1,4}(\s*页.{0,12}|\s*\/\s*\d{1,4})?[—–\-\s]*$/;
/** The number in front of a paragraph that starts a new one, however full the line above is. */
const NUMBERED =
  /^([一二三四五六七八九十百]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d+[.、．]|第.{1,4}[条章节])/;

/** Paragraphs and tables of all pages. Lines that fill their page's width run on into the next one. */
export function blocksFromLines(pages: readonly PageLine[][], allowance: Allowance): Block[] {
  const lines = pages.flatMap((page, index) => withoutPageNumbers(page).map(placed(page, index)));
  const blocks: Block[] = [];
  let tables = 0;
  for (let at = 0; at < lines.length; ) {
    const table = tableAt(lines, at);
    if (table !== null) {
      tables++;
      const name = `表${tables}`;
      for (const row of table.rows) allowance.row(name, row.line, row.cells);
      blocks.push({ type: 'table', name, rows: table.rows });
      at = table.end;
      continue;
    }
    const start = at;
    let text = textOf(lines[at]);
    while (at + 1 < lines.length && runsOn(lines[at], lines[at + 1])) {
      at++;
      text += textOf(lines[at]);
    }
    at++;
    allowance.paragraph(start + 1, text);
    blocks.push({ type: 'paragraph', line: start + 1, text });
  }
  return blocks;
}

function placed(page: readonly PageLine[], index: number): (line: PageLine) => PlacedLine {
  const segments = page.flatMap((line) => line.segments);
  const margin = {
    left: Math.min(...segments.map(({ left }) => left)),
    right: Math.max(...segments.map(({ right }) => right)),
  };
  return (line) => ({ ...line, page: index, margin });
}

function withoutPageNumbers(page: readonly PageLine[]): PageLine[] {
  const isNumber = (line: PageLine | undefined): boolean =>
    line !== undefined && PAGE_NUMBER.test(line.segments.map(({ text }) => text).join(' '));
  const from = page.length > 1 && isNumber(page[0]) ? 1 : 0;
  const to = page.length > 1 && isNumber(page.at(-1)) ? page.length - 1 : page.length;
  return page.slice(from, to);
}

function textOf(line: PlacedLine | undefined): string {
  return (line?.segments ?? []).map(({ text }) => text).join(' ');
}

/** Whether a paragraph goes on: its line reaches the right margin and the next starts at the left one. */
function runsOn(line: PlacedLine | undefined, next: PlacedLine | undefined): boolean {
  const last = line?.segments.at(-1);
  const first = next?.segments[0];
  if (!line || !next || !last || !first || next.segments.length > 1) return false;
  if (NUMBERED.test(first.text) || Math.abs(line.size - next.size) > 1) return false;
  const full = last.right > line.margin.right - 2 * line.size;
  return full && first.left < next.margin.left + next.size;
}

/** Lines of several segments within so many lines of each other belong to one table: cells wrap. */
const NEAR = 6;

/** The table that starts at a line: at least two lines of columns that stand below each other. */
function tableAt(lines: readonly PlacedLine[], at: number): { rows: TableRow[]; end: number } | null {
  const header = lines[at];
  if (header === undefined || header.segments.length < 2) return null;
  let bands: Band[] = [];
  let end = at;
  let lastColumns = at;
  let manyColumned = 0;
  for (let i = at; i < lines.length && i - lastColumns <= NEAR; i++) {
    const line = lines[i];
    if (line === undefined) break;
    if (line.segments.length === 1) {
      const [only] = line.segments;
      if (only === undefined || bandOf(bands, only) === null || endsTable(lines, at, bands, only)) break;
      continue;
    }
    const widened = merged([...bands, ...line.segments]);
    // A line that melts the columns into one is not a row of this table.
    if (widened.length < Math.max(2, Math.min(bands.length, header.segments.length))) break;
    bands = widened;
    lastColumns = i;
    manyColumned++;
    end = i + 1;
  }
  // Lines behind the last one with columns: what a cell of the last row wraps into.
  while (end < lines.length) {
    const [only, second] = lines[end]?.segments ?? [];
    if (only === undefined || second !== undefined || bandOf(bands, only) === null) break;
    if (endsTable(lines, at, bands, only)) break;
    if (lines[end]?.page !== lines[end - 1]?.page || gap(lines[end - 1], lines[end]) > 2.2) break;
    end++;
  }
  if (manyColumned < 2) return null;
  const inside = lines.slice(at, end).map((line): TableLine => toTableLine(line, bands));
  return { rows: groupRows(inside), end };
}

/** Whether a lone text stands where the rows have their numbers: it is the paragraph below the table. */
function endsTable(lines: readonly PlacedLine[], at: number, bands: readonly Band[], only: Segment): boolean {
  const numbered = /^\d+/.test(lines[at + 1]?.segments[0]?.text ?? '');
  return numbered && bandOf(bands, only) === 0 && !/^\d+/.test(only.text);
}

/** Distance of two lines in heights of their type. */
function gap(line: PlacedLine | undefined, next: PlacedLine | undefined): number {
  return line && next ? (line.y - next.y) / Math.max(line.size, 1) : Number.POSITIVE_INFINITY;
}

function toTableLine(line: PlacedLine, bands: readonly Band[]): TableLine {
  const cells = bands.map(() => '');
  for (const segment of line.segments) {
    const band = bandOf(bands, segment) ?? 0;
    cells[band] = `${cells[band] ?? ''}${segment.text}`;
  }
  return { page: line.page, cells };
}

/** Intervals that overlap become one, from left to right. */
function merged(intervals: readonly Band[]): Band[] {
  const bands: Band[] = [];
  for (const { left, right } of [...intervals].sort((a, b) => a.left - b.left)) {
    const last = bands.at(-1);
    if (last !== undefined && left < last.right) last.right = Math.max(last.right, right);
    else bands.push({ left, right });
  }
  return bands;
}

/** The band that a segment lies in with its middle, if it reaches into no other one. */
function bandOf(bands: readonly Band[], { left, right }: Segment): number | null {
  const touched = bands.flatMap((band, index) => (left < band.right && right > band.left ? [index] : []));
  const [only] = touched;
  return touched.length === 1 && only !== undefined ? only : null;
}
