import mammoth from 'mammoth';
import { QingdanError, shown } from '#errors.js';
import { type Parts, repack, unpack } from './archive.js';
import type { Block, ReadingDoubt, TableRow } from './content.js';
import { withWrittenNumbers } from './docx-numbering.js';
import { Allowance, type ReadLimits } from './limits.js';
import { type Grid, placeCell, rowsOf } from './table-grid.js';

/** What mammoth hands to `transformDocument`; the parts of it that are read here. */
interface Node {
  type: string;
  value?: string;
  children?: Node[];
  isStrikethrough?: boolean;
  colSpan?: number;
  rowSpan?: number;
}

/** Parts without which the text can be read: pictures, themes, fonts, embedded files. */
const NEEDED = /^(\[Content_Types\]\.xml|_rels\/.*|word\/(_rels\/.*|[^/]+\.xml))$/;

/** Paragraphs and tables in their order. @throws QingdanError QD-FILE-… */
export async function readDocx(bytes: Uint8Array, limits: ReadLimits): Promise<Block[]> {
  const parts = await unpack(bytes, limits);
  if (![...parts.keys()].some((name) => name.startsWith('word/'))) {
    throw new QingdanError('QD-FILE-TYPE', '文件的内容不是 Word 文档，请核对文件或改正扩展名');
  }
  let body: Node | undefined;
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(repack(numbered(parts), (name) => NEEDED.test(name))) },
      {
        transformDocument: (document: Node) => {
          body = document;
          // Its own HTML isn't needed: what was read is all that counts.
          return { ...document, children: [] };
        },
      },
    );
  } catch (cause) {
    const reason = cause instanceof Error ? shown(cause.message) : '未知原因';
    throw new QingdanError('QD-FILE-BROKEN', `Word 文档已损坏：${reason}，请重新取得或另存后再试`, { cause });
  }
  return blocksOf(body?.children ?? [], new Allowance(limits));
}

function blocksOf(nodes: readonly Node[], allowance: Allowance): Block[] {
  const blocks: Block[] = [];
  let line = 0;
  let tables = 0;
  for (const node of nodes) {
    if (node.type === 'table') {
      tables++;
      const name = `表${tables}`;
      const rows = tableRows(node, name, allowance);
      const doubts = struckRows(node);
      if (rows.length > 0)
        blocks.push({ type: 'table', name, rows, ...(doubts.length > 0 ? { doubts } : {}) });
    } else if (node.type === 'paragraph') {
      line++;
      const text = textOf(node).trim();
      if (text === '') continue;
      for (const part of text.split('\n')) {
        if (part.trim() === '') continue;
        allowance.paragraph(line, part);
        blocks.push({ type: 'paragraph', line, text: part.trim() });
      }
    }
  }
  return blocks;
}

/** The parts with the numbers of paragraphs written out. */
function numbered(parts: Parts): Parts {
  const text = (name: string): string => Buffer.from(parts.get(name) ?? new Uint8Array()).toString('utf8');
  const main = 'word/document.xml';
  const numbering = text('word/numbering.xml');
  if (numbering === '') return parts;
  const written = withWrittenNumbers(text(main), numbering, text('word/styles.xml'));
  return new Map([...parts, [main, Buffer.from(written)]]);
}

/** Rows of a table with words that are struck out, which are left out. */
function struckRows(table: Node): ReadingDoubt[] {
  return rowNodes(table).flatMap((row, index): ReadingDoubt[] =>
    hasStruck(row)
      ? [
          {
            line: index + 1,
            problem: `第 ${index + 1} 行画了删除线的文字没有读入`,
            advice: '如仍有效，请去掉删除线后再导入',
            severity: 'warning',
          },
        ]
      : [],
  );
}

function hasStruck(node: Node): boolean {
  if (node.type === 'run' && node.isStrikethrough)
    return textOf({ ...node, isStrikethrough: false }).trim() !== '';
  return (node.children ?? []).some(hasStruck);
}

function tableRows(table: Node, name: string, allowance: Allowance): TableRow[] {
  const grid: Grid = [];
  for (const [index, row] of rowNodes(table).entries()) {
    let column = 0;
    for (const cell of row.children ?? []) {
      const [across, down] = [cell.colSpan ?? 1, cell.rowSpan ?? 1];
      column = placeCell(grid, index, column, textOf(cell).trim(), across, down);
    }
    allowance.row(
      name,
      index + 1,
      (grid[index] ?? []).map((cell) => cell?.text ?? ''),
    );
  }
  return rowsOf(grid);
}

function rowNodes(table: Node): Node[] {
  return (table.children ?? []).filter((node) => node.type === 'tableRow');
}

/** All text of a node; paragraphs of a cell and line breaks end a line. */
function textOf(node: Node): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'tab') return ' ';
  if (node.type === 'break') return '\n';
  if (node.type === 'run' && node.isStrikethrough) return '';
  const parts = (node.children ?? []).map(textOf);
  return node.type === 'tableCell' || node.type === 'tableRow' || node.type === 'table'
    ? parts.filter((part) => part.trim() !== '').join('\n')
    : parts.join('');
}
