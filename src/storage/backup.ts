import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { QingdanError, shown } from '#errors.js';
import { copyTables } from './copy-tables.js';
import { faultCode, fileFault, storageFault } from './faults.js';
import type { Access } from './group-commit.js';
import { migrate } from './migrate.js';
import type { Tables } from './schema.js';
import { openSqlite } from './sqlite.js';

/**
 * Writes a whole copy of the store, one moment of it, to a new SQLite file, which is complete or not there. Others go on
 * writing meanwhile. The copy of a PostgreSQL database is a SQLite file too.
 * @throws QingdanError QD-FILE where the file exists already; QD-READ-ONLY, QD-DISK-FULL, QD-STORAGE
 */
export async function backup(access: Access, kind: 'sqlite' | 'postgres', file: string): Promise<void> {
  const target = resolve(file);
  if (existsSync(target)) {
    throw new QingdanError('QD-FILE', `文件 ${shown(target)} 已存在，备份不覆盖旧文件，请换一个文件名`);
  }
  const half = `${target}.part`;
  try {
    await access.settled();
    removeDatabase(half);
    if (kind === 'sqlite') await access.read((db) => sql`vacuum into ${half}`.execute(db));
    else await access.read((db) => copyToFile(db, half));
    await checkCopy(half);
    sync(half);
    renameSync(half, target);
    sync(dirname(target));
  } catch (error) {
    // On SQLite it is the copy that had no room, not the store it was read from.
    if (kind === 'sqlite' && error instanceof QingdanError && error.cause !== undefined) {
      throw fileFault(target, error.cause);
    }
    throw error instanceof QingdanError ? error : fileFault(target, error);
  } finally {
    removeDatabase(half);
  }
}

async function copyToFile(from: Kysely<Tables>, path: string): Promise<void> {
  const { db: to } = openSqlite(path);
  try {
    await migrate(to, path);
    await copyTables(from, to);
  } catch (error) {
    // Errors of the database that is read are told by whoever reads it.
    throw faultCode(error).startsWith('SQLITE') ? storageFault(path, error) : error;
  } finally {
    await to.destroy();
  }
}

/** Opening the copy also moves its write-ahead log into the file itself. */
async function checkCopy(path: string): Promise<void> {
  const { db } = openSqlite(path);
  try {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
    if (rows.length !== 1 || rows[0]?.integrity_check !== 'ok') {
      throw new QingdanError('QD-STORAGE', `备份 ${path} 自检不过，没有保存，请检查磁盘`);
    }
  } catch (error) {
    throw storageFault(path, error);
  } finally {
    await db.destroy();
  }
}

function removeDatabase(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true });
}

/** A file, or the entry of a file in its folder, is on disk afterwards. */
function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
