import type { Kysely, Migration } from 'kysely';

/** Users with their logins; applications for admission with all that happened to them. */
export const admissions: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('account')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull().unique())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('region', 'text', (c) => c.notNull())
      .addColumn('department', 'text')
      .addColumn('password', 'text')
      .addColumn('failures', 'integer', (c) => c.notNull())
      .addColumn('locked_until', 'text')
      .addColumn('disabled_at', 'text')
      .addColumn('created_at', 'text', (c) => c.notNull())
      .execute();
    await schema
      .createTable('login')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('account_id', 'text', (c) => c.notNull().references('account.id'))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('name', 'text')
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('expires_at', 'text', (c) => c.notNull())
      .execute();
    await schema.createIndex('login_account').on('login').column('account_id').execute();
    await schema.createIndex('login_expires').on('login').column('expires_at').execute();
    await schema
      .createTable('admission')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('region', 'text', (c) => c.notNull())
      .addColumn('year', 'integer', (c) => c.notNull())
      .addColumn('serial', 'integer', (c) => c.notNull())
      .addColumn('owner', 'text', (c) => c.notNull())
      .addColumn('department', 'text')
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('task', 'text')
      .addColumn('decided_from', 'text')
      .addColumn('decided_to', 'text')
      .addColumn('changed_at', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('screening', 'text')
      .addUniqueConstraint('admission_number', ['region', 'year', 'serial'])
      .execute();
    await schema.createIndex('admission_state').on('admission').columns(['state', 'region']).execute();
    await schema.createIndex('admission_owner').on('admission').column('owner').execute();
    await schema
      .createTable('admission_event')
      .addColumn('admission_id', 'text', (c) => c.notNull().references('admission.id'))
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('actor', 'text', (c) => c.notNull())
      .addColumn('actor_name', 'text', (c) => c.notNull())
      .addColumn('event', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('admission_event_key', ['admission_id', 'number'])
      .execute();
  },
};
