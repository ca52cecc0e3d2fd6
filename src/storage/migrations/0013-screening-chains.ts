import type { Kysely, Migration } from 'kysely';

/** Which screening of a notice was the first, where it was judged again: put right, or for its letters. */
export const screeningChains: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema.alterTable('screening').addColumn('first_id', 'text').execute();
    await schema.createIndex('screening_chain').on('screening').columns(['first_id', 'at', 'id']).execute();
  },
};
