import { join } from 'node:path';
import { z } from 'zod';
import { type Document, documentSchema } from '../catalogue/schema.js';
import { QingdanError, shown } from '../errors.js';
import { canonicalJson, sha256 } from '../storage/canonical.js';
import { readIfThere, withLock, writeAtomically } from './atomic-file.js';
import type { DocumentVersion, ListVersions, PublishAct } from './versions.js';

const indexSchema = z.strictObject({
  format: z.literal(1),
  versions: z.array(
    z.strictObject({
      documentId: z.string(),
      number: z.number().int().positive(),
      hash: z.string().nullable(),
      source: z.string(),
      at: z.string(),
      actor: z.string(),
    }),
  ),
});

/**
 * List versions as files: `versions/<document id>/<number>.json` each written once, and `index.json`, whose one rename
 * puts all versions of a publication in force together. What no index names was never published.
 * @param folder `knowledge` in the data folder; made with the first version
 */
export function createFileVersions(folder: string): ListVersions {
  return {
    publish: async (documents, act) =>
      withLock(join(folder, 'import.lock'), () => publish(folder, documents, act)),
    current: async () => currentDocuments(folder),
    history: async (documentId) =>
      readIndex(folder).filter((version) => documentId === undefined || version.documentId === documentId),
    read: async (documentId, number) => {
      const version = readIndex(folder).find(
        (known) => known.documentId === documentId && known.number === number,
      );
      if (version === undefined) {
        throw new QingdanError(
          'QD-ID',
          `没有导入过「${shown(documentId)}」第 ${number} 版，用 qingdan kb history 查看有哪些`,
        );
      }
      return readVersion(folder, version);
    },
  };
}

/** The documents in force, by id; none where nothing was ever loaded. @throws QingdanError QD-VERSIONS */
export function currentDocuments(folder: string): Document[] {
  const newest = newestById(readIndex(folder));
  const documents = [...newest.values()].map((version) => readVersion(folder, version));
  return documents
    .filter((document) => document !== null)
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function publish(folder: string, documents: readonly Document[], act: PublishAct): DocumentVersion[] {
  const versions = readIndex(folder);
  const newest = newestById(versions);
  const published = documents.map((document): DocumentVersion => {
    const hash = sha256(canonicalJson(document));
    const before = newest.get(document.id);
    if (before?.hash === hash) return before;
    const number = (before?.number ?? 0) + 1;
    const version = {
      documentId: document.id,
      number,
      hash,
      source: act.source,
      at: act.at,
      actor: act.actor,
    };
    // A file left by an interrupted publication has this name and was never in force.
    writeAtomically(versionPath(folder, version), JSON.stringify(document, null, 1));
    return version;
  });
  const added = published.filter((version) => !versions.includes(version));
  if (added.length > 0) {
    writeAtomically(
      indexPath(folder),
      JSON.stringify({ format: 1, versions: [...versions, ...added] }, null, 1),
    );
  }
  return published;
}

function readIndex(folder: string): DocumentVersion[] {
  const text = readIfThere(indexPath(folder));
  if (text === null) return [];
  const result = indexSchema.safeParse(parsed(text, indexPath(folder)));
  if (result.success) return result.data.versions;
  throw damaged(indexPath(folder), result.error);
}

function readVersion(folder: string, version: DocumentVersion): Document | null {
  if (version.hash === null) return null;
  const path = versionPath(folder, version);
  const text = readIfThere(path);
  const result = documentSchema.safeParse(text === null ? null : parsed(text, path));
  if (!result.success) throw damaged(path, result.error);
  // Zod sets the fields it fills in apart, and the hash goes by content, not by order.
  if (sha256(canonicalJson(result.data)) !== version.hash) throw damaged(path, undefined);
  return result.data;
}

function newestById(versions: readonly DocumentVersion[]): Map<string, DocumentVersion> {
  return new Map(versions.map((version) => [version.documentId, version]));
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw damaged(path, cause);
  }
}

function indexPath(folder: string): string {
  return join(folder, 'index.json');
}

function versionPath(folder: string, { documentId, number }: { documentId: string; number: number }): string {
  return join(folder, 'versions', documentId, `${String(number).padStart(4, '0')}.json`);
}

function damaged(path: string, cause: unknown): QingdanError {
  return new QingdanError('QD-VERSIONS', `已导入的清单文件 ${path} 被改动或损坏，请换回备份`, { cause });
}
