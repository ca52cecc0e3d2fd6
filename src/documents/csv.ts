import { type Info, parse } from 'csv-parse/sync';
import { QingdanError, shown } from '#errors.js';
import type { Block, TableRow } from './content.js';
import { decodeText } from './encoding.js';
import { plainCell } from './formula-safe.js';
import { Allowance, type ReadLimits } from './limits.js';

const DELIMITERS = [',', '\t', ';', '，'] as const;
/** UTF-16 units looked at to tell the delimiter: some twenty lines. */
const SAMPLE = 4_000;
/** Cells of a row that may be as long as a cell may be; a file without line ends is one row. */
const MOST_FULL_CELLS = 50;

/** One table of all rows; a quoted cell may hold line ends. @throws QingdanError QD-FILE-TYPE, QD-FILE-BROKEN, QD-FILE-LIMIT */
export async function readCsv(bytes: Uint8Array, limits: ReadLimits): Promise<Block[]> {
  const allowance = new Allowance(limits);
  const text = decodeText(bytes);
  const rows: TableRow[] = [];
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
      info: true,
      max_record_size: limits.cell * MOST_FULL_CELLS,
      on_record: (parsed: unknown) => {
        const { record, info } = parsed as { record: string[]; info: Info };
        const cells = record.map((cell) => plainCell(cell));
        while (cells.at(-1) === '') cells.pop();
        // `lines` is where a record ends; with line ends inside its cells it starts further up.
        const inside = record.reduce((count, cell) => count + (cell.match(/\n/g)?.length ?? 0), 0);
        const line = info.lines - inside;
        if (cells.length === 0) return null;
        allowance.row('表格', line, cells);
        rows.push({ line, cells, continued: [] });
        return null;
      },
    });
  } catch (cause) {
    if (cause instanceof QingdanError) throw cause;
    if (cause instanceof Error && 'code' in cause && cause.code === 'CSV_MAX_RECORD_SIZE') {
      throw new QingdanError('QD-FILE-LIMIT', 'CSV 有一行太长，多半是缺了换行或少了半个引号，请核对后再试', {
        cause,
      });
    }
    const reason = cause instanceof Error ? shown(cause.message) : '未知原因';
    throw new QingdanError('QD-FILE-BROKEN', `CSV 的引号或分隔符不成对：${reason}，请用表格软件重新另存`, {
      cause,
    });
  }
  return rows.length === 0 ? [] : [{ type: 'table', name: '表格', rows }];
}

/** The delimiter that stands most often in the first lines, outside quotes. */
function delimiterOf(text: string): string {
  const sample = text.slice(0, SAMPLE).replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => sample.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
