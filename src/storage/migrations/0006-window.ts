import { type Kysely, type Migration, sql } from 'kysely';

/** The window's cases with their history and files, reminders, jobs, receivers of events. */
export const window: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('window_case')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('number', 'text', (c) => c.notNull())
      .addColumn('region', 'text', (c) => c.notNull())
      .addColumn('department', 'text')
      .addColumn('owner', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull().unique())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('class', 'text')
      .addColumn('received_on', 'text', (c) => c.notNull())
      .addColumn('due_on', 'text')
      .addColumn('wrong_codes', 'integer', (c) => c.notNull())
      .addColumn('wrong_on', 'text')
      .addColumn('person', 'text')
      .addColumn('contact', 'text')
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('closed_on', 'text')
      .addColumn('updated_at', 'text', (c) => c.notNull())
      .execute();
    await schema.createIndex('window_case_number').on('window_case').column('number').execute();
    await schema
      .createIndex('window_case_region')
      .on('window_case')
      .columns(['region', 'received_on', 'id'])
      .execute();
    await schema
      .createIndex('window_case_received')
      .on('window_case')
      .columns(['received_on', 'id'])
      .execute();
    await schema.createIndex('window_case_due').on('window_case').column('due_on').execute();
    await schema.createIndex('window_case_person').on('window_case').column('person').execute();
    await schema
      .createTable('case_event')
      .addColumn('case_id', 'text', (c) => c.notNull().references('window_case.id'))
      .addColumn('seq', 'integer', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('actor', 'text', (c) => c.notNull())
      .addColumn('type', 'text', (c) => c.notNull())
      .addColumn('detail', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('case_event_key', ['case_id', 'seq'])
      .execute();
    await schema
      .createTable('case_file')
      .addColumn('case_id', 'text', (c) => c.notNull().references('window_case.id'))
      .addColumn('no', 'integer', (c) => c.notNull())
      // SQLite keeps what it is given, whatever a column's type is called.
      .addColumn('bytes', sql`bytea`, (c) => c.notNull())
      .addPrimaryKeyConstraint('case_file_key', ['case_id', 'no'])
      .execute();
    await schema
      .createTable('case_counter')
      .addColumn('region', 'text', (c) => c.notNull())
      .addColumn('year', 'text', (c) => c.notNull())
      .addColumn('sort', 'text', (c) => c.notNull())
      .addColumn('last', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('case_counter_key', ['region', 'year', 'sort'])
      .execute();
    await schema
      .createTable('reminder')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('made_at', 'text', (c) => c.notNull())
      .execute();
    await schema.createIndex('reminder_person').on('reminder').columns(['person', 'day']).execute();
    await schema
      .createTable('job')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('data', 'text', (c) => c.notNull())
      .addColumn('run_at', 'text', (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull())
      .addColumn('lease_until', 'text')
      .addColumn('taken_by', 'text')
      .addColumn('finished_at', 'text')
      .addColumn('error', 'text')
      .execute();
    await schema.createIndex('job_waiting').on('job').columns(['finished_at', 'name', 'run_at']).execute();
    await schema
      .createTable('hook')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('seq', 'integer', (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull())
      .addColumn('next_at', 'text', (c) => c.notNull())
      .addColumn('lease_until', 'text')
      .addColumn('error', 'text')
      .execute();
    await schema
      .createTable('period_report')
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('period', 'text', (c) => c.notNull())
      .addColumn('region', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('made_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('period_report_key', ['kind', 'period', 'region'])
      .execute();
  },
};
