import { writeCsv } from '#documents/write.js';
import type { ExportedRoom, Field } from './room.js';

/** Rows of CSV made at once. */
const AT_ONCE = 500;

/** A CSV as spreadsheets of Chinese Windows open it, piece by piece: BOM, header, CRLF, nothing that is run. */
export async function* csvLines(
  { columns }: Pick<ExportedRoom, 'columns'>,
  rows: AsyncIterable<readonly Field[]>,
): AsyncGenerator<Uint8Array> {
  let waiting: string[][] = [columns.map(([name]) => name)];
  let first = true;
  const piece = () => {
    const bytes = writeCsv(waiting);
    waiting = [];
    // The mark stands once, at the beginning.
    const part = first ? bytes : bytes.subarray(3);
    first = false;
    return part;
  };
  for await (const row of rows) {
    waiting.push(row.map((field) => (field === null ? '' : String(field))));
    if (waiting.length >= AT_ONCE) yield piece();
  }
  if (waiting.length > 0) yield piece();
}

/** JSON, one object a line (JSON Lines, UTF-8, no BOM), with the columns' names as keys. */
export async function* jsonLines(
  { columns }: Pick<ExportedRoom, 'columns'>,
  rows: AsyncIterable<readonly Field[]>,
): AsyncGenerator<Uint8Array> {
  for await (const row of rows) {
    const fields = columns.map(([name], i) => [name, row[i] ?? null]);
    yield Buffer.from(`${JSON.stringify(Object.fromEntries(fields))}\n`);
  }
}
