import type { KnowledgeFiles } from '#catalogue/load.js';
import { parseDocument } from '#catalogue/parse.js';
import { type RegionsFile, readRegions } from '#catalogue/regions.js';
import type { Document } from '#catalogue/schema.js';
import { readCache, textsKey, writeCache } from './cache.js';
import { packagePath, readKnowledgeFiles } from './files.js';

/**
 * The knowledge folder already parsed, written by `npm run build`. Parsing the YAML takes 200 to 350 ms of every start,
 * reading this 5 ms. It only counts while its key is that of the YAML texts, so it can never be out of date.
 */
export interface CompiledKnowledge {
  documents: Document[];
  regions: RegionsFile;
}

const COMPILED_FILE = packagePath('dist', 'knowledge.json');

/** The compiled form of these files; undefined where there is none or it was made from other texts. */
export function readCompiled(files: KnowledgeFiles, path = COMPILED_FILE): CompiledKnowledge | undefined {
  return readCache(path, keyOf(files));
}

/** Parses a knowledge folder (default: the package's own) and writes its compiled form. @throws as `readKnowledge` */
export function compileKnowledge(folder = packagePath('knowledge'), path = COMPILED_FILE): void {
  const files = readKnowledgeFiles(folder);
  const compiled: CompiledKnowledge = {
    documents: files.documents.map(parseDocument),
    regions: readRegions(files.regions),
  };
  writeCache(path, keyOf(files), compiled);
}

function keyOf({ documents, regions }: KnowledgeFiles): string {
  return textsKey([...documents, regions]);
}
