import type { Kysely, Migration } from 'kysely';

/** Proposals for questions that weren't answered, and the questions that an office keeps. */
export const review: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('review_proposal')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('region', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('proposed_at', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .execute();
    await schema
      .createIndex('review_proposal_newest')
      .on('review_proposal')
      .columns(['proposed_at', 'id'])
      .execute();
    await schema.createIndex('review_proposal_state').on('review_proposal').column('state').execute();
    await schema
      .createTable('review_question')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('region', 'text', (c) => c.notNull())
      .addColumn('kept_at', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .execute();
  },
};
