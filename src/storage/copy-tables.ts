import { type Kysely, sql } from 'kysely';
import { TABLE_KEYS, type Tables } from './schema.js';

/** Rows carried over at once; eighteen columns of it stay under SQLite's 32,766 parameters. */
const ROWS = 500;
/** Files take megabytes each. */
const FEW_ROWS: ReadonlyMap<keyof Tables, number> = new Map([
  ['case_file', 5],
  ['inspection_photo', 5],
]);

/** Copies one moment of all tables into an empty store with the same tables; all of it or nothing. */
export async function copyTables(from: Kysely<Tables>, to: Kysely<Tables>): Promise<void> {
  await from
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((source) =>
      to.transaction().execute(async (target) => {
        for (const [table, keys] of Object.entries(TABLE_KEYS)) {
          await copyTable(source, target, table as keyof Tables, keys);
        }
      }),
    );
}

async function copyTable(
  source: Kysely<Tables>,
  target: Kysely<Tables>,
  table: keyof Tables,
  keys: readonly string[],
): Promise<void> {
  const atOnce = FEW_ROWS.get(table) ?? ROWS;
  const key = sql.join(keys.map((name) => sql.ref(name)));
  for (let last: Record<string, unknown> | undefined; ; ) {
    const after = last;
    const place =
      after === undefined ? sql`` : sql`where (${key}) > (${sql.join(keys.map((name) => after[name]))})`;
    const { rows } = await sql<
      Record<string, unknown>
    >`select * from ${sql.table(table)} ${place} order by ${key} limit ${atOnce}`.execute(source);
    if (rows.length > 0)
      await target
        .insertInto(table)
        .values(rows as never)
        .execute();
    if (rows.length < atOnce) return;
    last = rows.at(-1);
  }
}
