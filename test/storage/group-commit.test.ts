import { describe, expect, it } from 'vitest';
import { createAccess } from '#storage/group-commit.js';
import { onEveryStore, rawDatabase, type TestStore } from './support/stores.js';

onEveryStore('writes in groups', (fresh) => {
  const opened = async () => {
    const store: TestStore = await fresh();
    const db = rawDatabase(store.settings, store.driver);
    const put = (name: string) => (trx: typeof db) =>
      trx.insertInto('meta').values({ name, value: 'x' }).execute();
    const names = async () =>
      (await store.sql("select name from meta where name like 'n%' order by name")).map(({ name }) => name);
    return { db, access: createAccess(db, '测试库'), put, names };
  };

  it('keeps all of many writes, each with its own result', async () => {
    const { db, access, put, names } = await opened();
    const results = await Promise.all(
      Array.from({ length: 600 }, (_, i) =>
        access.write(async (trx) => {
          await put(`n${String(i).padStart(3, '0')}`)(trx);
          return i;
        }),
      ),
    );
    expect(results).toEqual(Array.from({ length: 600 }, (_, i) => i));
    expect(await names()).toHaveLength(600);
    await db.destroy();
  });

  it('refuses one write of a group without harm to the others', async () => {
    const { db, access, put, names } = await opened();
    const outcomes = await Promise.allSettled([
      access.write(put('n1')),
      access.write(async (trx) => {
        await put('n2')(trx);
        await put('n1')(trx);
      }),
      access.write(put('n3')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await names()).toEqual(['n1', 'n3']);
    await db.destroy();
  });

  it('has nothing under way once it has settled', async () => {
    const { db, access, put, names } = await opened();
    const writes = [access.write(put('n1')), access.write(put('n2'))];
    await access.settled();
    expect(await names()).toEqual(['n1', 'n2']);
    await Promise.all(writes);
    await db.destroy();
  });
});

describe('a lost connection', () => {
  it('fails every write of its group once, as nobody knows what came through', async () => {
    let attempts = 0;
    const gone = Object.assign(new Error('gone'), { code: 'ECONNRESET' });
    const db = {
      transaction: () => ({
        execute: () => {
          attempts++;
          return Promise.reject(gone);
        },
      }),
    };
    const access = createAccess(db as never, 'PostgreSQL 示例');
    const outcomes = await Promise.allSettled([access.write(async () => 1), access.write(async () => 2)]);
    expect(outcomes).toMatchObject([{ reason: { code: 'QD-STORAGE' } }, { reason: { cause: gone } }]);
    expect(attempts).toBe(1);
  });
});
