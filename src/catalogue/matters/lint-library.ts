import { QingdanError } from '#errors.js';
import type { TextFile } from '#text/yaml.js';
import type { Finding } from '../lint/finding.js';
import type { Document } from '../schema.js';
import { checkMatters } from './lint.js';
import { checkWordings } from './lint-wordings.js';
import { parseMatters } from './load.js';
import { parseWordings } from './wordings.js';

/** The texts of knowledge/matters and knowledge/wordings; both may be empty. */
export interface MatterFiles {
  matters: readonly TextFile[];
  wordings: readonly TextFile[];
}

/**
 * Everything wrong with the matters and wordings of a folder. A file that can't be read is one finding, and the others
 * are still checked; a folder without matters has nothing to say.
 */
export function checkLibrary(files: MatterFiles, documents: readonly Document[]): Finding[] {
  if (files.matters.length === 0 && files.wordings.length === 0) return [];
  const findings: Finding[] = [];
  const readEach = <T>(texts: readonly TextFile[], parse: (file: TextFile) => T[]): T[] =>
    texts.flatMap((file) => {
      try {
        return parse(file);
      } catch (error) {
        if (!(error instanceof QingdanError)) throw error;
        findings.push(unreadable(file, error));
        return [];
      }
    });
  const matters = readEach(files.matters, parseMatters);
  const wordings = readEach(files.wordings, parseWordings);
  return [...findings, ...checkMatters(matters, documents), ...checkWordings(matters, wordings)];
}

function unreadable({ path }: TextFile, { code, message }: QingdanError): Finding {
  const codes = { 'QD-YAML': 'KB-YAML', 'QD-SCHEMA': 'KB-SCHEMA' } as const;
  const known = code === 'QD-YAML' || code === 'QD-SCHEMA' ? codes[code] : 'KB-WORDING';
  return { severity: 'error', code: known, documentId: null, where: path, message };
}
