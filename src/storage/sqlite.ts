import { chmodSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
  type TransactionSettings,
} from 'kysely';
import { QingdanError } from '#errors.js';
import { isBusy, storageFault } from './faults.js';
import type { Tables } from './schema.js';

/** Drivers with the same interface: the first is compiled where a compiler is, the second comes prebuilt. */
export const SQLITE_DRIVERS = ['better-sqlite3', 'libsql'] as const;
export type SqliteDriverName = (typeof SQLITE_DRIVERS)[number];

/** How long opening waits for another program, in milliseconds. */
const OPENING_WAIT_MS = 5000;
/** How long one statement may hold up this program while it waits for another; a commit takes a few milliseconds. */
const STATEMENT_WAIT_MS = 5;
/** A write waits for another program's up to 5 s, letting this program go on between its attempts. */
const WRITE_WAIT_MS = 5000;
/** Between two attempts; a millisecond longer each time up to this, so that whoever waits soon has its turn. */
const LONGEST_PAUSE_MS = 10;
/** Prepared statements kept; the store has about sixty. */
const STATEMENTS = 200;

type Database = SqliteDatabase & { exec(sql: string): unknown };
type DatabaseClass = new (path: string) => Database;

/**
 * A database file, made where there is none: write-ahead log with a sync at every commit, foreign keys on, deleted
 * content overwritten. @throws QingdanError QD-STORAGE, QD-READ-ONLY, QD-DISK-FULL
 */
export function openSqlite(
  path: string,
  prefer?: SqliteDriverName,
): { db: Kysely<Tables>; driver: SqliteDriverName } {
  const { Database, name } = loadDriver(prefer);
  try {
    const isNew = !existsSync(path);
    const database = new Database(path);
    // The log and the index beside the file take its mode.
    if (isNew) chmodSync(path, 0o600);
    database.exec(`pragma busy_timeout = ${OPENING_WAIT_MS}`);
    const [mode] = database.prepare('pragma journal_mode = wal').all([]);
    if (JSON.stringify(mode) !== '{"journal_mode":"wal"}') {
      throw new QingdanError('QD-STORAGE', `${path} 所在的磁盘不支持 SQLite 的日志方式，请换到本机磁盘`);
    }
    database.exec('pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on');
    database.exec(`pragma busy_timeout = ${STATEMENT_WAIT_MS}`);
    return { db: new Kysely({ dialect: new LocalDialect({ database: withCache(database) }) }), driver: name };
  } catch (error) {
    throw storageFault(path, error);
  }
}

function loadDriver(prefer?: SqliteDriverName): { Database: DatabaseClass; name: SqliteDriverName } {
  const require = createRequire(import.meta.url);
  const causes: unknown[] = [];
  for (const name of prefer === undefined ? SQLITE_DRIVERS : [prefer]) {
    try {
      const Database = require(name) as DatabaseClass;
      // better-sqlite3 looks for its compiled part only when a database is opened.
      new Database(':memory:').close();
      return { Database, name };
    } catch (cause) {
      causes.push(cause);
    }
  }
  throw new QingdanError(
    'QD-STORAGE',
    '没有可用的 SQLite（better-sqlite3 和 libsql 都装不上），请重新运行 npm install，或设 QINGDAN_DATABASE_URL 改用 PostgreSQL',
    { cause: new AggregateError(causes) },
  );
}

/** Kysely prepares a statement each time it is used; the store uses the same few all the time. */
function withCache(database: Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const statement = database.prepare(sql);
      // Statements of migrations and of a changing number of parameters would otherwise pile up.
      if (statements.size >= STATEMENTS) statements.clear();
      statements.set(sql, statement);
      return statement;
    },
  };
}

class LocalDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#config);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/**
 * Takes the write lock when a transaction begins: one that reads first and writes later would be refused at once, without
 * waiting, when another program has written between.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
    await whileBusy(() => connection.executeQuery(CompiledQuery.raw(begin)));
  }

  /** SQLite has undone the transaction by itself after a full disk; the error to be told is that one. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error;
    }
  }
}

/** Tries again while another program holds the write lock. */
async function whileBusy<T>(work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() - start > WRITE_WAIT_MS || !isBusy(error)) throw error;
      await setTimeout(Math.min(attempt, LONGEST_PAUSE_MS));
    }
  }
}

/** SQLite undoes changes of tables with the transaction, which Kysely's own adapter doesn't use. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
