import { QingdanError } from '#errors.js';
import type { KnowledgeFiles } from '../load.js';
import { checkLibrary, type MatterFiles } from '../matters/lint-library.js';
import { parseDocument } from '../parse.js';
import { checkReferences } from '../references.js';
import { createRegions, parseRegions, type Region } from '../regions.js';
import type { Document } from '../schema.js';
import { checkAliases } from './aliases.js';
import { checkContradictions } from './contradictions.js';
import { checkCounts } from './counts.js';
import { checkStarts } from './dates.js';
import type { Finding } from './finding.js';
import { checkForm } from './form.js';
import { checkHosts, parseHosts } from './hosts.js';
import { checkSources } from './sources.js';

/** What an office has loaded into its store; it takes the place of shipped documents with the same id. */
export interface OfficeKnowledge {
  documents: readonly Document[];
  /** Behind those that ship. */
  regions?: readonly Region[] | undefined;
}

const ORDER = { error: 0, warning: 1, gap: 2 } as const;

/**
 * Everything that is wrong with, doubtful in or missing from a knowledge folder, errors first. A file that can't be read
 * as a document is one finding and the others are still checked.
 * @param library the matters and wordings of the folder; a folder without matters is checked without them
 * @param office what is loaded beside the folder; how it is worded and where it was found is the office's own affair
 * @throws QingdanError when regions.yaml itself is bad: nothing can be checked without it
 */
export function lintKnowledge(
  files: KnowledgeFiles,
  library?: MatterFiles,
  office: OfficeKnowledge = { documents: [] },
): Finding[] {
  const shipped = parseRegions(files.regions);
  const regions = office.regions === undefined ? shipped : createRegions([...shipped.all, ...office.regions]);
  const loaded = new Set(office.documents.map(({ id }) => id));
  const findings: Finding[] = [];
  const documents: Document[] = [];
  for (const file of files.documents) {
    try {
      const document = parseDocument(file);
      if (loaded.has(document.id)) continue;
      documents.push(document);
      findings.push(...checkForm(document, file.path));
    } catch (error) {
      if (!(error instanceof QingdanError)) throw error;
      const code = error.code === 'QD-YAML' ? 'KB-YAML' : 'KB-SCHEMA';
      findings.push({ severity: 'error', code, documentId: null, where: file.path, message: error.message });
    }
  }
  for (const document of office.documents) findings.push(...checkForm(document, `${document.id}.yaml`));
  const all = [...documents, ...office.documents];
  findings.push(
    ...checkReferences(all, regions),
    ...all.flatMap(checkCounts),
    ...documents.flatMap(checkSources),
    ...(files.hosts === undefined ? [] : checkHosts(documents, parseHosts(files.hosts))),
    ...all.flatMap(checkStarts),
    ...checkAliases(documents),
    ...checkContradictions(all, regions),
    ...(library === undefined ? [] : checkLibrary(library, all)),
  );
  return findings.sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}
