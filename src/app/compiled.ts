import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { KnowledgeFiles } from '../catalogue/load.js';
import { parseDocument } from '../catalogue/parse.js';
import { parseRegions, type Region } from '../catalogue/regions.js';
import type { Document } from '../catalogue/schema.js';
import { packagePath, readKnowledgeFiles } from './files.js';

/**
 * The knowledge folder already parsed, written by `npm run build`. Parsing the YAML takes 200 to 350 ms of every start,
 * reading this 5 ms. It only counts while its key is that of the YAML texts, so it can never be out of date.
 */
export interface CompiledKnowledge {
  /** SHA-256 of the texts it was made from. */
  key: string;
  documents: Document[];
  regions: Region[];
}

const COMPILED_FILE = packagePath('dist', 'knowledge.json');

/** The compiled form of these files; undefined where there is none or it was made from other texts. */
export function readCompiled(files: KnowledgeFiles, path = COMPILED_FILE): CompiledKnowledge | undefined {
  try {
    const compiled = JSON.parse(readFileSync(path, 'utf8')) as CompiledKnowledge;
    return compiled.key === keyOf(files) ? compiled : undefined;
  } catch {
    // Not built, as when the sources are run directly, or written half: the YAML says the same.
    return undefined;
  }
}

/** Parses a knowledge folder (default: the package's own) and writes its compiled form. @throws as `readKnowledge` */
export function compileKnowledge(folder = packagePath('knowledge'), path = COMPILED_FILE): void {
  const files = readKnowledgeFiles(folder);
  const compiled: CompiledKnowledge = {
    key: keyOf(files),
    documents: files.documents.map(parseDocument),
    regions: [...parseRegions(files.regions).all],
  };
  writeFileSync(path, JSON.stringify(compiled));
}

function keyOf({ documents, regions }: KnowledgeFiles): string {
  const hash = createHash('sha256');
  for (const { path, text } of [...documents, regions]) hash.update(`${path}\0${text.length}\0${text}`);
  return hash.digest('hex');
}
