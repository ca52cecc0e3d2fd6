import type { DocPlace } from './doc-pieces.js';
import type { CellShape } from './word-flow.js';

/** A stretch of the WordDocument stream, in bytes, with what is said of it. */
export interface DocStretch<T> {
  start: number;
  end: number;
  value: T;
}

/** What a paragraph's properties say of tables. */
export interface DocParagraph {
  inTable: boolean;
  /** It ends a row. */
  endsRow: boolean;
  /** How the row's cells are laid out; of the paragraph that ends the row. */
  shapes: readonly CellShape[];
}

/** Property codes ([MS-DOC] 2.6): paragraphs in a table, at a row's end, the row's cells; runs struck out, hidden, deleted. */
const IN_TABLE = 0x2416;
const ROW_END = 0x2417;
const CELLS = 0xd608;
const STRIKE = 0x0837;
const DOUBLE_STRIKE = 0x2a53;
const HIDDEN = 0x083c;
const DELETED = 0x0800;

const PAGE = 512;

/** The paragraphs' properties, by their places in the file ([MS-DOC] 2.9.175, PapxFkp). */
export function docParagraphs(stream: Buffer, table: Buffer, place: DocPlace): DocStretch<DocParagraph>[] {
  return pages(stream, table, place).flatMap((page) =>
    stretches(page, 13, (at) => {
      const words = page[at] ?? 0;
      // One byte counts words less a half; where it is 0, the next one counts them.
      const [from, length] = words === 0 ? [at + 2, (page[at + 1] ?? 0) * 2] : [at + 1, words * 2 - 1];
      return paragraphOf(page.subarray(from + 2, Math.min(from + length, PAGE)));
    }),
  );
}

/** The runs that nobody sees in the printed text, and whether they are struck out ([MS-DOC] 2.9.33, ChpxFkp). */
export function docRuns(stream: Buffer, table: Buffer, place: DocPlace): DocStretch<{ struck: boolean }>[] {
  return pages(stream, table, place)
    .flatMap((page) =>
      stretches(page, 1, (at) => runOf(page.subarray(at + 1, Math.min(at + 1 + (page[at] ?? 0), PAGE)))),
    )
    .flatMap(({ start, end, value }) => (value === null ? [] : [{ start, end, value }]));
}

/** The pages of properties that a table of pages names. */
function pages(stream: Buffer, table: Buffer, { offset, length }: DocPlace): Buffer[] {
  const count = Math.floor((length - 4) / 8);
  const found: Buffer[] = [];
  for (let i = 0; i < count; i++) {
    const at = offset + (count + 1) * 4 + i * 4;
    if (at + 4 > table.length) break;
    const start = (table.readUInt32LE(at) & 0x3f_ffff) * PAGE;
    if (start + PAGE <= stream.length) found.push(stream.subarray(start, start + PAGE));
  }
  return found;
}

/** @param width bytes of an entry, whose first says where its properties stand, in words */
function stretches<T>(page: Buffer, width: number, read: (at: number) => T): DocStretch<T>[] {
  const count = page[PAGE - 1] ?? 0;
  const found: DocStretch<T>[] = [];
  for (let i = 0; i < count; i++) {
    const entry = (count + 1) * 4 + i * width;
    if (entry >= PAGE || (i + 2) * 4 > PAGE) break;
    const at = (page[entry] ?? 0) * 2;
    found.push({
      start: page.readUInt32LE(i * 4),
      end: page.readUInt32LE((i + 1) * 4),
      value: read(at === 0 ? PAGE : at),
    });
  }
  return found;
}

function paragraphOf(properties: Buffer): DocParagraph {
  const paragraph = { inTable: false, endsRow: false, shapes: [] as readonly CellShape[] };
  for (const { code, operand } of changes(properties)) {
    if (code === IN_TABLE) paragraph.inTable = operand[0] === 1;
    else if (code === ROW_END) paragraph.endsRow = operand[0] === 1;
    else if (code === CELLS) paragraph.shapes = shapesOf(operand);
  }
  return paragraph;
}

function runOf(properties: Buffer): { struck: boolean } | null {
  let run: { struck: boolean } | null = null;
  for (const { code, operand } of changes(properties)) {
    if (operand[0] !== 1) continue;
    if (code === STRIKE || code === DOUBLE_STRIKE) run = { struck: true };
    else if (code === HIDDEN || code === DELETED) run = { struck: false };
  }
  return run;
}

/** The single properties of a list of them ([MS-DOC] 2.2.5): a code, and as many bytes as it says. */
function* changes(properties: Buffer): Generator<{ code: number; operand: Buffer }> {
  let at = 0;
  while (at + 2 < properties.length) {
    const code = properties.readUInt16LE(at);
    at += 2;
    const fixed = [1, 1, 2, 4, 2, 2, 0, 3][code >> 13] ?? 1;
    let [skipped, length] = [0, fixed];
    if (fixed === 0 && code === CELLS) {
      // Its length has two bytes and counts one too many.
      [skipped, length] = [
        2,
        Math.max(0, (at + 2 <= properties.length ? properties.readUInt16LE(at) : 0) - 1),
      ];
    } else if (fixed === 0) [skipped, length] = [1, properties[at] ?? 0];
    yield { code, operand: properties.subarray(at + skipped, at + skipped + length) };
    at += skipped + length;
  }
}

/** A cell's flags ([MS-DOC] 2.9.329, TCGRF): joined to the left, part of a vertical merge, the merge's first. */
const JOINED = 0x0002;
const VERTICAL = 0x0020;
const VERTICAL_FIRST = 0x0040;
const CELL_BYTES = 20;

function shapesOf(operand: Buffer): CellShape[] {
  const count = operand[0] ?? 0;
  const edges = 1;
  const cells = edges + (count + 1) * 2;
  if (cells > operand.length) return [];
  return Array.from({ length: count }, (_, i): CellShape => {
    const at = cells + i * CELL_BYTES;
    const flags = at + 2 <= operand.length ? operand.readUInt16LE(at) : 0;
    return {
      right: operand.readInt16LE(edges + (i + 1) * 2),
      joinsLeft: (flags & JOINED) !== 0,
      joinsAbove: (flags & VERTICAL) !== 0 && (flags & VERTICAL_FIRST) === 0,
    };
  });
}
