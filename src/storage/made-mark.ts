import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { QingdanError } from '#errors.js';
import { fileFault } from './faults.js';

/** Name of the file in the data folder that says a store was made here. */
export const MADE_FILE = 'qingdan.made';

const TEXT =
  '这个文件夹的数据库已经建好。数据库以后要是变空或不见了，程序凭这个文件发现，不会悄悄另建一个空的。\n';

/** Whether a store was made in this data folder; asked before the database is looked into. */
export const isMade = (dataDir: string): boolean => existsSync(join(dataDir, MADE_FILE));

/** Notes that the store is made, once it is. @throws QingdanError QD-READ-ONLY, QD-DISK-FULL, QD-STORAGE */
export function markMade(dataDir: string): void {
  const path = join(dataDir, MADE_FILE);
  try {
    if (!existsSync(path)) writeFileSync(path, TEXT, { mode: 0o600 });
  } catch (cause) {
    throw fileFault(path, cause);
  }
}

/** What to say of a database that was here and holds nothing any more. */
export const emptied = (where: string, dataDir: string): QingdanError =>
  new QingdanError(
    'QD-STORAGE',
    `${where} 是空的或不见了，而这里原来有过数据，没有另建；请换回最近的备份，确实要从头开始的，删去 ${join(dataDir, MADE_FILE)}`,
  );
