import type { KnowledgeBase } from '../catalogue/knowledge-base.js';
import { createKnowledge } from '../catalogue/load.js';
import { parseDocument } from '../catalogue/parse.js';
import { createRegions, parseRegions, type Regions } from '../catalogue/regions.js';
import type { Document } from '../catalogue/schema.js';
import { currentDocuments } from '../importing/file-versions.js';
import { readCompiled } from './compiled.js';
import { importFolder, readKnowledgeFiles } from './files.js';

/**
 * The knowledge base of a folder (default: QINGDAN_KNOWLEDGE, else the one that ships with the package, together with
 * the lists that were loaded into the data folder: these take the place of shipped documents with the same id).
 * @throws QingdanError QD-FILE, QD-YAML, QD-SCHEMA, QD-KNOWLEDGE, QD-VERSIONS
 */
export function readKnowledge(folder?: string): KnowledgeBase {
  const { documents, regions } = readShipped(folder);
  const loaded = folder === undefined ? currentDocuments(importFolder()) : [];
  const ids = new Set(loaded.map(({ id }) => id));
  return createKnowledge([...documents.filter(({ id }) => !ids.has(id)), ...loaded], regions);
}

/** The knowledge base without what was loaded into the data folder. @throws as `readKnowledge` */
export function readShippedKnowledge(folder?: string): KnowledgeBase {
  const { documents, regions } = readShipped(folder);
  return createKnowledge(documents, regions);
}

function readShipped(folder?: string): { documents: readonly Document[]; regions: Regions } {
  const files = readKnowledgeFiles(folder);
  const compiled = readCompiled(files);
  if (compiled !== undefined) {
    return { documents: compiled.documents, regions: createRegions(compiled.regions) };
  }
  return { documents: files.documents.map(parseDocument), regions: parseRegions(files.regions) };
}
