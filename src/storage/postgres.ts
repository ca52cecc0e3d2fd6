import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { QingdanError } from '#errors.js';
import type { Tables } from './schema.js';

/** Connections of one program: writes go through one at a time, reads beside them. */
const MOST_CONNECTIONS = 8;
const CONNECT_TIMEOUT_MS = 5000;
/** A server that is frozen would otherwise keep whoever waits for it for ever; a backup's longest query takes less. */
const QUERY_TIMEOUT_MS = 10_000;

/**
 * A PostgreSQL database by its URL. Nothing is connected before the first query.
 * @param patience milliseconds for a query @throws QingdanError QD-CONFIG
 */
export function openPostgres(
  url: string,
  patience: number = QUERY_TIMEOUT_MS,
): { db: Kysely<Tables>; where: string } {
  const where = placeOf(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    // The first ends what the server works on for too long, the second the wait for a server that says nothing at all.
    statement_timeout: patience,
    query_timeout: patience + 500,
    // What a program that died or froze inside a transaction has locked.
    idle_in_transaction_session_timeout: 3 * patience,
    keepAlive: true,
    application_name: 'qingdan',
  });
  // A connection that breaks while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  const dialect = new PostgresDialect({
    pool,
    // What was acknowledged must be on disk, whatever the server's own setting is.
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw('set synchronous_commit to on'));
    },
  });
  return { db: new Kysely({ dialect }), where };
}

/** Host and database in words: the URL without user and password. */
function placeOf(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url);
    if (protocol === 'postgres:' || protocol === 'postgresql:') return `PostgreSQL ${host}${pathname}`;
  } catch {
    // Told below, without repeating a value that may hold a password.
  }
  throw new QingdanError(
    'QD-CONFIG',
    'QINGDAN_DATABASE_URL 的写法不对，请写成 postgres://用户:密码@主机:5432/库名；用自带的 SQLite 时不要设它',
  );
}
