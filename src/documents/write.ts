import ExcelJS from 'exceljs';
import { safeCell } from './formula-safe.js';

/** A sheet to write; its first row is the header. */
export interface SheetToWrite {
  name: string;
  rows: readonly (readonly string[])[];
  /** Widths in characters, by column. Default: by content, 8 to 50. */
  widths?: readonly number[] | undefined;
  /** Printed across an A4 page laid on its side, with the header on every page. Default: as the program has it. */
  landscape?: boolean | undefined;
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
  const workbook = new ExcelJS.Workbook();
  // A fixed date: the same document gives the same file.
  workbook.created = workbook.modified = new Date(Date.UTC(2000, 0, 1));
  for (const { name, rows, widths, landscape } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    if (landscape) {
      const page = {
        paperSize: 9,
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      } as const;
      sheet.pageSetup = { ...sheet.pageSetup, ...page, printTitlesRow: '1:1' };
    }
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
  }
  // exceljs declares an older Buffer than Node's.
  return new Uint8Array((await workbook.xlsx.writeBuffer()) as unknown as ArrayBuffer);
}

/** Office reads _x000D_ as a character; a text that holds such letters of its own is escaped (ECMA-376, ST_Xstring). */
function escapedForXml(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
