import type ExcelJS from 'exceljs';
import { QingdanError, shown } from '#errors.js';
import { type Parts, repack, unpack } from './archive.js';
import { columnLetters, columnNumber } from './columns.js';
import type { Block, ReadingDoubt, Table, TableRow } from './content.js';
import { Allowance, type ReadLimits } from './limits.js';
import type { Progress } from './reader.js';
import { cellText } from './xlsx-cell.js';
import { hiddenColumns, Unseen, unstruck } from './xlsx-visible.js';

/** Parts without which the cells can be read: pictures, charts, comments, pivot tables. */
const NEEDED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;

/**
 * What exceljs isn't to look at: it expands a validation over a whole column into a million addresses, and the rest says
 * nothing about the cells.
 */
const IGNORED = [
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'picture',
  'tableParts',
  'autoFilter',
  'rowBreaks',
  'colBreaks',
  'extLst',
];

/** One table per visible sheet that holds anything. @throws QingdanError QD-FILE-… */
export async function readXlsx(bytes: Uint8Array, limits: ReadLimits, progress: Progress): Promise<Block[]> {
  const parts = await unpack(bytes, limits);
  if (!parts.has('xl/workbook.xml')) {
    throw new QingdanError('QD-FILE-TYPE', '文件的内容不是 Excel 工作簿，请核对文件或改正扩展名');
  }
  checkSheets(parts, limits);
  const { default: Excel } = await import('exceljs');
  const workbook = new Excel.Workbook();
  try {
    const archive = repack(parts, (name) => NEEDED.test(name));
    // exceljs declares an older Buffer than Node's; it takes any bytes.
    await workbook.xlsx.load(archive as unknown as ExcelJS.Buffer, { ignoreNodes: IGNORED });
  } catch (cause) {
    const reason = cause instanceof Error ? shown(cause.message) : '未知原因';
    throw new QingdanError('QD-FILE-BROKEN', `工作簿已损坏：${reason}，请重新取得或另存后再试`, { cause });
  }
  const allowance = new Allowance(limits);
  const sheets = workbook.worksheets.filter((sheet) => sheet.state === 'visible');
  const tables = sheets.flatMap((sheet, index): Table[] => {
    const { rows, doubts } = contentOf(sheet, allowance);
    progress(index + 1, sheets.length);
    if (rows.length === 0) return [];
    return [{ type: 'table', name: sheet.name, rows, ...(doubts.length === 0 ? {} : { doubts }) }];
  });
  const [first] = tables;
  const unseen = workbook.worksheets.filter((sheet) => sheet.state !== 'visible' && sheet.actualRowCount > 0);
  if (first !== undefined && unseen.length > 0) {
    const names = unseen.map(({ name }) => `「${shown(name)}」`).join('');
    const problem = `隐藏的工作表${names}没有读入`;
    const advice = '如是清单，请取消隐藏后再导入';
    first.doubts = [...(first.doubts ?? []), { line: 1, problem, advice, severity: 'warning' }];
  }
  return tables;
}

/** The rows of a sheet that can be seen, and what was left out. */
function contentOf(
  sheet: ExcelJS.Worksheet,
  allowance: Allowance,
): { rows: TableRow[]; doubts: ReadingDoubt[] } {
  const rows: TableRow[] = [];
  const hidden = hiddenColumns(sheet);
  const unseen = new Unseen();
  sheet.eachRow((row, line) => {
    const cells: string[] = [];
    const continued: number[] = [];
    const spanned: number[] = [];
    row.eachCell((cell, number) => {
      const column = number - 1;
      while (cells.length < column) cells.push('');
      const { master } = cell;
      const { value, struck } = unstruck(master);
      const startsHere = master === cell;
      const sameColumn = Number(master.col) === number;
      const text = startsHere || sameColumn ? cellText(value) : '';
      cells[column] = hidden.has(number) ? '' : text;
      if (text !== '' && hidden.has(number)) unseen.hiddenColumn(number);
      if (struck && startsHere) unseen.struckOut(line);
      if (Number(master.row) < line) continued.push(column);
      if (!sameColumn) spanned.push(column);
    });
    while (cells.at(-1) === '') cells.pop();
    if (cells.length === 0) return;
    if (row.hidden) {
      unseen.hiddenRow(line);
      return;
    }
    allowance.row(sheet.name, line, cells);
    const inside = (column: number): boolean => column < cells.length;
    rows.push({ line, cells, continued: continued.filter(inside), spanned });
  });
  return { rows, doubts: unseen.doubts((column) => columnLetters(column - 1)) };
}

/** Rows with and without content that a sheet may hold for each row that is read. */
const RAW_ROWS = 5;
/** Cells of all sheets together; exceljs takes up to 1 kB for each. */
const MOST_CELLS = 300_000;
/** Places of all merged cells together: exceljs makes a cell of each, and one range may span a whole sheet. */
const MOST_MERGED = 200_000;

/** Counts what a workbook holds before exceljs makes an object of each cell. */
function checkSheets(parts: Parts, limits: ReadLimits): void {
  let rows = 0;
  let cells = 0;
  let merged = 0;
  for (const [name, data] of parts) {
    if (!SHEET.test(name)) continue;
    const text = Buffer.from(data.buffer, data.byteOffset, data.length).toString('latin1');
    rows += text.match(/<(?:\w+:)?row\b/g)?.length ?? 0;
    cells += text.match(/<(?:\w+:)?c\b/g)?.length ?? 0;
    refuseFarAway(text);
    for (const [, range = ''] of text.matchAll(/<(?:\w+:)?mergeCell\b[^>]*\bref\s*=\s*["']([^"']*)/g)) {
      merged += placesOf(range);
    }
  }
  if (rows > limits.rows * RAW_ROWS || cells > MOST_CELLS || merged > MOST_MERGED) {
    throw new QingdanError(
      'QD-FILE-LIMIT',
      `工作簿太大（${rows} 行、${cells} 个单元格、合并区域 ${merged} 格），请删去空白的带格式行列，或拆成每个不超过 ${limits.rows} 行的文件`,
    );
  }
}

/** The last row and column of a sheet (ECMA-376); exceljs would count up to whatever number stands there. */
const LAST = { row: 1_048_576, column: 16_384 };

function refuseFarAway(sheet: string): void {
  const rows = sheet.matchAll(/<(?:\w+:)?row\b[^>]*?\br\s*=\s*["'](\d+)/g);
  const columns = sheet.matchAll(/<(?:\w+:)?col\b[^>]*?\bmax\s*=\s*["'](\d+)/g);
  const cells = sheet.matchAll(/<(?:\w+:)?c\b[^>]*?\br\s*=\s*["'][A-Za-z]*(\d{7,})/g);
  const beyond = (matches: Iterable<RegExpMatchArray>, last: number): boolean => {
    for (const [, number] of matches) if (Number(number) > last) return true;
    return false;
  };
  if (beyond(rows, LAST.row) || beyond(cells, LAST.row) || beyond(columns, LAST.column)) {
    throw new QingdanError('QD-FILE-BROKEN', '工作簿已损坏：行号或列号超出表格范围，请重新取得或另存后再试');
  }
}

function placesOf(range: string): number {
  const [, c1, r1, c2, r2] = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(range) ?? [];
  if (c1 === undefined || c2 === undefined) return 1;
  return (columnNumber(c2) - columnNumber(c1) + 1) * (Number(r2) - Number(r1) + 1);
}
