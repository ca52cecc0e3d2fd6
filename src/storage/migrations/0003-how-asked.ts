import type { Kysely, Migration } from 'kysely';

/** What a question held besides its text: a row that was chosen, what holds although the text names another. */
export const howAsked: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema.alterTable('question').addColumn('how', 'text').execute();
  },
};
