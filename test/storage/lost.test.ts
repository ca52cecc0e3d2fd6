import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KEY_FILE } from '#storage/key.js';
import { MADE_FILE } from '#storage/made-mark.js';
import { openStorage } from '#storage/open.js';
import { SQLITE_FILE } from '#storage/settings.js';
import { question } from './support/records.js';
import { settingsOf } from './support/settings.js';

let folder: string;
const file = () => join(folder, SQLITE_FILE);
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qingdan-lost-'));
  const storage = await openStorage(settingsOf(folder));
  await Promise.all(Array.from({ length: 2_000 }, (_, i) => storage.questions.record(question(`q${i}`))));
  await storage.close();
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Overwrites three pages, as a bad disk does. */
function spoilPages(): void {
  const handle = openSync(file(), 'r+');
  const pages = Math.floor(statSync(file()).size / 4096);
  for (const share of [0.3, 0.5, 0.7]) {
    writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, Math.floor(pages * share) * 4096);
  }
  closeSync(handle);
}

describe('a store that was lost', () => {
  it('whose pages are bad is noticed at the start, by the name of its file', async () => {
    spoilPages();
    await expect(openStorage(settingsOf(folder), { check: true })).rejects.toMatchObject({
      code: 'QD-STORAGE',
      message: expect.stringContaining(`${file()} 已损坏`),
    });
  });

  it('whose pages go bad while it is open takes nothing more, once that has shown', async () => {
    const storage = await openStorage(settingsOf(folder));
    await storage.probe('before');
    spoilPages();
    const readAll = async () => {
      for (let i = 0; i < 2_000; i++) await storage.questions.find(`q${i}`);
    };
    await expect(readAll()).rejects.toMatchObject({ code: 'QD-STORAGE' });
    await expect(storage.probe('after')).rejects.toMatchObject({ code: 'QD-STORAGE' });
    await storage.close();
  });

  it.each([
    ['is empty', () => truncateSync(file(), 0)],
    ['has gone', () => rmSync(file())],
  ])('whose database %s isn’t made anew', async (_, lose) => {
    lose();
    await expect(openStorage(settingsOf(folder))).rejects.toMatchObject({
      code: 'QD-STORAGE',
      message: expect.stringMatching(new RegExp(`${SQLITE_FILE} 是空的或不见了.*${MADE_FILE}`)),
    });
    expect(!existsSync(file()) || statSync(file()).size === 0).toBe(true);
    rmSync(join(folder, MADE_FILE));
    await (await openStorage(settingsOf(folder))).close();
  });

  it('whose key has gone gets no other one', async () => {
    const key = join(folder, KEY_FILE);
    copyFileSync(key, `${key}.kept`);
    rmSync(key);
    await expect(openStorage(settingsOf(folder))).rejects.toMatchObject({
      code: 'QD-KEY',
      message: expect.stringContaining(key),
    });
    expect(existsSync(key)).toBe(false);
    // The key may live elsewhere.
    const elsewhere = { ...settingsOf(folder), keyFile: `${key}.kept` };
    const storage = await openStorage(elsewhere);
    expect((await storage.audit.verify()).findings).toEqual([]);
    await storage.close();
  });
});
