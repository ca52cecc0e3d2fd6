import { userInfo } from 'node:os';
import { readSettings } from '../config/load.js';
import { openStorage } from '../storage/open.js';
import type { Act, Storage } from '../storage/ports.js';
import { type StorageSettings, storageSettings } from '../storage/settings.js';

/** The store's settings from the configuration file and the environment. @throws QingdanError QD-CONFIG, QD-FILE, QD-YAML */
export function configuredStorage(): StorageSettings {
  return storageSettings(process.env, readSettings(process.env).settings.dataDir);
}

/** Does something with the store that is configured, which must be there, and closes it. @throws as `openStorage` */
export async function withStorage<T>(work: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage(configuredStorage(), { mustExist: true });
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
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
