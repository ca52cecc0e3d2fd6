import type { Kysely, Migration } from 'kysely';
import { expect, it } from 'vitest';
import { migrate } from '#storage/migrate.js';
import { MIGRATIONS } from '#storage/migrations/index.js';
import { TABLE_KEYS } from '#storage/schema.js';
import { question } from './support/records.js';
import { onEveryStore, rawDatabase } from './support/stores.js';

/** As a later version of the program may add its tables. */
const applications: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('application')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('question_id', 'text', (c) => c.references('question.id').onDelete('set null'))
      .execute();
  },
};
const failing: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.createTable('half').addColumn('id', 'text').execute();
    throw new Error('no further');
  },
};

onEveryStore('migrations', (fresh) => {
  it('make every table that the store knows', async () => {
    const { settings, driver } = await fresh();
    const db = rawDatabase(settings, driver);
    const tables = (await db.introspection.getTables()).map(({ name }) => name);
    await db.destroy();
    expect(tables).toEqual(expect.arrayContaining(Object.keys(TABLE_KEYS)));
  });

  it('add tables of a later version to a store in use, whose records stay', async () => {
    const { storage, settings, driver, sql } = await fresh();
    await storage.questions.record(question('q1'));
    const db = rawDatabase(settings, driver);
    await migrate(db, '测试库', { ...MIGRATIONS, '9002-applications': applications });
    await db.destroy();
    await sql("insert into application values ('a1', 'q1')");
    expect(await storage.questions.find('q1')).toMatchObject({ id: 'q1' });
  });

  it('leave nothing behind where one of them fails', async () => {
    const { settings, driver } = await fresh();
    const db = rawDatabase(settings, driver);
    const later = { ...MIGRATIONS, '9002-applications': applications, '9001-failing': failing };
    await expect(migrate(db, '测试库', later)).rejects.toMatchObject({ code: 'QD-STORAGE' });
    const tables = (await db.introspection.getTables()).map(({ name }) => name);
    await db.destroy();
    expect(tables).not.toContain('half');
    expect(tables).not.toContain('application');
  });

  it('refuse a store that a newer program has made', async () => {
    const { settings, driver, open } = await fresh();
    const db = rawDatabase(settings, driver);
    await migrate(db, '测试库', { ...MIGRATIONS, '9002-applications': applications });
    await db.destroy();
    await expect(open()).rejects.toMatchObject({
      code: 'QD-STORAGE',
      message: expect.stringContaining('升级'),
    });
  });

  it('run once when several programs start at the same moment', async () => {
    const { open } = await fresh();
    const stores = await Promise.all([open(), open(), open()]);
    await stores[2]?.questions.record(question('q1'));
    expect(await stores[0]?.questions.find('q1')).toMatchObject({ id: 'q1' });
  });
});
