import type { Kysely, Migration } from 'kysely';

/** Users who sign in at another service: by which identity they are known there. */
export const outsideAccounts: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema.alterTable('account').addColumn('outside', 'text').execute();
    await schema.createIndex('account_outside').on('account').column('outside').unique().execute();
  },
};
