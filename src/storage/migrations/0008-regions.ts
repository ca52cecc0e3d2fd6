import type { Kysely, Migration } from 'kysely';

/** An office's own list of townships, streets, villages and communities, every version of it. */
export const regionLists: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('region_list')
      .addColumn('number', 'integer', (c) => c.primaryKey())
      .addColumn('hash', 'text', (c) => c.notNull().references('content.hash'))
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('actor', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .execute();
  },
};
