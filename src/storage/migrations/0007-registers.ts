import type { Kysely, Migration } from 'kysely';

/** Registers of communities and offices; inspections with their sheets, findings and photos. */
export const registers: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('register_entry')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('region', 'text', (c) => c.notNull())
      .addColumn('reach', 'text', (c) => c.notNull())
      .addColumn('place', 'text', (c) => c.notNull())
      .addColumn('year', 'text', (c) => c.notNull())
      .addColumn('running', 'integer', (c) => c.notNull())
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('what', 'text', (c) => c.notNull())
      .addColumn('who', 'text', (c) => c.notNull())
      .addColumn('outcome', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addUniqueConstraint('register_entry_running', ['kind', 'reach', 'year', 'running'])
      .execute();
    await schema
      .createIndex('register_entry_day')
      .on('register_entry')
      .columns(['kind', 'day', 'id', 'reach'])
      .execute();
    await schema
      .createTable('inspection')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('reach', 'text', (c) => c.notNull())
      .addColumn('year', 'text', (c) => c.notNull())
      .addColumn('running', 'integer', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('begun', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addUniqueConstraint('inspection_running', ['reach', 'year', 'running'])
      .execute();
    await schema
      .createTable('inspection_sheet')
      .addColumn('campaign', 'text', (c) => c.notNull().references('inspection.id'))
      .addColumn('region', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('inspection_sheet_key', ['campaign', 'region'])
      .execute();
    await schema
      .createTable('inspection_finding')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('campaign', 'text', (c) => c.notNull().references('inspection.id'))
      .addColumn('running', 'integer', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('due', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addUniqueConstraint('inspection_finding_running', ['campaign', 'running'])
      .execute();
    await schema
      .createTable('inspection_photo')
      .addColumn('hash', 'text', (c) => c.primaryKey())
      .addColumn('region', 'text', (c) => c.notNull())
      .addColumn('media', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .execute();
  },
};
