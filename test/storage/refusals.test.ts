import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAnswerSeals } from '#storage/answer-seals.js';
import { storageFault } from '#storage/faults.js';
import { createAccess } from '#storage/group-commit.js';
import { createKeyedHash } from '#storage/key.js';
import { openStorage } from '#storage/open.js';
import { createQuestionLog } from '#storage/question-log.js';
import { SQLITE_FILE } from '#storage/settings.js';
import { SQLITE_DRIVERS } from '#storage/sqlite.js';
import { question } from './support/records.js';
import { settingsOf } from './support/settings.js';
import { compileWriter, type WriterProgram } from './support/start-writer.js';
import { onEveryStore, rawDatabase } from './support/stores.js';

/** Not root, and nobody's owner. */
const NOBODY = '65534';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingdan-refusal-'));
  chmodSync(folder, 0o755);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(SQLITE_DRIVERS)('a full disk, on %s', (driver) => {
  it('refuses a write with a code, keeps all that was acknowledged, and goes on when there is room again', async () => {
    await (await openStorage(settingsOf(folder), { driver })).close();
    const db = rawDatabase(settingsOf(folder), driver);
    const keyed = createKeyedHash(new Uint8Array(32));
    const log = createQuestionLog(createAccess(db, '测试库'), keyed, createAnswerSeals(keyed));
    // SQLite's own limit of the file's size gives the same error as a disk without room.
    await sql`pragma max_page_count = 60`.execute(db);
    const text = '社区能开证明吗'.repeat(200);
    const kept: string[] = [];
    let refusal: unknown;
    for (let n = 0; refusal === undefined; n++) {
      await log.record(question(`q${n}`, { text })).then(
        () => kept.push(`q${n}`),
        (error: unknown) => {
          refusal = error;
        },
      );
    }
    expect(refusal).toMatchObject({ code: 'QD-DISK-FULL', message: expect.stringContaining('清出空间') });
    expect((await log.list({ limit: 1000 })).map(({ id }) => id).sort()).toEqual(kept.sort());
    await sql`pragma max_page_count = 1000`.execute(db);
    await log.record(question('later', { text }));
    expect(await log.find('later')).not.toBeNull();
    await db.destroy();
  });
});

describe('a folder that may not be written', () => {
  let writer: WriterProgram;
  beforeAll(() => {
    writer = compileWriter();
  });
  afterAll(() => writer.remove());

  it.each(SQLITE_DRIVERS)('is refused with a code and nothing made in it, on %s', async (driver) => {
    const dataDir = join(folder, 'data');
    mkdirSync(dataDir);
    chmodSync(dataDir, 0o555);
    const { said } = writer.run({ DATA_DIR: dataDir, DRIVER: driver, USER_ID: NOBODY });
    expect(await said).toEqual([expect.stringMatching(/^refused QD-(READ-ONLY|STORAGE)$/)]);
    expect(existsSync(join(dataDir, SQLITE_FILE))).toBe(false);
    chmodSync(dataDir, 0o755);
  });

  it.each(SQLITE_DRIVERS)(
    'is refused where a store is in it, which stays as it was, on %s',
    async (driver) => {
      const storage = await openStorage(settingsOf(folder), { driver });
      await storage.questions.record(question('kept'));
      await storage.close();
      for (const name of ['secret.key', SQLITE_FILE]) chmodSync(join(folder, name), 0o444);
      chmodSync(folder, 0o555);
      const { said } = writer.run({ DATA_DIR: folder, DRIVER: driver, USER_ID: NOBODY, LAST: '8' });
      expect((await said).at(-1)).toMatch(/^refused QD-(READ-ONLY|STORAGE)$/);
      expect((await said).filter((line) => line.startsWith('answer'))).toEqual([]);
      chmodSync(folder, 0o755);
      chmodSync(join(folder, SQLITE_FILE), 0o600);
      const again = await openStorage(settingsOf(folder), { driver });
      expect(await again.questions.list({ limit: 10 })).toMatchObject([{ id: 'kept' }]);
      await again.close();
    },
  );

  it('is refused where a file is in its place', async () => {
    writeFileSync(join(folder, 'data'), '');
    await expect(openStorage(settingsOf(join(folder, 'data')))).rejects.toMatchObject({
      code: 'QD-STORAGE',
      message: expect.stringContaining('QINGDAN_DATA_DIR'),
    });
  });
});

describe('a database that isn’t one', () => {
  it.each(SQLITE_DRIVERS)('is refused and left as it is, on %s', async (driver) => {
    writeFileSync(join(folder, SQLITE_FILE), '不是数据库'.repeat(500));
    await expect(openStorage(settingsOf(folder), { driver })).rejects.toMatchObject({
      code: 'QD-STORAGE',
      message: expect.stringContaining('备份'),
    });
  });

  it.each(['mysql://a:geheim@b/c', '不是网址 geheim', 'postgres'])(
    'is refused by its URL 「%s」, which isn’t repeated',
    async (url) => {
      const opening = openStorage(settingsOf(folder, url));
      await expect(opening).rejects.toMatchObject({ code: 'QD-CONFIG' });
      await expect(opening).rejects.not.toThrow('geheim');
    },
  );

  it('is refused where no server answers, without its password', async () => {
    const opening = openStorage(settingsOf(folder, 'postgres://a:geheim@127.0.0.1:1/c'));
    await expect(opening).rejects.toMatchObject({
      code: 'QD-STORAGE',
      message: expect.stringContaining('连不上'),
    });
    await expect(opening).rejects.not.toThrow('geheim');
  });
});

/** A SQLite file has no such switch of its own; the rights of its folder are tested above. */
onEveryStore(
  'a database turned read-only',
  (fresh) => {
    it('refuses writes with a code, still reads, and takes writes again afterwards', async () => {
      const { storage, open, sql: run } = await fresh();
      const role = 'alter role qingdan';
      await storage.questions.record(question('q0'));
      await run(`${role} set default_transaction_read_only = on`);
      const other = await open();
      await expect(other.questions.record(question('q1'))).rejects.toMatchObject({ code: 'QD-READ-ONLY' });
      expect(await other.questions.find('q0')).not.toBeNull();
      await run(`begin read write; ${role} reset default_transaction_read_only; commit`);
      const third = await open();
      await third.questions.record(question('q1'));
      expect((await third.questions.list({ limit: 10 })).map(({ id }) => id)).toEqual(['q0', 'q1']);
    });
  },
  ['PostgreSQL'],
);

describe('what a database says', () => {
  it.each([
    ['ENOSPC', 'QD-DISK-FULL'],
    ['SQLITE_FULL', 'QD-DISK-FULL'],
    ['53100', 'QD-DISK-FULL'],
    ['SQLITE_READONLY_DIRECTORY', 'QD-READ-ONLY'],
    ['EROFS', 'QD-READ-ONLY'],
    ['25006', 'QD-READ-ONLY'],
    ['SQLITE_BUSY', 'QD-STORAGE'],
    ['57P01', 'QD-STORAGE'],
    ['28P01', 'QD-STORAGE'],
    ['SQLITE_IOERR_WRITE', 'QD-STORAGE'],
    ['XX000', 'QD-STORAGE'],
  ])('with the code %s becomes %s, in one Chinese line', (code, expected) => {
    const fault = storageFault('测试库', Object.assign(new Error('some\nthing'), { code }));
    expect(fault.code).toBe(expected);
    expect(fault.message).toMatch(/^[^\n]*测试库[^\n]*\p{Script=Han}[^\n]*$/u);
  });
});
