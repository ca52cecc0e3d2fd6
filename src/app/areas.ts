import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Area, parseAreas } from '#catalogue/areas.js';
import { knowledgeFolder, readTextFile } from './files.js';

/** The areas of a knowledge folder; none where it has no such file. @throws QingdanError QD-FILE, QD-YAML, QD-SCHEMA */
export function readAreas(folder?: string): readonly Area[] {
  const path = join(knowledgeFolder(folder), 'areas.yaml');
  return existsSync(path) ? parseAreas(readTextFile(path, 'areas.yaml')) : [];
}
