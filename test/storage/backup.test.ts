import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { KEY_FILE } from '#storage/key.js';
import { openStorage } from '#storage/open.js';
import { SQLITE_FILE } from '#storage/settings.js';
import { at, document, question, screening, WANG } from './support/records.js';
import { settingsOf } from './support/settings.js';
import { onEveryStore } from './support/stores.js';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-backup-'));
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

onEveryStore('a backup', (fresh) => {
  it('is a store with everything in it', async () => {
    const { storage, settings } = await fresh();
    // More rows than are carried over at once.
    await Promise.all(Array.from({ length: 1200 }, (_, i) => storage.questions.record(question(`q${i}`))));
    await storage.feedback.record({ questionId: 'q7', person: WANG, useful: true, comment: null, at: at(1) });
    await storage.screenings.record(screening('s1'));
    await storage.lists.publish([document('a', ['甲'])], {
      at: at(2),
      actor: '示例街道',
      source: '清单.xlsx',
    });
    const restored = newFolder();
    await storage.backup(join(restored, SQLITE_FILE));
    copyFileSync(join(settings.dataDir, KEY_FILE), join(restored, KEY_FILE));
    const copy = await openStorage(settingsOf(restored));
    try {
      const all = { limit: 1000, after: { at: at(0), id: 'q7' } };
      expect(await copy.questions.list(all)).toEqual(await storage.questions.list(all));
      expect(await copy.users.export(WANG)).toEqual(await storage.users.export(WANG));
      expect(await copy.lists.current()).toEqual(await storage.lists.current());
      expect(await copy.audit.verify()).toEqual(await storage.audit.verify());
    } finally {
      await copy.close();
    }
  });

  it('is one moment of a store that others go on writing to', async () => {
    const { storage, open, settings } = await fresh();
    const other = await open();
    let going = true;
    let written = 0;
    const writing = (async () => {
      while (going) {
        await other.questions.record(question(`q${written}`));
        await other.audit.append({
          at: at(0),
          actor: '示例街道',
          action: 'example',
          subject: `q${written}`,
          detail: {},
        });
        written++;
      }
    })();
    const restored = newFolder();
    await expect.poll(() => written).toBeGreaterThan(20);
    await storage.backup(join(restored, SQLITE_FILE));
    going = false;
    await writing;
    copyFileSync(join(settings.dataDir, KEY_FILE), join(restored, KEY_FILE));
    const copy = await openStorage(settingsOf(restored));
    try {
      const { rows, findings } = await copy.audit.verify();
      expect(findings).toEqual([]);
      const questions = await copy.questions.list({ limit: 1000 });
      expect(questions.length - rows).toBeOneOf([0, 1]);
    } finally {
      await copy.close();
    }
  });

  it('never writes over a file', async () => {
    const { storage } = await fresh();
    const file = join(newFolder(), 'backup.db');
    writeFileSync(file, '别的');
    await expect(storage.backup(file)).rejects.toMatchObject({ code: 'QD-FILE' });
  });

  it('leaves no half a file where it can’t be written', async () => {
    const { storage } = await fresh();
    const file = join(newFolder(), 'missing', 'backup.db');
    await expect(storage.backup(file)).rejects.toMatchObject({ code: expect.stringMatching(/^QD-/) });
    expect(existsSync(`${file}.part`)).toBe(false);
  });
});
