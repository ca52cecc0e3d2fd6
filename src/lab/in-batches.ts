/** Rows put in at once; of eighteen columns, so that they stay under SQLite's number of parameters. */
const BATCH = 500;

/** Makes as many rows as are wanted and puts them in by batches. */
export async function inBatches<Row>(
  count: number,
  make: (i: number) => Row,
  put: (rows: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < count; from += BATCH) {
    await put(Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => make(from + i)));
  }
}
