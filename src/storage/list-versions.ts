import type { Transaction } from 'kysely';
import { type Document, documentSchema } from '#catalogue/schema.js';
import { QingdanError, shown } from '#errors.js';
import type { Appender } from './audit-log.js';
import { keepContent, readContents } from './content.js';
import type { Access } from './group-commit.js';
import { PUBLISHED, WITHDRAWN } from './list-check.js';
import { requireListRights, requireRightsOn } from './list-rights.js';
import type { Act, DocumentVersion, ListVersions } from './ports.js';
import type { Tables } from './schema.js';
import {
  hashesInForce,
  hashOfVersion,
  lockVersions,
  newestNumbers,
  newestVersion,
  type VersionRow,
  versionHistory,
} from './version-table.js';

export function createListVersions(access: Access, append: Appender): ListVersions {
  return {
    publish: (documents, act, madeFrom) =>
      access.write(async (trx) => {
        await lockVersions(trx);
        if (madeFrom !== undefined) await refuseStale(trx, documents, madeFrom);
        const versions: DocumentVersion[] = [];
        for (const document of documents) {
          requireListRights(act.editor, 'create', document);
          requireRightsOn(act.editor, 'change', document.id);
          versions.push(await addVersion(trx, append, document, act));
        }
        return versions;
      }),
    withdraw: (documentIds, act) =>
      access.write(async (trx) => {
        await lockVersions(trx);
        const versions: DocumentVersion[] = [];
        for (const id of documentIds) {
          if ((await newestVersion(trx, id)) === undefined) throw unknownDocument(id);
          requireRightsOn(act.editor, 'delete', id);
          versions.push(await add(trx, append, id, null, act));
        }
        return versions;
      }),
    newest: () => access.read(newestNumbers),
    current: () =>
      access.read(async (db) => (await readContents(db, await hashesInForce(db))).map(toDocument)),
    history: (documentId) => access.read(async (db) => (await versionHistory(db, documentId)).map(versionOf)),
    read: (documentId, number) =>
      access.read(async (db) => {
        const hash = await hashOfVersion(db, documentId, number);
        if (hash === undefined) throw unknownDocument(`${documentId} 第 ${number} 版`);
        if (hash === null) return null;
        const [content] = await readContents(db, [hash]);
        return toDocument(content);
      }),
  };
}

/** A document's new version, where it says anything new; `lockVersions` comes first. */
export async function addVersion(
  trx: Transaction<Tables>,
  append: Appender,
  document: Document,
  act: Act & { source: string },
): Promise<DocumentVersion> {
  return add(trx, append, document.id, await keepContent(trx, document), act);
}

/** Adds a version with its row in the audit log. */
async function add(
  trx: Transaction<Tables>,
  append: Appender,
  documentId: string,
  hash: string | null,
  { at, actor, source }: Act & { source: string },
): Promise<DocumentVersion> {
  const newest = await newestVersion(trx, documentId);
  if (newest !== undefined && newest.hash === hash) return versionOf(newest);
  const row = { document_id: documentId, number: (newest?.number ?? 0) + 1, hash, at, actor, source };
  await trx.insertInto('document_version').values(row).execute();
  const detail = { number: row.number, hash, previous: newest?.hash ?? null, source };
  const action = hash === null ? WITHDRAWN : PUBLISHED;
  await append(trx, { at, actor, action, subject: documentId, detail });
  return versionOf(row);
}

/** @throws QingdanError QD-IMPORT where a document has a newer version than these were made from */
async function refuseStale(
  trx: Transaction<Tables>,
  documents: readonly Document[],
  madeFrom: ReadonlyMap<string, number>,
): Promise<void> {
  for (const { id } of documents) {
    const newest = await newestVersion(trx, id);
    if (newest === undefined || newest.number === (madeFrom.get(id) ?? 0)) continue;
    throw new QingdanError(
      'QD-IMPORT',
      `文件「${shown(id)}」刚刚由「${shown(newest.actor)}」换成了第 ${newest.number} 版，没有导入，请重新看一遍报告`,
    );
  }
}

function versionOf({ document_id, ...same }: VersionRow): DocumentVersion {
  return { ...same, documentId: document_id };
}

/** A stored document as this program's schema has it. @throws QingdanError QD-SCHEMA */
export function toDocument(content: unknown): Document {
  const result = documentSchema.safeParse(content);
  if (result.success) return result.data;
  throw new QingdanError('QD-SCHEMA', '存下的文件不合本版程序的格式，请用存它的那版程序打开', {
    cause: result.error,
  });
}

function unknownDocument(id: string): QingdanError {
  return new QingdanError('QD-ID', `没有载入过文件「${shown(id)}」，请用 qingdan kb history 查看`);
}
