import mammoth from 'mammoth';
import { QingdanError, shown } from '../errors.js';
import { repack, unpack } from './archive.js';
import type { Block, TableRow } from './content.js';
import { Allowance, type ReadLimits } from './limits.js';
import { type Grid, placeCell, rowsOf } from './table-grid.js';

/** What mammoth hands to `transformDocument`; the parts of it that are read here. */
interface Node {
  type: string;
  value?: string;
  children?: Node[];
  numbering?: { level?: string | number; isOrdered?: boolean } | null;
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
      { buffer: Buffer.from(repack(parts, (name) => NEEDED.test(name))) },
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
  const counters: number[] = [];
  let line = 0;
  let tables = 0;
  for (const node of nodes) {
    if (node.type === 'table') {
      tables++;
      const name = `表${tables}`;
      const rows = tableRows(node, name, allowance);
      if (rows.length > 0) blocks.push({ type: 'table', name, rows });
      counters.length = 0;
    } else if (node.type === 'paragraph') {
      line++;
      const text = textOf(node).trim();
      if (text === '') continue;
      const numbered = numberOf(node, counters) + text;
      for (const part of numbered.split('\n')) {
        if (part.trim() === '') continue;
        allowance.paragraph(line, part);
        blocks.push({ type: 'paragraph', line, text: part.trim() });
      }
    }
  }
  return blocks;
}

/**
 * The number that Word shows in front of a paragraph it numbers by itself, written 1. on every level: mammoth tells
 * level and order, not the form of the number. A paragraph without a number ends the count.
 */
function numberOf(node: Node, counters: number[]): string {
  const { numbering } = node;
  if (!numbering?.isOrdered) {
    if (!numbering) counters.length = 0;
    return '';
  }
  const level = Number(numbering.level ?? 0);
  counters.length = Math.min(counters.length, level + 1);
  for (let i = counters.length; i <= level; i++) counters[i] = 0;
  counters[level] = (counters[level] ?? 0) + 1;
  return level === 0 ? `${counters[level]}. ` : `(${counters[level]}) `;
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
  const parts = (node.children ?? []).map(textOf);
  return node.type === 'tableCell' || node.type === 'tableRow' || node.type === 'table'
    ? parts.filter((part) => part.trim() !== '').join('\n')
    : parts.join('');
}
