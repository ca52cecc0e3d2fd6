import { QingdanError, shown } from '#errors.js';
import type { ReadingDoubt, Table } from './content.js';
import type { Allowance } from './limits.js';
import { type OdfText, textOf } from './odf-text.js';
import { type Grid, placeCell, rowsOf } from './table-grid.js';
import type { XmlElement } from './xml.js';

/** Rows and cells that are laid out at all; what repeats emptily to the sheet's end isn't. */
const MOST_REPEATED = 1_000;
const MOST_PLACES = 300_000;
/** Columns looked at in a row. */
const MOST_COLUMNS = 1_000;

/** A table or sheet with its merged cells laid out, without what is hidden. @throws QingdanError QD-FILE-LIMIT */
export function odfTable(table: XmlElement, name: string, reading: OdfText, allowance: Allowance): Table[] {
  const grid: Grid = [];
  const doubts: ReadingDoubt[] = [];
  const hidden = hiddenColumns(table);
  const places = { count: 0 };
  const unseen: number[] = [];
  let line = 0;
  for (const row of rowElements(table)) {
    const times = Math.max(1, Number(row.attributes['number-rows-repeated'] ?? 1) || 1);
    const filled = row.children.some((cell) => typeof cell !== 'string' && cell.children.length > 0);
    if (!filled) {
      line += times;
      continue;
    }
    const isUnseen = row.attributes.visibility === 'collapse' || row.attributes.visibility === 'filter';
    for (let time = 0; time < Math.min(times, MOST_REPEATED); time++) {
      if (isUnseen) unseen.push(line + 1);
      else layOut(row, { grid, line, hidden, reading, doubts, places });
      line++;
    }
    line += Math.max(0, times - MOST_REPEATED);
  }
  if (unseen.length > 0) {
    doubts.push(
      warning(unseen[0] ?? 1, `隐藏的第 ${unseen.slice(0, 20).join('、')} 行没有读入`, '取消隐藏或筛选'),
    );
  }
  const rows = rowsOf(grid);
  for (const row of rows) {
    const spanned = new Set(row.spanned);
    while (row.cells.at(-1) === '' && !spanned.has(row.cells.length - 1)) row.cells.pop();
    const inside = (column: number) => column < row.cells.length;
    row.continued = row.continued.filter(inside);
    row.spanned = row.spanned?.filter(inside) ?? [];
    allowance.row(name, row.line, row.cells);
  }
  return rows.length === 0 ? [] : [{ type: 'table', name, rows, ...(doubts.length > 0 ? { doubts } : {}) }];
}

const warning = (line: number, problem: string, how: string): ReadingDoubt => ({
  line,
  problem,
  advice: `如是清单的内容，请${how}后再导入`,
  severity: 'warning',
});

interface Laying {
  grid: Grid;
  line: number;
  hidden: ReadonlySet<number>;
  reading: OdfText;
  doubts: ReadingDoubt[];
  places: { count: number };
}

function layOut(row: XmlElement, { grid, line, hidden, reading, doubts, places }: Laying): void {
  let column = 0;
  for (const cell of row.children) {
    if (typeof cell === 'string' || !/^(?:covered-)?table-cell$/u.test(cell.name)) continue;
    const number = (name: string) => Math.max(1, Number(cell.attributes[name] ?? 1) || 1);
    const times = number('number-columns-repeated');
    if (cell.name === 'covered-table-cell' || cell.children.length === 0) {
      column += times;
      if (column > MOST_COLUMNS) return;
      continue;
    }
    reading.struck = false;
    const text = cellText(cell, reading);
    if (reading.struck && doubts.at(-1)?.line !== line + 1) {
      doubts.push(warning(line + 1, `第 ${line + 1} 行画了删除线的文字没有读入`, '去掉删除线'));
    }
    const [across, down] = [number('number-columns-spanned'), number('number-rows-spanned')];
    for (let time = 0; time < times && column <= MOST_COLUMNS; time++) {
      places.count += Math.min(across, MOST_COLUMNS) * down;
      if (places.count > MOST_PLACES) {
        throw new QingdanError('QD-FILE-LIMIT', `「${shown('表格')}」太大，请拆成几个文件`);
      }
      // A cell says where it begins; what reaches in from above or the left is on the grid already.
      if (grid[line]?.[column] === undefined) {
        placeCell(grid, line, column, hidden.has(column) ? '' : text, Math.min(across, MOST_COLUMNS), down);
      }
      column++;
    }
  }
}

function cellText(cell: XmlElement, reading: OdfText): string {
  const day = cell.attributes['date-value'];
  if (day !== undefined && /^\d{4}-\d{2}-\d{2}/u.test(day)) return day.slice(0, 10);
  const lines = cell.children.flatMap((child): string[] => {
    if (typeof child === 'string') return [];
    if (child.name === 'p' || child.name === 'h') return [textOf(child, reading).trim()];
    return child.name === 'list' || child.name === 'list-item' ? [cellText(child, reading)] : [];
  });
  return lines.filter((line) => line !== '').join('\n');
}

function rowElements(table: XmlElement): XmlElement[] {
  return table.children.flatMap((child): XmlElement[] => {
    if (typeof child === 'string') return [];
    if (child.name === 'table-row') return [child];
    return /^table-(?:header-rows|rows|row-group)$/u.test(child.name) ? rowElements(child) : [];
  });
}

function hiddenColumns(table: XmlElement): Set<number> {
  const hidden = new Set<number>();
  let column = 0;
  const walk = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (/^table-(?:header-columns|columns|column-group)$/u.test(child.name)) walk(child);
      if (child.name !== 'table-column') continue;
      const times = Math.max(1, Number(child.attributes['number-columns-repeated'] ?? 1) || 1);
      const isHidden = /^(?:collapse|filter)$/u.test(child.attributes.visibility ?? '');
      for (let i = 0; i < times && column < MOST_COLUMNS; i++, column++) if (isHidden) hidden.add(column);
    }
  };
  walk(table);
  return hidden;
}
