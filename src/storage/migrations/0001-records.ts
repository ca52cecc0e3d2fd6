import { type Kysely, type Migration, sql } from 'kysely';

/** The first tables: questions, feedback, events, conversations, list versions, editions, screenings, audit. */
export const records: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db;
    await schema
      .createTable('meta')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('value', 'text', (c) => c.notNull())
      .execute();
    await schema
      .createTable('content')
      .addColumn('hash', 'text', (c) => c.primaryKey())
      .addColumn('body', 'text', (c) => c.notNull())
      .execute();
    await schema
      .createTable('edition')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('catalogue_version', 'text', (c) => c.notNull())
      .addColumn('program', 'text', (c) => c.notNull())
      .addColumn('regions', 'text', (c) => c.notNull().references('content.hash'))
      .addColumn('rules', 'text', (c) => c.notNull().references('content.hash'))
      .addColumn('first_at', 'text', (c) => c.notNull())
      .execute();
    await schema
      .createTable('edition_document')
      .addColumn('edition', 'text', (c) => c.notNull().references('edition.id'))
      .addColumn('hash', 'text', (c) => c.notNull().references('content.hash'))
      .addPrimaryKeyConstraint('edition_document_key', ['edition', 'hash'])
      .execute();
    await schema
      .createTable('document_version')
      .addColumn('document_id', 'text', (c) => c.notNull())
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.references('content.hash'))
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('actor', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('document_version_key', ['document_id', 'number'])
      .execute();
    await schema
      .createTable('question')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('channel', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('role', 'text')
      .addColumn('region', 'text')
      .addColumn('date', 'text')
      .addColumn('today', 'text', (c) => c.notNull())
      .addColumn('verdict', 'text', (c) => c.notNull())
      .addColumn('band', 'text', (c) => c.notNull())
      .addColumn('probability', 'double precision', (c) => c.notNull())
      .addColumn('item_id', 'text')
      .addColumn('catalogue_version', 'text', (c) => c.notNull())
      .addColumn('edition', 'text', (c) => c.references('edition.id'))
      .addColumn('answer_hash', 'text', (c) => c.notNull())
      .execute();
    await schema.createIndex('question_at').on('question').columns(['at', 'id']).execute();
    await schema.createIndex('question_person').on('question').column('person').execute();
    await schema
      .createTable('feedback')
      .addColumn('question_id', 'text', (c) => c.notNull().references('question.id').onDelete('cascade'))
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('useful', 'integer', (c) => c.notNull())
      .addColumn('comment', 'text')
      .addColumn('at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('feedback_key', ['question_id', 'person'])
      .execute();
    await schema.createIndex('feedback_at').on('feedback').column('at').execute();
    await schema.createIndex('feedback_person').on('feedback').column('person').execute();
    await schema
      .createTable('event')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('claimed_at', 'text', (c) => c.notNull())
      .addColumn('settled_at', 'text')
      .execute();
    await schema.createIndex('event_claimed').on('event').column('claimed_at').execute();
    await schema
      .createTable('conversation')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('person', 'text')
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('updated_at', 'text', (c) => c.notNull())
      .addColumn('expires_at', 'text', (c) => c.notNull())
      .execute();
    await schema.createIndex('conversation_person').on('conversation').column('person').execute();
    await schema.createIndex('conversation_expires').on('conversation').column('expires_at').execute();
    await schema
      .createTable('screening')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('channel', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('region', 'text')
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('result', 'text', (c) => c.notNull())
      .addColumn('tasks', 'integer', (c) => c.notNull())
      .addColumn('catalogue_version', 'text', (c) => c.notNull())
      .addColumn('edition', 'text', (c) => c.references('edition.id'))
      .execute();
    await schema.createIndex('screening_at').on('screening').columns(['at', 'id']).execute();
    await schema.createIndex('screening_person').on('screening').column('person').execute();
    await schema
      .createTable('audit')
      .addColumn('seq', 'integer', (c) => c.primaryKey())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('actor', 'text', (c) => c.notNull())
      .addColumn('action', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('detail', 'text', (c) => c.notNull())
      .addColumn('previous', 'text', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull())
      .execute();
    await schema
      .createTable('audit_head')
      .addColumn('id', 'integer', (c) => c.primaryKey().check(sql`id = 1`))
      .addColumn('seq', 'integer', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull())
      .addColumn('signature', 'text', (c) => c.notNull())
      .execute();
  },
};
