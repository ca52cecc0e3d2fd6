/** The formats that are read, told by their content and not by their name alone. */
export const FORMATS = [
  'xlsx',
  'docx',
  'pdf',
  'csv',
  'txt',
  'yaml',
  'doc',
  'xls',
  'rtf',
  'odt',
  'ods',
  'ofd',
  'eml',
] as const;
export type FileFormat = (typeof FORMATS)[number];

/** A paragraph of a document, or a line of a text file. */
export interface Paragraph {
  type: 'paragraph';
  /** 1-based: line of a text file or of all pages of a PDF, paragraph of a .docx. */
  line: number;
  /** With the number that Word gave it in front, where it numbers by itself. */
  text: string;
}

/** A row of a table, as it is laid out. */
export interface TableRow {
  /** 1-based: row number of a sheet or line of a CSV file; within a .docx or PDF, the row of its table. */
  line: number;
  /** One text per column, empty where there is none. A cell merged over rows stands in each of them. */
  cells: string[];
  /** Columns (from 0) whose cell belongs to one that started in a row above. */
  continued: number[];
  /** Columns (from 0) whose cell belongs to one that started further left; their text is empty. */
  spanned?: number[];
}

/** What a reader saw and did not take for content, or could not tell apart. */
export interface ReadingDoubt {
  /** Row, as in `TableRow.line`. */
  line: number;
  /** In plain Chinese, and what to do about it. */
  problem: string;
  advice: string;
  /** `error` where the text of a row can't be relied on. */
  severity: 'error' | 'warning';
}

/** A table of a document, or a sheet. */
export interface Table {
  type: 'table';
  /** Name of the sheet; 「表1」… for the tables of a document. */
  name: string;
  rows: TableRow[];
  /** Left out where there are none. */
  doubts?: ReadingDoubt[];
}

export type Block = Paragraph | Table;

/** What a file says, whatever its format. */
export interface FileContent {
  format: FileFormat;
  blocks: Block[];
}

/** The content as plain text: a line per paragraph or row, the cells of a row apart by tabs. */
export function plainText(content: FileContent): string {
  const lines: string[] = [];
  for (const block of content.blocks) {
    if (block.type === 'paragraph') lines.push(block.text);
    else for (const row of block.rows) lines.push(rowText(row));
  }
  return lines.join('\n');
}

// What a merged cell says is said once.
function rowText({ cells, continued }: TableRow): string {
  return cells
    .filter((cell, column) => cell !== '' && !continued.includes(column))
    .join('\t')
    .replace(/\n/g, ' ');
}
