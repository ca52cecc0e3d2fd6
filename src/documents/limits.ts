import { QingdanError } from '#errors.js';

/** How much of a file is read. What goes beyond is refused as a whole: half a list is worse than none. */
export interface ReadLimits {
  /** Bytes of the file. A list of 5,000 rows takes under 1 MB. */
  bytes: number;
  /** Bytes of all parts of an archive (.xlsx, .docx) together, unpacked. */
  unpackedBytes: number;
  /** Parts of an archive; Office writes some 10 to 200. */
  parts: number;
  /** Unpacked to packed size of an archive: Office reaches 5 to 20, a zip bomb 1,000. */
  ratio: number;
  /** Rows with content, of all tables together. */
  rows: number;
  /** Columns of a table. */
  columns: number;
  /** UTF-16 units of one cell. */
  cell: number;
  /** Paragraphs or lines outside tables. */
  paragraphs: number;
  /** UTF-16 units of one paragraph. */
  paragraph: number;
  /** Pages of a PDF. */
  pages: number;
  /** How long reading may take, in milliseconds. */
  milliseconds: number;
  /** How much memory reading may take, in megabytes. */
  megabytes: number;
}

export const READ_LIMITS: ReadLimits = {
  bytes: 20_000_000,
  unpackedBytes: 120_000_000,
  parts: 2_000,
  ratio: 100,
  rows: 20_000,
  columns: 200,
  cell: 4_000,
  paragraphs: 50_000,
  paragraph: 50_000,
  pages: 500,
  milliseconds: 30_000,
  megabytes: 300,
};

/** Counts what has been read against the limits. Every method throws QingdanError QD-FILE-LIMIT. */
export class Allowance {
  private rows = 0;
  private paragraphs = 0;

  constructor(private readonly limits: ReadLimits) {}

  /** One more row of the table with this name, with these cells. */
  row(table: string, line: number, cells: readonly string[]): void {
    this.rows++;
    if (this.rows > this.limits.rows) {
      throw tooMuch(`表格超过 ${this.limits.rows} 行，请拆成几个文件`);
    }
    if (cells.length > this.limits.columns) {
      throw tooMuch(`「${table}」超过 ${this.limits.columns} 列，请删去用不到的列`);
    }
    const column = cells.findIndex((cell) => cell.length > this.limits.cell);
    if (column >= 0) {
      throw tooMuch(
        `「${table}」第 ${line} 行第 ${column + 1} 列的单元格有 ${cells[column]?.length} 字，超过 ${this.limits.cell} 字，请缩短后再试`,
      );
    }
  }

  /** One more paragraph or line. */
  paragraph(line: number, text: string): void {
    this.paragraphs++;
    if (this.paragraphs > this.limits.paragraphs) {
      throw tooMuch(`文件超过 ${this.limits.paragraphs} 段，请拆成几个文件`);
    }
    if (text.length > this.limits.paragraph) {
      throw tooMuch(`第 ${line} 段有 ${text.length} 字，超过 ${this.limits.paragraph} 字，请分段后再试`);
    }
  }
}

function tooMuch(message: string): QingdanError {
  return new QingdanError('QD-FILE-LIMIT', message);
}
