import ExcelJS from 'exceljs';
import { safeCell } from '#documents/formula-safe.js';
import type { Screening } from '../notices/screening.js';
import { lettersFor } from './letters.js';
import { PASSED_OVER_COLUMNS, passedOverRows } from './passed-over.js';
import { COLUMNS, rowOf, summaryLines } from './summary.js';

/** In characters of the default font. */
const WIDTHS = [6, 44, 18, 28, 44, 48] as const;
const PASSED_OVER_WIDTHS = [60, 24] as const;
const LETTER = 76;
/** Points; a character of Chinese is two wide. */
const LINE = 18;

/** Not every program makes a row as high as its wrapped text. */
const heightOf = (texts: readonly string[], widths: readonly number[]) =>
  LINE * Math.max(1, ...texts.map((text, i) => Math.ceil((text.length * 2) / (widths[i] ?? LETTER))));

/** The report as a workbook: 汇总, 逐项研判, what was passed over, and a sheet for each draft letter. Every cell is text. */
export async function toXlsx(screening: Screening): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const summary = book.addWorksheet('汇总');
  summary.columns = [{ width: 34 }, { width: 70 }];
  for (const [name, content] of summaryLines(screening)) summary.addRow([name, safeCell(content)]);
  summary.getColumn(1).font = { bold: true };
  printed(summary, 'portrait');
  wrap(summary);

  const sheet = book.addWorksheet('逐项研判', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = COLUMNS.map((header, i) => ({ header, width: WIDTHS[i] ?? 20 }));
  screening.tasks.forEach((task, i) => {
    const row = rowOf(task, i);
    sheet.addRow(row.map(safeCell)).height = heightOf(row, WIDTHS);
  });
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } };
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: COLUMNS.length } };
  printed(sheet, 'landscape');
  wrap(sheet);

  const rest = passedOverRows(screening);
  if (rest.length > 0) {
    const others = book.addWorksheet('未列为任务的内容', { views: [{ state: 'frozen', ySplit: 1 }] });
    others.columns = PASSED_OVER_COLUMNS.map((header, i) => ({ header, width: PASSED_OVER_WIDTHS[i] ?? 20 }));
    for (const row of rest) others.addRow(row.map(safeCell)).height = heightOf(row, PASSED_OVER_WIDTHS);
    others.getRow(1).font = { bold: true };
    printed(others, 'portrait');
    wrap(others);
  }

  for (const { name, title, paragraphs } of lettersFor(screening)) {
    const letter = book.addWorksheet(name);
    letter.columns = [{ width: LETTER }];
    printed(letter, 'portrait');
    letter.addRow([title]).font = { bold: true, size: 14 };
    for (const paragraph of paragraphs)
      letter.addRow([safeCell(paragraph)]).height = heightOf([paragraph], [LETTER]);
    wrap(letter);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** On A4, all columns on one page. */
function printed(sheet: ExcelJS.Worksheet, orientation: 'portrait' | 'landscape'): void {
  sheet.pageSetup = { orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9 };
}

function wrap(sheet: ExcelJS.Worksheet): void {
  sheet.eachRow((row) => {
    row.alignment = { wrapText: true, vertical: 'top' };
  });
}
