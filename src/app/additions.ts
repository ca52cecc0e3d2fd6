import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  ADDITIONS_PATH,
  type Additions,
  additionsSchema,
  NO_ADDITIONS,
} from '#catalogue/matters/additions.js';
import { readYaml } from '#text/yaml.js';
import { knowledgeFolder, readTextFile } from './files.js';

/** What an office has added, from a folder that was put together from an edition. @throws QingdanError QD-FILE, QD-YAML, QD-SCHEMA */
export function readAdditions(folder?: string): Additions {
  const path = join(knowledgeFolder(folder), ADDITIONS_PATH);
  if (!existsSync(path)) return NO_ADDITIONS;
  return readYaml(readTextFile(path, ADDITIONS_PATH), additionsSchema);
}
