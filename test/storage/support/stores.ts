import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery, type Kysely } from 'kysely';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { openStorage } from '#storage/open.js';
import type { Storage } from '#storage/ports.js';
import { openPostgres } from '#storage/postgres.js';
import type { Tables } from '#storage/schema.js';
import { SQLITE_FILE, type StorageSettings } from '#storage/settings.js';
import { openSqlite, SQLITE_DRIVERS, type SqliteDriverName } from '#storage/sqlite.js';
import { type PostgresServer, startPostgres } from './postgres-server.js';
import { settingsOf } from './settings.js';

export interface TestStore {
  readonly settings: StorageSettings;
  /** undefined on PostgreSQL. */
  readonly driver: SqliteDriverName | undefined;
  /** The store as the program has it; `open` gives a second one over the same data. */
  readonly storage: Storage;
  open(): Promise<Storage>;
  /** Runs a statement behind the store's back and gives its rows. */
  sql(statement: string): Promise<Record<string, unknown>[]>;
}

const KINDS = [...SQLITE_DRIVERS, 'PostgreSQL'] as const;

/** Runs a suite on every database that the store can be kept in; `fresh` makes an empty store. */
export function onEveryStore(
  name: string,
  suite: (fresh: () => Promise<TestStore>) => void,
  kinds: readonly (typeof KINDS)[number][] = KINDS,
): void {
  describe.each(kinds)(`${name}, on %s`, (kind) => {
    let server: PostgresServer | undefined;
    const open: Storage[] = [];
    const folders: string[] = [];
    if (kind === 'PostgreSQL') {
      beforeAll(async () => {
        server = await startPostgres();
      });
      afterAll(() => server?.stop());
    }
    afterEach(async () => {
      for (const storage of open.splice(0)) await storage.close();
      for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
    });

    suite(async () => {
      const dataDir = newFolder();
      folders.push(dataDir);
      const settings = settingsOf(dataDir, await server?.emptyDatabase());
      const driver = kind === 'PostgreSQL' ? undefined : kind;
      const opened = async () => {
        const storage = await openStorage(settings, { driver });
        open.push(storage);
        return storage;
      };
      return {
        settings,
        driver,
        storage: await opened(),
        open: opened,
        sql: (statement) => runSql(settings, statement, driver),
      };
    });
  });
}

/** An empty folder, in memory where the system has such a place: hundreds of commits needn't wait for a disk. */
export function newFolder(): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'qingdan-store-'));
}

/**
 * The database of a store, without the store's own code around it. One process may have a file open through one driver
 * only: two copies of SQLite take each other's locks off it.
 */
export function rawDatabase(
  { dataDir, databaseUrl }: StorageSettings,
  driver?: SqliteDriverName,
): Kysely<Tables> {
  if (databaseUrl !== undefined) return openPostgres(databaseUrl).db;
  return openSqlite(join(dataDir, SQLITE_FILE), driver).db;
}

/** Takes away all that a closed store holds, its tables too. */
export async function emptied(settings: StorageSettings, driver?: SqliteDriverName): Promise<void> {
  if (settings.databaseUrl === undefined) rmSync(join(settings.dataDir, SQLITE_FILE));
  else await runSql(settings, 'drop schema public cascade; create schema public', driver);
}

async function runSql(
  settings: StorageSettings,
  statement: string,
  driver?: SqliteDriverName,
): Promise<Record<string, unknown>[]> {
  const db = rawDatabase(settings, driver);
  try {
    return (await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(statement))).rows;
  } finally {
    await db.destroy();
  }
}
