import { type Kysely, type Migration, sql } from 'kysely';

/**
 * When each page that people pass on was passed on last. Those of before get the time of the newest row of the audit log,
 * which each of them has before it: an edition is kept before it answers.
 */
export const sharedPages: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('shared_page')
      .addColumn('hash', 'text', (c) => c.primaryKey().references('content.hash').onDelete('cascade'))
      .addColumn('at', 'text', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('shared_page_oldest').on('shared_page').column('at').execute();
    await sql`
      insert into shared_page (hash, at)
      select hash, coalesce((select max(at) from audit), '') from content
      where body like '{"is":"shared-page",%'
    `.execute(db);
  },
};
