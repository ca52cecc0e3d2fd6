import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileFault } from './faults.js';
import type { Edition, RuleFile } from './ports.js';

/** What the knowledge base itself is read from; everything else in the folder is a rule file or prose. */
const KNOWLEDGE = /^(?:documents\/|regions\.ya?ml$)/;
const RULES = /\.(?:ya?ml|json|txt|tsv)$/;

/** The files of a knowledge folder that answers depend on besides documents and regions, by path. @throws QingdanError QD-STORAGE */
export function readRuleFiles(folder: string): RuleFile[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({ file, path: relative(folder, file).split(sep).join('/') }))
      .filter(({ path }) => RULES.test(path) && !KNOWLEDGE.test(path))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ file, path }) => ({ path, text: readFileSync(file, 'utf8') }));
  } catch (cause) {
    throw fileFault(folder, cause);
  }
}

/** Writes an edition as a knowledge folder, which the assistant opens like any other. JSON is YAML. */
export function writeEdition({ kb, rules }: Pick<Edition, 'kb' | 'rules'>, folder: string): void {
  const put = (path: string, text: string) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  try {
    for (const document of kb.documents)
      put(`documents/${document.id}.yaml`, JSON.stringify(document, null, 1));
    put('regions.yaml', JSON.stringify({ regions: kb.regions.all }, null, 1));
    for (const { path, text } of rules) put(path, text);
  } catch (cause) {
    throw fileFault(folder, cause);
  }
}
