import type ExcelJS from 'exceljs';
import { safeCell } from '#documents/formula-safe.js';
import type { Screening } from '../notices/screening.js';
import { numberBases } from './bases.js';
import { followUp } from './follow-up.js';
import { byNeed } from './order.js';
import { PASSED_OVER_COLUMNS, passedOverRows } from './passed-over.js';
import { COLUMNS, rowOf, summaryLines } from './summary.js';

/** In characters of the default font. */
const TASK_WIDTHS = [6, 44, 18, 28, 12, 40] as const;
/** Points; a character of Chinese is two wide. */
const LINE = 18;

/** A sheet of the workbook; the first row is its head where it has one. */
interface Sheet {
  name: string;
  rows: readonly (readonly string[])[];
  widths: readonly number[];
  headed: boolean;
  orientation: 'portrait' | 'landscape';
}

/** The report as a workbook: 汇总, 逐项研判, 依据, and what was passed over. Every cell is text. */
export async function toXlsx(screening: Screening): Promise<Uint8Array> {
  const ordered = byNeed(screening);
  const bases = numberBases(ordered.map(({ task }) => task));
  const passedOver = passedOverRows(screening);
  const { default: Excel } = await import('exceljs');
  const book = new Excel.Workbook();
  add(book, {
    name: '汇总',
    rows: [...summaryLines(screening), ...followUp(screening)],
    widths: [34, 70],
    headed: false,
    orientation: 'portrait',
  });
  add(book, {
    name: '逐项研判',
    rows: [COLUMNS, ...ordered.map(({ task, number }) => rowOf(task, number, bases))],
    widths: TASK_WIDTHS,
    headed: true,
    orientation: 'landscape',
  });
  if (bases.lines.length > 0) {
    add(book, {
      name: '依据',
      rows: [['编号', '依据'], ...bases.lines.map((line, i) => [`[${i + 1}]`, line])],
      widths: [8, 92],
      headed: true,
      orientation: 'portrait',
    });
  }
  if (passedOver.length > 0) {
    add(book, {
      name: '未列为任务的内容',
      rows: [PASSED_OVER_COLUMNS, ...passedOver],
      widths: [64, 24],
      headed: true,
      orientation: 'portrait',
    });
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Adds a sheet with widths, wrapped cells, a filter over its head, and a print area of whole A4 widths. */
function add(book: ExcelJS.Workbook, { name, rows, widths, headed, orientation }: Sheet): void {
  const sheet = book.addWorksheet(name, headed ? { views: [{ state: 'frozen', ySplit: 1 }] } : {});
  sheet.columns = widths.map((width) => ({ width }));
  for (const texts of rows) {
    const row = sheet.addRow(texts.map(safeCell));
    row.height = heightOf(texts, widths);
    row.alignment = { wrapText: true, vertical: 'top' };
  }
  const last = `${String.fromCharCode(64 + widths.length)}${Math.max(1, rows.length)}`;
  sheet.pageSetup = { orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9 };
  sheet.pageSetup.printArea = `A1:${last}`;
  sheet.headerFooter.oddFooter = '第 &P 页，共 &N 页';
  if (!headed) {
    sheet.getColumn(1).font = { bold: true };
    return;
  }
  sheet.pageSetup.printTitlesRow = '1:1';
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: Math.max(1, rows.length), column: widths.length },
  };
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } };
}

/** Not every program makes a row as high as its wrapped text. */
const heightOf = (texts: readonly string[], widths: readonly number[]) =>
  LINE * Math.max(1, ...texts.map((text, i) => Math.ceil((text.length * 2) / (widths[i] ?? 20))));
