import type { Kysely, Migration } from 'kysely';

/** Full texts that an office attached to documents. */
export const fullTexts: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('full_text')
      .addColumn('document_id', 'text', (c) => c.primaryKey())
      .addColumn('hash', 'text', (c) => c.notNull().references('content.hash'))
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('actor', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .execute();
  },
};
