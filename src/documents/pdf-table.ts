import type { Block, ReadingDoubt, TableRow } from './content.js';
import type { Allowance } from './limits.js';
import { type Band, bandOf, merged, withHeaderWords } from './pdf-bands.js';
import type { PageLine, Segment } from './pdf-lines.js';
import { repeatedLines, withoutMargins } from './pdf-margins.js';
import { addPage, groupRows, type TableLine } from './pdf-rows.js';
import type { RuledTable } from './pdf-ruled.js';

interface PlacedLine extends PageLine {
  page: number;
  /** Edges of the text of its page. */
  margin: { left: number; right: number };
}

/** The number in front of a paragraph that starts a new one, however full the line above is. */
const NUMBERED =
  /^([一二三四五六七八九十百]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d+[.、．]|第.{1,4}[条章节])/;

/** What was read of a page: its lines, and the tables that are drawn with rules, from the top down. */
export interface Page {
  lines: PageLine[];
  tables: RuledTable[];
}

/** Paragraphs and tables of all pages. A ruled table goes on at the head of the next page. */
export function blocksOfPages(pages: readonly Page[], allowance: Allowance): Block[] {
  const blocks: Block[] = [];
  let lines: PlacedLine[] = [];
  let tables = 0;
  let lineNumber = 0;
  const repeated = repeatedLines(pages);
  let open: OpenTable | null = null;
  const flush = (): void => {
    if (lines.length === 0) return;
    for (const block of blocksFromLines(lines, lineNumber)) {
      if (block.type === 'table') block.name = `表${++tables}`;
      blocks.push(block);
    }
    lineNumber += lines.length;
    lines = [];
  };
  for (const [index, page] of pages.entries()) {
    const kept = withoutMargins(page.lines, repeated).map(placed(page.lines, index));
    let from = 0;
    for (const [i, table] of page.tables.entries()) {
      const above = kept.slice(from).filter(({ y }) => y > table.top);
      from += above.length;
      lines.push(...above);
      if (lines.length === 0 && i === 0 && open !== null && open.columns === table.columns) {
        const before = open.rows.at(-1)?.line ?? 0;
        const goesOn = addPage(open.rows, table.rows);
        if (open.isOpenBelow && !goesOn) open.doubts.push(cutRow(before));
        open.isOpenBelow = table.isOpenBelow;
        for (const doubt of table.doubts) open.doubts.push({ ...doubt, line: before + doubt.line });
        continue;
      }
      flush();
      closeCut(open);
      const { columns, isOpenBelow } = table;
      open = { rows: [...table.rows], doubts: [...table.doubts], columns, isOpenBelow };
      const { rows, doubts } = open;
      blocks.push({ type: 'table', name: `表${++tables}`, rows, doubts });
    }
    const below = kept.slice(from);
    if (below.length > 0) {
      closeCut(open);
      open = null;
    }
    lines.push(...below);
  }
  flush();
  closeCut(open);
  for (const block of blocks) {
    if (block.type === 'table' && block.doubts?.length === 0) delete block.doubts;
    if (block.type === 'paragraph') allowance.paragraph(block.line, block.text);
    else for (const row of block.rows) allowance.row(block.name, row.line, row.cells);
  }
  return blocks;
}

/** A ruled table that the next page may go on with. */
interface OpenTable {
  rows: TableRow[];
  doubts: ReadingDoubt[];
  columns: number;
  isOpenBelow: boolean;
}

/** The last row of a table that nothing goes on with, where no rule ends it. */
function closeCut(open: OpenTable | null): void {
  if (open?.isOpenBelow) open.doubts.push(cutRow(open.rows.at(-1)?.line ?? 1));
}

function cutRow(line: number): ReadingDoubt {
  return {
    line,
    problem: `第 ${line} 行在页末断开，下一页没有接着写`,
    advice: '请核对原件，补全这一行后重新导出 PDF，或改用 Excel、Word 原件',
    severity: 'error',
  };
}

/** Paragraphs and tables without rules. Lines that fill their page's width run on into the next one. */
function blocksFromLines(lines: readonly PlacedLine[], before: number): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const table = tableAt(lines, at);
    if (table !== null) {
      blocks.push({ type: 'table', name: '', rows: table.rows });
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
    blocks.push({ type: 'paragraph', line: before + start + 1, text });
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

function textOf(line: PlacedLine | undefined): string {
  return (line?.segments ?? []).map(({ text }) => text).join(' ');
}

/** Characters of a full line: a page of A4 holds 28 to 40, a heading fewer. */
const SHORTEST_FULL = 15;

/** Whether a paragraph goes on: its line reaches the right margin and the next starts at the left one. */
function runsOn(line: PlacedLine | undefined, next: PlacedLine | undefined): boolean {
  const last = line?.segments.at(-1);
  const first = next?.segments[0];
  if (!line || !next || !last || !first || next.segments.length > 1) return false;
  if (NUMBERED.test(first.text) || Math.abs(line.size - next.size) > 1) return false;
  const isLong = last.right - (line.segments[0]?.left ?? 0) > SHORTEST_FULL * line.size;
  const full = last.right > line.margin.right - 2 * line.size;
  return isLong && full && first.left < next.margin.left + next.size;
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
  bands = withHeaderWords(bands, lines.slice(at, end));
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
