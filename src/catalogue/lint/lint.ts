import { QingdanError } from '#errors.js';
import type { KnowledgeFiles } from '../load.js';
import { checkLibrary, type MatterFiles } from '../matters/lint-library.js';
import { parseDocument } from '../parse.js';
import { checkReferences } from '../references.js';
import { parseRegions } from '../regions.js';
import type { Document } from '../schema.js';
import { checkAliases } from './aliases.js';
import { checkContradictions } from './contradictions.js';
import { checkCounts } from './counts.js';
import { checkStarts } from './dates.js';
import type { Finding } from './finding.js';
import { checkForm } from './form.js';
import { checkSources } from './sources.js';

const ORDER = { error: 0, warning: 1, gap: 2 } as const;

/**
 * Everything that is wrong with, doubtful in or missing from a knowledge folder, errors first. A file that can't be read
 * as a document is one finding and the others are still checked.
 * @param library the matters and wordings of the folder; a folder without matters is checked without them
 * @throws QingdanError when regions.yaml itself is bad: nothing can be checked without it
 */
export function lintKnowledge(files: KnowledgeFiles, library?: MatterFiles): Finding[] {
  const regions = parseRegions(files.regions);
  const findings: Finding[] = [];
  const documents: Document[] = [];
  for (const file of files.documents) {
    try {
      const document = parseDocument(file);
      documents.push(document);
      findings.push(...checkForm(document, file.path));
    } catch (error) {
      if (!(error instanceof QingdanError)) throw error;
      const code = error.code === 'QD-YAML' ? 'KB-YAML' : 'KB-SCHEMA';
      findings.push({ severity: 'error', code, documentId: null, where: file.path, message: error.message });
    }
  }
  findings.push(
    ...checkReferences(documents, regions),
    ...documents.flatMap(checkCounts),
    ...documents.flatMap(checkSources),
    ...documents.flatMap(checkStarts),
    ...checkAliases(documents),
    ...checkContradictions(documents, regions),
    ...(library === undefined ? [] : checkLibrary(library, documents)),
  );
  return findings.sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}
