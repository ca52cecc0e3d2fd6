import writeXlsxFile from 'write-excel-file/browser';
import type { Column } from './record-table.js';
import { save } from './save.js';

/** The rows of a table as a workbook. Every cell is text: nothing that somebody wrote becomes a formula. */
export async function saveSheet<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<void> {
  const head = columns.map(({ title }) => ({ value: title, fontWeight: 'bold' as const, type: String }));
  const body = rows.map((row) => columns.map(({ text }) => ({ value: text(row), type: String, wrap: true })));
  const widths = columns.map(({ width = 240 }) => ({ width: Math.round(width / 7) }));
  const file = await writeXlsxFile([head, ...body], { columns: widths }).toBlob();
  save(`${name}.xlsx`, file);
}
