import type ExcelJS from 'exceljs';
import type { ReadingDoubt } from './content.js';

/** Columns of a sheet that a reader doesn't see, from 1. */
export function hiddenColumns(sheet: ExcelJS.Worksheet): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const column of sheet.columns ?? []) {
    if (column.hidden === true && column.number !== undefined) hidden.add(column.number);
  }
  return hidden;
}

/** Collects what stands in a sheet and isn't part of the list as it was issued: hidden or struck out. */
export class Unseen {
  private readonly rows: number[] = [];
  private readonly struck: number[] = [];
  private readonly columns = new Set<number>();

  hiddenRow(line: number): void {
    this.rows.push(line);
  }

  hiddenColumn(column: number): void {
    this.columns.add(column);
  }

  struckOut(line: number): void {
    if (this.struck.at(-1) !== line) this.struck.push(line);
  }

  /** @param letters names a column counted from 1 */
  doubts(letters: (column: number) => string): ReadingDoubt[] {
    const doubts: ReadingDoubt[] = [];
    const tell = (lines: readonly number[], problem: string, advice: string): void => {
      doubts.push({ line: lines[0] ?? 1, problem, advice, severity: 'warning' });
    };
    if (this.rows.length > 0) {
      tell(
        this.rows,
        `隐藏的第 ${shortList(this.rows)} 行没有读入`,
        '如是清单的内容，请取消隐藏或筛选后再导入',
      );
    }
    if (this.columns.size > 0) {
      const names = [...this.columns].map(letters).join('、');
      tell([], `隐藏的 ${names} 列没有读入`, '如是清单的内容，请取消隐藏后再导入');
    }
    if (this.struck.length > 0) {
      tell(
        this.struck,
        `第 ${shortList(this.struck)} 行画了删除线的文字没有读入`,
        '如仍有效，请去掉删除线后再导入',
      );
    }
    return doubts;
  }
}

const MOST_NAMED = 20;

function shortList(lines: readonly number[]): string {
  const named = lines.slice(0, MOST_NAMED).join('、');
  return lines.length > MOST_NAMED ? `${named} 等 ${lines.length}` : named;
}

/** A cell's value without the words that are struck out; null where all of it is. */
export function unstruck(cell: ExcelJS.Cell): { value: ExcelJS.CellValue; struck: boolean } {
  if (cell.font?.strike === true && !isRich(cell.value)) return { value: null, struck: true };
  if (!isRich(cell.value)) return { value: cell.value, struck: false };
  const runs = cell.value.richText;
  const kept = runs.filter(({ font }) => font?.strike !== true);
  return { value: { richText: kept }, struck: kept.length < runs.length };
}

function isRich(value: ExcelJS.CellValue): value is ExcelJS.CellRichTextValue {
  return typeof value === 'object' && value !== null && 'richText' in value;
}
