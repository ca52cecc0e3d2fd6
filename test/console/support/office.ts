import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { Role } from '#access/roles.js';
import { packagePath } from '#package-root.js';
import { openStorage } from '#storage/open.js';
import { hashPassword } from '#storage/password.js';
import type { Storage } from '#storage/ports.js';
import { settingsOf } from '../../storage/support/settings.js';

export const PASSWORD = '春眠不觉晓处处闻啼鸟';
/** Who works in the office, with where they stand: the whole store, 重庆市渝北区 and below. */
const PEOPLE = [
  ['系统员', 'admin', '000000'],
  ['主管乙', 'county-lead', '500112'],
  ['主管丙', 'county-lead', '500112'],
  ['书记丁', 'secretary', '500112001001'],
  ['社工戊', 'worker', '500112001001'],
  ['审计己', 'auditor', '500000'],
] as const satisfies readonly (readonly [string, Role, string])[];

/** A service as it is installed, on a store of its own. */
export interface Office {
  url: string;
  close(): Promise<void>;
}

/** @param prepare what is in the store before the service starts */
export async function openOffice(
  prepare: (storage: Storage) => Promise<void> = async () => {},
): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-console-'));
  await fill(folder, prepare);
  const child = spawn(process.execPath, [packagePath('dist', 'src', 'cli', 'main.js'), 'serve'], {
    env: {
      ...process.env,
      QINGDAN_PORT: '0',
      QINGDAN_DATA_DIR: folder,
      QINGDAN_WINDOW_REGION: '500112001001',
      QINGDAN_WINDOW_NAME: '样例社区',
    },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      printed += chunk;
    });
  }
  const begun = () => printed.includes('已启动') || child.exitCode !== null;
  await vi.waitUntil(begun, { timeout: 110_000 }).catch(() => child.kill('SIGKILL'));
  const [url] = /http:\/\/[\w.:]+/.exec(printed) ?? [];
  if (url === undefined) throw new Error(`the service did not start: ${printed}`);
  return {
    url,
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function fill(folder: string, prepare: (storage: Storage) => Promise<void>): Promise<void> {
  const storage = await openStorage(settingsOf(folder));
  const root = { id: 'root', name: '本机', role: 'admin', region: '000000' } as const;
  const passwordHash = await hashPassword(PASSWORD);
  for (const [name, role, region] of PEOPLE) {
    const act = { at: '2026-11-23T09:00:00.000Z', actor: '本机' };
    await storage.accounts.add(root, { id: name, name, role, region, passwordHash }, act);
  }
  await prepare(storage);
  await storage.close();
}
