import { join } from 'node:path';
import { FACT_FILES, type FactFiles, parseRegisterFacts, type RegisterFacts } from '#registers/facts.js';
import { knowledgeFolder, readTextFile } from './files.js';

/**
 * What knowledge/registers says (of the folder given, else QINGDAN_KNOWLEDGE, else the one that ships with the package).
 * @throws QingdanError QD-FILE, QD-YAML, QD-SCHEMA
 */
export function readRegisterFacts(folder?: string): RegisterFacts {
  const root = join(knowledgeFolder(folder), 'registers');
  const files = FACT_FILES.map((name) => [
    name,
    readTextFile(join(root, `${name}.yaml`), `registers/${name}.yaml`),
  ]);
  return parseRegisterFacts(Object.fromEntries(files) as FactFiles);
}
