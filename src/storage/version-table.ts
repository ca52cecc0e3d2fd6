import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Tables } from './schema.js';

/** A row of the table of versions. */
export type VersionRow = Selectable<Tables['document_version']>;

/** Keeps others from adding versions until the transaction ends, which keeps the numbers without gaps. */
export async function lockVersions(trx: Transaction<Tables>): Promise<void> {
  await trx.updateTable('audit_head').set({ id: 1 }).where('id', '=', 1).execute();
}

/** The newest version of a document, a withdrawal too; undefined where it has none. */
export function newestVersion(db: Kysely<Tables>, documentId: string): Promise<VersionRow | undefined> {
  return db
    .selectFrom('document_version')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Number of the newest version of each document, by its id. */
export async function newestNumbers(db: Kysely<Tables>): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('document_version')
    .select(({ fn }) => ['document_id', fn.max('number').as('number')])
    .groupBy('document_id')
    .execute();
  return new Map(rows.map(({ document_id, number }) => [document_id, number]));
}

/** Hashes of the contents in force, in the order of the documents' ids. */
export async function hashesInForce(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db
    .selectFrom('document_version as v')
    .select('hash')
    .where(({ eb, selectFrom }) =>
      eb(
        'number',
        '=',
        selectFrom('document_version as w')
          .select(({ fn }) => fn.max('w.number').as('newest'))
          .whereRef('w.document_id', '=', 'v.document_id'),
      ),
    )
    .where('hash', 'is not', null)
    .orderBy('document_id')
    .execute();
  return rows.flatMap(({ hash }) => hash ?? []);
}

/** All versions of one document or of all, oldest first. */
export function versionHistory(db: Kysely<Tables>, documentId?: string): Promise<VersionRow[]> {
  const query = db
    .selectFrom('document_version')
    .selectAll()
    .orderBy('at')
    .orderBy('document_id')
    .orderBy('number');
  return (documentId === undefined ? query : query.where('document_id', '=', documentId)).execute();
}

/** Hash of a version's content: null for a withdrawal, undefined where there is no such version. */
export async function hashOfVersion(
  db: Kysely<Tables>,
  documentId: string,
  number: number,
): Promise<string | null | undefined> {
  const row = await db
    .selectFrom('document_version')
    .select('hash')
    .where('document_id', '=', documentId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.hash;
}
