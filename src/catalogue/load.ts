import { createHash } from 'node:crypto';
import { QingdanError } from '#errors.js';
import type { TextFile } from '#text/yaml.js';
import type { KnowledgeBase, ListRow } from './knowledge-base.js';
import { type Additions, isEmpty, NO_ADDITIONS } from './matters/additions.js';
import { parseDocument } from './parse.js';
import { checkReferences } from './references.js';
import { parseRegions, type Region, type Regions } from './regions.js';
import type { ItemRow, ProvisionRow } from './rows.js';
import type { Document } from './schema.js';

/** The texts of the knowledge folder. */
export interface KnowledgeFiles {
  documents: readonly TextFile[];
  regions: TextFile;
  /** Sites that sources may be cited from; a folder without it is checked without. */
  hosts?: TextFile | undefined;
}

/**
 * The knowledge base from its files.
 * @throws QingdanError QD-YAML, QD-SCHEMA for one bad file; QD-KNOWLEDGE for duplicate ids and dangling references
 */
export function loadKnowledge(files: KnowledgeFiles): KnowledgeBase {
  return createKnowledge(files.documents.map(parseDocument), parseRegions(files.regions));
}

/** The knowledge base from documents already parsed. @throws QingdanError QD-KNOWLEDGE */
export function createKnowledge(
  parsed: readonly Document[],
  regions: Regions,
  additions: Additions = NO_ADDITIONS,
): KnowledgeBase {
  const documents = [...parsed].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const [first, ...others] = checkReferences(documents, regions);
  if (first !== undefined) {
    const more = others.length > 0 ? `（另有 ${others.length} 处）` : '';
    throw new QingdanError(
      'QD-KNOWLEDGE',
      `知识库 ${first.where}：${first.message}${more}；用 qingdan kb lint 查看全部`,
    );
  }
  const documentById = new Map<string, Document>();
  const listById = new Map<string, ListRow>();
  const itemById = new Map<string, ItemRow>();
  const provisionById = new Map<string, ProvisionRow>();
  for (const document of documents) {
    documentById.set(document.id, document);
    for (const list of document.lists) {
      listById.set(list.id, { list, document });
      for (const item of list.items) itemById.set(item.id, { type: 'item', item, list, document });
    }
    for (const provision of document.provisions) {
      provisionById.set(provision.id, { type: 'provision', provision, document });
    }
  }
  const contents = [canonical(documents), JSON.stringify(regions.all.map(fieldsOf))];
  const version = contentHash(...contents, ...(isEmpty(additions) ? [] : [canonical(additions)]));
  return { documents, regions, additions, documentById, listById, itemById, provisionById, version };
}

/** Twelve hex digits tell any two states of one knowledge base apart; more would only lengthen every answer. */
function contentHash(...contents: readonly string[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('hex').slice(0, 12);
}

/** A region as a row: there are thousands, and sorting the keys of each would be most of a start. */
function fieldsOf({ code, name, level, parent, aliases, lookup, behind }: Region): unknown[] {
  return [code, name, level, parent, aliases, lookup, behind];
}

/** JSON with sorted keys, so that the order of keys in a file doesn't count. */
function canonical(content: unknown): string {
  return JSON.stringify(content, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
