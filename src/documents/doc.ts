import { QingdanError } from '#errors.js';
import type { Block } from './content.js';
import { brokenDoc, type DocPiece, docHead, docPieces } from './doc-pieces.js';
import { type DocParagraph, type DocStretch, docParagraphs, docRuns } from './doc-properties.js';
import type { ReadLimits } from './limits.js';
import { openOle } from './ole.js';
import { FieldText } from './word-fields.js';
import { WordFlow } from './word-flow.js';

/** Marks in the text of a .doc ([MS-DOC] 2.4.1): ends of cell and paragraph, a line's and a page's end, hyphens. */
const CELL = 0x07;
const PARAGRAPH = 0x0d;
const PAGE_END = 0x0c;
const AS_TEXT: Readonly<Record<number, string>> = { 9: ' ', 11: '\n', 30: '-', 160: ' ' };

const NO_TABLE: DocParagraph = { inTable: false, endsRow: false, shapes: [] };

/** Paragraphs and tables of a Word 97–2003 document, as WPS writes it too. Numbers that Word makes by itself aren't in its text. @throws QingdanError QD-FILE-… */
export async function readDoc(bytes: Uint8Array, limits: ReadLimits): Promise<Block[]> {
  const ole = openOle(bytes);
  const main = ole.stream('WordDocument');
  if (main === null) throw notWord();
  const stream = Buffer.from(main);
  const head = docHead(stream);
  const tableStream = ole.stream(head.table);
  if (tableStream === null) throw brokenDoc();
  const table = Buffer.from(tableStream);
  const paragraphs = docParagraphs(stream, table, head.paragraphs);
  const unseen = docRuns(stream, table, head.runs);
  const flow = new WordFlow(limits);
  let text = new FieldText();
  for (const { code, at } of charactersOf(stream, docPieces(table, head.pieces), head.characters)) {
    if (code === CELL || code === PARAGRAPH || code === PAGE_END) {
      end(code, valueAt(paragraphs, at) ?? NO_TABLE, text.toString(), flow);
      text = new FieldText();
      continue;
    }
    const run = valueAt(unseen, at);
    if (run === null) text.add(code, AS_TEXT[code]);
    else if (run.struck) flow.struckOut();
  }
  const rest = text.toString();
  if (rest.trim() !== '') flow.paragraph(rest);
  return flow.finish();
}

function end(code: number, { inTable, endsRow, shapes }: DocParagraph, text: string, flow: WordFlow): void {
  if (endsRow) flow.rowEnd(shapes);
  else if (code === CELL) flow.cellEnd(text);
  else if (inTable) flow.cellLine(text);
  else flow.paragraph(text);
}

const notWord = () =>
  new QingdanError(
    'QD-FILE-TYPE',
    '文件的内容不是 Word 97 以后的文档，请用原来的软件打开，另存为 .docx 后再试',
  );

/** What is left of Windows-1252 where a character has one byte ([MS-DOC] 2.9.73). */
const LATIN = new TextDecoder('windows-1252');

/** The characters of the main text with their places in the file. @throws QingdanError QD-FILE-BROKEN */
function* charactersOf(
  stream: Buffer,
  pieces: readonly DocPiece[],
  characters: number,
): Generator<{ code: number; at: number }> {
  let left = characters;
  for (const { fileStart, length, width } of pieces) {
    const count = Math.min(length, left);
    if (fileStart + count * width > stream.length) throw brokenDoc();
    for (let i = 0; i < count; i++) {
      const at = fileStart + i * width;
      const byte = stream[at] ?? 0;
      const code =
        width === 2
          ? stream.readUInt16LE(at)
          : byte < 0x80
            ? byte
            : LATIN.decode(stream.subarray(at, at + 1)).charCodeAt(0);
      yield { code, at };
    }
    left -= count;
  }
}

/** What is said of a place; the stretches are in the file's order, none inside another. */
function valueAt<T>(stretches: readonly DocStretch<T>[], at: number): T | null {
  let [low, high] = [0, stretches.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const stretch = stretches[middle] as DocStretch<T>;
    if (at < stretch.start) high = middle - 1;
    else if (at >= stretch.end) low = middle + 1;
    else return stretch.value;
  }
  return null;
}
