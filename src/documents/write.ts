import type ExcelJS from 'exceljs';
import { columnLetters } from './columns.js';
import { safeCell } from './formula-safe.js';

/** A sheet to write; its first row is the header. */
export interface SheetToWrite {
  name: string;
  rows: readonly (readonly string[])[];
  /** Widths in characters, by column. Default: by content, 8 to 50. */
  widths?: readonly number[] | undefined;
  /**
   * To be printed and filtered: ruled, its name above it, landscape, all columns on a page (A3 where A4 would make them
   * too small), the header on each.
   */
  printed?: boolean | undefined;
}

/** UTF-8 mark in front of a CSV, without which spreadsheets of Chinese Windows read GB18030. */
const BOM = '\uFEFF';
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** A CSV that spreadsheets open as it is and run nothing of: with BOM, CRLF, quotes, formula-like cells marked. */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((row) => row.map((cell) => quoted(safeCell(cell))).join(','));
  return Buffer.from(`${BOM}${lines.join('\r\n')}\r\n`);
}

function quoted(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const NARROWEST = 8;
const WIDEST = 50;

/** A workbook of text cells: a cell that looks like a formula stays text, also when it is edited. */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const { default: Excel } = await import('exceljs');
  const workbook = new Excel.Workbook();
  // A fixed date: the same document gives the same file.
  workbook.created = workbook.modified = new Date(Date.UTC(2000, 0, 1));
  for (const { name, rows, widths, printed } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    for (const row of rows) {
      const added = sheet.addRow(row.map((cell) => escapedForXml(cell)));
      added.eachCell((cell) => {
        cell.numFmt = '@';
        cell.alignment = { wrapText: true, vertical: 'top' };
      });
    }
    const columns = Math.max(0, ...rows.map((row) => row.length));
    for (let column = 0; column < columns; column++) {
      const longest = Math.max(...rows.map((row) => (row[column] ?? '').length)) * 2;
      sheet.getColumn(column + 1).width = widths?.[column] ?? Math.min(WIDEST, Math.max(NARROWEST, longest));
    }
    sheet.getRow(1).font = { bold: true };
    if (printed) printable(sheet, name, columns, rows.length);
  }
  // exceljs declares an older Buffer than Node's.
  return new Uint8Array((await workbook.xlsx.writeBuffer()) as unknown as ArrayBuffer);
}

/** Characters of all columns together above which a line on A4 would be printed at under two thirds of its size. */
const WIDEST_ON_A4 = 160;
/** Of Office's list of paper sizes. */
const A3 = 8 as ExcelJS.PaperSize;
const A4 = 9 as ExcelJS.PaperSize;
const LINE = { style: 'thin' } as const;
const RULED = { top: LINE, left: LINE, bottom: LINE, right: LINE } as const;
/** In inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.9, bottom: 0.6, header: 0.4, footer: 0.3 } as const;

function printable(sheet: ExcelJS.Worksheet, name: string, columns: number, rows: number): void {
  for (let row = 1; row <= rows; row++) {
    for (let column = 1; column <= columns; column++) sheet.getCell(row, column).border = RULED;
  }
  sheet.getRow(1).alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
  const width = sheet.columns.reduce((sum, column) => sum + (column.width ?? NARROWEST), 0);
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows, column: columns } };
  sheet.pageSetup = {
    orientation: 'landscape',
    paperSize: width > WIDEST_ON_A4 ? A3 : A4,
    margins: MARGINS,
    horizontalCentered: true,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  };
  sheet.pageSetup.printTitlesRow = '1:1';
  sheet.pageSetup.printArea = `A1:${columnLetters(columns - 1)}${rows}`;
  // An ampersand begins a field there.
  sheet.headerFooter.oddHeader = `&C&"-,Bold"&16${name.replaceAll('&', '&&')}`;
  sheet.headerFooter.oddFooter = '第 &P 页，共 &N 页';
}

/** Office reads _x000D_ as a character; a text that holds such letters of its own is escaped (ECMA-376, ST_Xstring). */
function escapedForXml(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
