import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { readKnowledge } from '#app/open.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { parseDocument } from '#catalogue/parse.js';
import type { Document } from '#catalogue/schema.js';
import { decodeText } from '#documents/encoding.js';
import { QingdanError, shown } from '#errors.js';
import { exportedDocument } from '#importing/own-format.js';
import { readBytes, readWithProgress } from './import-file.js';
import { plainKnowledge } from './knowledge.js';
import { ifStored } from './storage.js';

/** A document by what a user calls it, and how to call it in turn. */
export interface NamedDocument {
  document: Document;
  label: string;
}

/**
 * The document of an id (its own or that of one of its lists), of a version (`id@2`; `id@0`: as it ships), or of a file
 * that `kb export` wrote. @throws QingdanError QD-ID, QD-FILE…, QD-IMPORT
 */
export async function documentNamed(name: string): Promise<NamedDocument> {
  if (extname(name) !== '' && existsSync(name)) return { document: await documentOfFile(name), label: name };
  const [, id = name, number] = /^(.+?)@(\d{1,6})$/.exec(name) ?? [];
  if (number === undefined) return { document: known(await plainKnowledge(), id), label: id };
  const label = `${id}@${number}`;
  if (Number(number) === 0) return { document: known(readKnowledge(), id), label };
  const version = await ifStored(async ({ lists }) => ({ document: await lists.read(id, Number(number)) }));
  if (version === null) throw new QingdanError('QD-ID', `还没有导入过清单，没有「${shown(label)}」这一版`);
  const { document } = version;
  if (document === null) throw new QingdanError('QD-ID', `${label} 这一版是撤下的，没有内容`);
  return { document, label };
}

async function documentOfFile(path: string): Promise<Document> {
  if (/^\.ya?ml$/i.test(extname(path))) return parseDocument({ path, text: decodeText(readBytes(path)) });
  const document = exportedDocument(await readWithProgress(path));
  if (document !== null) return document;
  throw new QingdanError('QD-IMPORT', `「${shown(path)}」不是 qingdan kb export 导出的文件，请先导入再比较`);
}

function known(kb: KnowledgeBase, id: string): Document {
  const document = kb.documentById.get(id) ?? kb.listById.get(id)?.document;
  if (document !== undefined) return document;
  throw new QingdanError('QD-ID', `知识库里没有编号「${shown(id)}」，用 qingdan kb list 查看有哪些清单`);
}
