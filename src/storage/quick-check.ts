import { type Kysely, sql } from 'kysely';
import { QingdanError, shown } from '#errors.js';
import { storageFault } from './faults.js';
import type { Tables } from './schema.js';

/**
 * Reads every page of a SQLite file and looks whether they hang together; takes a second for some hundred megabytes.
 * @throws QingdanError QD-STORAGE naming the file
 */
export async function quickCheck(db: Kysely<Tables>, path: string): Promise<void> {
  let said: string | undefined;
  try {
    const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db);
    said = rows[0]?.quick_check;
  } catch (error) {
    throw storageFault(path, error);
  }
  if (said === 'ok') return;
  throw new QingdanError(
    'QD-STORAGE',
    `${path} 已损坏（自检：${shown(said ?? '没有结果')}），请停下服务，把它换回最近的备份`,
  );
}
