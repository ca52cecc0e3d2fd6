import { QingdanError } from '#errors.js';
import type { Block, Table } from './content.js';
import type { SheetToWrite } from './write.js';

/** Name and heads of the sheet on which a person checks what was recognised in a picture. */
const SHEET = '文字识别核对表';
const HEADS = ['行', '识别出的文字（照原件改正）', '把握', '已核对（填“是”）'] as const;
const TEXT = 1;
const CHECKED = 3;
const YES = /^(?:是|已核对|对|√|✓|y|yes)$/iu;

/** A recognised line. */
export interface LineToCheck {
  text: string;
  /** 0 to 100. */
  confidence: number;
}

/** The sheet for these lines, none of them checked. */
export function checkSheet(lines: readonly LineToCheck[]): SheetToWrite {
  const rows = lines.map(({ text, confidence }, i) => [String(i + 1), text, String(confidence), '']);
  return { name: SHEET, rows: [[...HEADS], ...rows], widths: [6, 80, 8, 18], printed: true };
}

/**
 * What a workbook says: of a sheet of recognised lines the lines, once a person has checked each of them; any other
 * workbook as it is.
 * @throws QingdanError QD-FILE-UNCHECKED
 */
export function checkedBlocks(blocks: Block[]): Block[] {
  const sheet = blocks.find((block): block is Table => block.type === 'table' && isCheckSheet(block));
  if (sheet === undefined) return blocks;
  const lines = sheet.rows.slice(1).filter(({ cells }) => (cells[TEXT] ?? '').trim() !== '');
  const open = lines.filter(({ cells }) => !YES.test((cells[CHECKED] ?? '').trim()));
  if (open.length > 0) {
    const named = open.slice(0, 10).map(({ cells, line }) => cells[0] || String(line));
    throw new QingdanError(
      'QD-FILE-UNCHECKED',
      `核对表还有 ${open.length} 行没有核对（第 ${named.join('、')} 行${open.length > named.length ? '等' : ''}），请对着原件改正，在“已核对”一列填“是”后再试`,
    );
  }
  return lines.map(({ cells, line }) => ({ type: 'paragraph', line, text: (cells[TEXT] ?? '').trim() }));
}

/** Told by its heads as well, since a sheet may be renamed. */
const isCheckSheet = ({ name, rows }: Table): boolean =>
  name === SHEET || (rows[0]?.cells[TEXT] === HEADS[TEXT] && rows[0]?.cells[CHECKED] === HEADS[CHECKED]);
