import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { NO_OFFICE_LISTS, type OfficeLists, officeLists } from '#app/open.js';
import { readSettings } from '#config/load.js';
import { isMade } from '#storage/made-mark.js';
import type { Act, Storage } from '#storage/ports.js';
import { SQLITE_FILE, type StorageSettings, storageSettings } from '#storage/settings.js';

/** The store's settings from the configuration file and the environment. @throws QingdanError QD-CONFIG, QD-FILE, QD-YAML */
export function configuredStorage(): StorageSettings {
  return storageSettings(process.env, readSettings(process.env).settings.dataDir);
}

/**
 * Does something with the store that is configured and closes it. A missing one is made where `make` says so, else
 * refused. @throws as `openStorage`
 */
export async function withStorage<T>(
  work: (storage: Storage) => Promise<T>,
  { make = false, check = false }: { make?: boolean; check?: boolean } = {},
): Promise<T> {
  const { openStorage } = await import('#storage/open.js');
  const storage = await openStorage(configuredStorage(), { mustExist: !make, check });
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}

/** The same where the store is there, which is not made for the sake of reading; null where it isn't. @throws as `openStorage` */
export async function ifStored<T>(
  work: (storage: Storage) => Promise<T>,
  options: { check?: boolean } = {},
): Promise<T | null> {
  const { dataDir, databaseUrl } = configuredStorage();
  const isThere = databaseUrl !== undefined || existsSync(join(dataDir, SQLITE_FILE));
  // Without a store there is no need to load its libraries either, which takes longer than most commands.
  return isThere || isMade(dataDir) ? withStorage(work, options) : null;
}

/** What the office has loaded into the store that is configured; nothing where there is no store. @throws as `openStorage` */
export async function loadedLists(): Promise<OfficeLists> {
  return (await ifStored(officeLists)) ?? NO_OFFICE_LISTS;
}

/** Who runs a command, now, as the audit log names them. */
export function commandAct(): Act {
  return { at: new Date().toISOString(), actor: `命令行：${accountName()}` };
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number without an account.
    return String(process.getuid?.() ?? '未知');
  }
}
