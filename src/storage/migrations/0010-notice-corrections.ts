import type { Kysely, Migration } from 'kysely';

/** What people put right of screenings of notices. */
export const noticeCorrections: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('notice_correction')
      .addColumn('screening_id', 'text', (c) => c.primaryKey())
      .addColumn('region', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .execute();
    await schema.createIndex('notice_correction_newest').on('notice_correction').column('at').execute();
  },
};
