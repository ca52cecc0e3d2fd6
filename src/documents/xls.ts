import type { WorkBook, WorkSheet } from '@e965/xlsx';
import { QingdanError, shown } from '#errors.js';
import { columnLetters } from './columns.js';
import type { Block, ReadingDoubt, Table, TableRow } from './content.js';
import { Allowance, type ReadLimits } from './limits.js';
import { openOle } from './ole.js';
import type { Progress } from './reader.js';
import { Unseen } from './xlsx-visible.js';

/** Rows with and without content that a sheet may hold for each row that is read. */
const RAW_ROWS = 5;

/** One table per visible sheet of an Excel 97–2003 workbook, as WPS writes it too. @throws QingdanError QD-FILE-… */
export async function readXls(bytes: Uint8Array, limits: ReadLimits, progress: Progress): Promise<Block[]> {
  const ole = openOle(bytes);
  if (ole.stream('Workbook') === null && ole.stream('Book') === null) {
    throw new QingdanError('QD-FILE-TYPE', '文件的内容不是 Excel 工作簿，请核对文件或改正扩展名');
  }
  const { read, SSF } = await import('@e965/xlsx');
  const book = opened(() =>
    read(bytes, {
      type: 'array',
      dense: true,
      cellStyles: true,
      cellHTML: false,
      cellNF: true,
      sheetRows: limits.rows * RAW_ROWS,
    }),
  );
  const allowance = new Allowance(limits);
  const hidden = (i: number) => (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0;
  const visible = book.SheetNames.filter((_, i) => !hidden(i));
  const tables = visible.flatMap((name, index): Table[] => {
    const sheet = book.Sheets[name];
    progress(index + 1, visible.length);
    const { rows, doubts } = sheet === undefined ? NOTHING : contentOf(sheet, name, allowance, SSF);
    return rows.length === 0 ? [] : [{ type: 'table', name, rows, doubts: [...doubts, STRIKES_UNSEEN] }];
  });
  return withUnseenSheets(tables, book, hidden);
}

const NOTHING: { rows: TableRow[]; doubts: ReadingDoubt[] } = { rows: [], doubts: [] };

/** What this format doesn't tell. */
const STRIKES_UNSEEN: ReadingDoubt = {
  line: 1,
  problem: '旧版表格里哪些字画了删除线，程序看不出来',
  advice: '如有画掉的行，请另存为 .xlsx 后再导入',
  severity: 'warning',
};

function opened(read: () => WorkBook): WorkBook {
  try {
    return read();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : '';
    if (/password|encrypt/iu.test(reason)) {
      throw new QingdanError('QD-FILE-LOCKED', '文件加了密码，请去掉密码后再试', { cause });
    }
    throw new QingdanError('QD-FILE-BROKEN', `工作簿已损坏：${shown(reason)}，请重新取得或另存后再试`, {
      cause,
    });
  }
}

function withUnseenSheets(tables: Table[], book: WorkBook, hidden: (i: number) => boolean): Table[] {
  const names = book.SheetNames.filter((name, i) => hidden(i) && book.Sheets[name]?.['!ref'] !== undefined);
  const [first] = tables;
  if (first !== undefined && names.length > 0) {
    const problem = `隐藏的工作表${names.map((name) => `「${shown(name)}」`).join('')}没有读入`;
    const advice = '如是清单，请取消隐藏后再导入';
    first.doubts = [...(first.doubts ?? []), { line: 1, problem, advice, severity: 'warning' }];
  }
  return tables;
}

type Formats = typeof import('@e965/xlsx').SSF;
type Cell = NonNullable<NonNullable<WorkSheet['!data']>[number][number]>;

/** The rows of a sheet that can be seen, and what was left out. */
function contentOf(
  sheet: WorkSheet,
  name: string,
  allowance: Allowance,
  formats: Formats,
): { rows: TableRow[]; doubts: ReadingDoubt[] } {
  const rows: TableRow[] = [];
  const unseen = new Unseen();
  const data = sheet['!data'] ?? [];
  const merged = mergedPlaces(sheet);
  for (const [r, cellsOfRow] of data.entries()) {
    const line = r + 1;
    const cells: string[] = [];
    const continued: number[] = [];
    const spanned: number[] = [];
    const width = Math.max(
      cellsOfRow?.length ?? 0,
      ...Array.from(merged.get(r)?.keys() ?? [], (c) => c + 1),
      0,
    );
    for (let c = 0; c < width; c++) {
      const master = merged.get(r)?.get(c);
      const from = master === undefined ? cellsOfRow?.[c] : data[master.row]?.[master.column];
      const text = master !== undefined && master.column < c ? '' : cellText(from, formats);
      const isHidden = sheet['!cols']?.[c]?.hidden === true;
      if (isHidden && text !== '') unseen.hiddenColumn(c + 1);
      cells[c] = isHidden ? '' : text;
      if (master !== undefined && master.row < r) continued.push(c);
      if (master !== undefined && master.column < c) spanned.push(c);
    }
    while (cells.at(-1) === '') cells.pop();
    if (cells.length === 0) continue;
    if (sheet['!rows']?.[r]?.hidden === true) {
      unseen.hiddenRow(line);
      continue;
    }
    allowance.row(name, line, cells);
    const inside = (column: number) => column < cells.length;
    rows.push({ line, cells, continued: continued.filter(inside), spanned: spanned.filter(inside) });
  }
  return { rows, doubts: unseen.doubts((column) => columnLetters(column - 1)) };
}

/** Places of all merged cells together that are looked at. */
const MOST_MERGED = 200_000;

/** Where each merged place begins, by row and column. @throws QingdanError QD-FILE-LIMIT */
function mergedPlaces(sheet: WorkSheet): Map<number, Map<number, { row: number; column: number }>> {
  const places = new Map<number, Map<number, { row: number; column: number }>>();
  let count = 0;
  for (const { s, e } of sheet['!merges'] ?? []) {
    count += (e.r - s.r + 1) * (e.c - s.c + 1);
    if (count > MOST_MERGED) {
      throw new QingdanError('QD-FILE-LIMIT', '工作簿的合并区域太大，请取消整行整列的合并后再试');
    }
    for (let r = s.r; r <= e.r; r++) {
      const row = places.get(r) ?? new Map<number, { row: number; column: number }>();
      places.set(r, row);
      for (let c = s.c; c <= e.c; c++) row.set(c, { row: s.r, column: s.c });
    }
  }
  return places;
}

/** What a cell shows, as text: of a formula its result, of a date YYYY-MM-DD. */
function cellText(cell: Cell | undefined, formats: Formats): string {
  if (cell === undefined || cell.v === undefined || cell.v === null) return '';
  if (cell.t === 'b') return cell.v === true ? '是' : '否';
  if (cell.t === 'e') return cell.w ?? '';
  if (cell.t !== 'n') return String(cell.v).replace(/\r\n?/gu, '\n').trim();
  const number = Number(cell.v);
  if (cell.z !== undefined && formats.is_date(String(cell.z))) {
    const day = formats.parse_date_code(number) as { y: number; m: number; d: number } | null;
    if (day !== null) {
      return `${day.y}-${String(day.m).padStart(2, '0')}-${String(day.d).padStart(2, '0')}`;
    }
  }
  // 3.0000000000000004 is what a spreadsheet shows as 3.
  return String(Number(number.toPrecision(15)));
}
