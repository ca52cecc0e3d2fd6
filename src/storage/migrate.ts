import { setTimeout } from 'node:timers/promises';
import { type Kysely, type Migration, Migrator } from 'kysely';
import { QingdanError, shown } from '#errors.js';
import { isBusy, storageFault } from './faults.js';
import { MIGRATIONS } from './migrations/index.js';

/** Ten seconds in all: longer than any migration of one of these tables takes. */
const ATTEMPTS = 100;
const PAUSE_MS = 100;

/**
 * Brings the tables up to date: all migrations that are due, or none. Programs starting at once wait for each other.
 * @throws QingdanError QD-STORAGE where a newer program has made the tables; QD-READ-ONLY, QD-DISK-FULL
 */
export async function migrate<T>(
  db: Kysely<T>,
  where: string,
  migrations: Readonly<Record<string, Migration>> = MIGRATIONS,
): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve({ ...migrations }) };
  let error: unknown;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    ({ error } = await new Migrator({ db, provider }).migrateToLatest());
    if (error === undefined) return;
    // Kysely's own small tables are made outside the transaction and meet another program that is just starting.
    if (!isBusy(error)) break;
    await setTimeout(PAUSE_MS);
  }
  // Kysely's words for tables that know a migration this program doesn't.
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
    throw new QingdanError(
      'QD-STORAGE',
      `${where} 是更新版本的程序建的，请升级本程序：${shown(error.message)}`,
      {
        cause: error,
      },
    );
  }
  throw storageFault(where, error);
}
