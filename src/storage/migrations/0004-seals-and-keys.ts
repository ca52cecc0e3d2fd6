import { type Kysely, type Migration, sql } from 'kysely';

/** A seal for every answer with their sum, by which a changed or missing one is found; keys of programs that call the API. */
export const sealsAndKeys: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema.alterTable('question').addColumn('seal', 'text').execute();
    await schema
      .createTable('answer_seal')
      .addColumn('id', 'integer', (c) => c.primaryKey().check(sql`id = 1`))
      .addColumn('added', 'integer', (c) => c.notNull())
      .addColumn('removed', 'integer', (c) => c.notNull())
      .addColumn('sum', 'text', (c) => c.notNull())
      .addColumn('signature', 'text', (c) => c.notNull())
      .execute();
    await schema
      .createTable('api_key')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull())
      .addColumn('region', 'text')
      .addColumn('scopes', 'text', (c) => c.notNull())
      .addColumn('per_minute', 'integer', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('revoked_at', 'text')
      .execute();
  },
};
