import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { MatterFiles } from '#catalogue/matters/lint-library.js';
import { createMatters, type MatterLibrary, parseMatters } from '#catalogue/matters/load.js';
import type { Matter } from '#catalogue/matters/schema.js';
import { parseWordings, type Wording } from '#catalogue/matters/wordings.js';
import type { TextFile } from '#text/yaml.js';
import { readCache, textsKey, writeCache } from './cache.js';
import { knowledgeFolder, listFolder, packagePath, readTextFile } from './files.js';

const COMPILED_FILE = packagePath('dist', 'matters.json');

/** The texts of a knowledge folder's matters and wordings; none where it has no such folder. @throws QingdanError QD-FILE */
export function readMatterFiles(folder?: string): MatterFiles {
  return { matters: textsOf('matters', /\.ya?ml$/, folder), wordings: textsOf('wordings', /\.tsv$/, folder) };
}

/**
 * The matters of a knowledge folder (default: QINGDAN_KNOWLEDGE, else the one that ships with the package).
 * @throws QingdanError QD-FILE, QD-YAML, QD-SCHEMA, QD-KNOWLEDGE
 */
export function readMatters(folder?: string, compiled = COMPILED_FILE): MatterLibrary {
  const files = textsOf('matters', /\.ya?ml$/, folder);
  const cached = readCache<Matter[]>(compiled, textsKey(files));
  return createMatters(cached ?? files.flatMap(parseMatters));
}

/** The wordings of a knowledge folder, in the order of its files. @throws QingdanError QD-FILE, QD-KNOWLEDGE */
export function readWordings(folder?: string): Wording[] {
  return textsOf('wordings', /\.tsv$/, folder).flatMap(parseWordings);
}

/** Parses the matters of a folder (default: the package's own) and writes their compiled form. @throws as `readMatters` */
export function compileMatters(folder = packagePath('knowledge'), path = COMPILED_FILE): void {
  const files = textsOf('matters', /\.ya?ml$/, folder);
  writeCache(path, textsKey(files), files.flatMap(parseMatters));
}

function textsOf(name: 'matters' | 'wordings', pattern: RegExp, folder?: string): TextFile[] {
  const path = join(knowledgeFolder(folder), name);
  if (!existsSync(path)) return [];
  const files = listFolder(path).filter((file) => pattern.test(file));
  return files.sort().map((file) => readTextFile(join(path, file), `${name}/${file}`));
}
