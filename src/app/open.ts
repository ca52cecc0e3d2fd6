import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { createKnowledge } from '#catalogue/load.js';
import type { Additions } from '#catalogue/matters/additions.js';
import { parseDocument } from '#catalogue/parse.js';
import { createRegions, parseRegions, type Region, type Regions, regionsOf } from '#catalogue/regions.js';
import type { Document } from '#catalogue/schema.js';
import type { Storage } from '#storage/ports.js';
import { finished, type Steps } from '#text/steps.js';
import { readAdditions } from './additions.js';
import { readCompiled } from './compiled.js';
import { readKnowledgeFiles } from './files.js';

/** What an office has loaded itself. */
export interface OfficeLists {
  /** They take the place of shipped documents with the same id. */
  documents: readonly Document[];
  /** Full texts by document id; one whose document is unknown counts for nothing. */
  texts: ReadonlyMap<string, string>;
  /** Its townships and communities, parents before children; they stand behind those that ship. */
  regions?: readonly Region[] | undefined;
  /** Matters and wordings that it added to the library. Default: those of the folder, which ships none. */
  additions?: Additions | undefined;
}

/** An office that has loaded nothing. */
export const NO_OFFICE_LISTS: OfficeLists = { documents: [], texts: new Map() };

/** What the office has loaded into a store. @throws QingdanError QD-STORAGE, QD-AUDIT, QD-SCHEMA */
export async function officeLists({
  lists,
  texts,
  regionLists,
  reviews,
}: Pick<Storage, 'lists' | 'texts' | 'regionLists' | 'reviews'>): Promise<OfficeLists> {
  return {
    documents: await lists.current(),
    texts: await texts.current(),
    regions: await regionLists.current(),
    additions: await reviews.additions(),
  };
}

/**
 * The knowledge base of a folder (default: QINGDAN_KNOWLEDGE, else the one that ships with the package), together with
 * what an office has loaded. @throws QingdanError QD-FILE, QD-YAML, QD-SCHEMA, QD-KNOWLEDGE
 */
export const readKnowledge = (folder?: string, office: OfficeLists = NO_OFFICE_LISTS): KnowledgeBase =>
  finished(knowledgeSteps(folder, office));

/** The same in steps. */
export function* knowledgeSteps(
  folder?: string,
  office: OfficeLists = NO_OFFICE_LISTS,
): Steps<KnowledgeBase> {
  const { documents, regions } = yield* readShipped(folder);
  yield;
  const { regions: own = [] } = office;
  const loaded = new Set(office.documents.map(({ id }) => id));
  const all = [...documents.filter(({ id }) => !loaded.has(id)), ...office.documents];
  const additions = office.additions ?? readAdditions(folder);
  return createKnowledge(
    all.map((document) => withText(document, office.texts.get(document.id))),
    own.length === 0 ? regions : createRegions(withOffice(regions, own)),
    additions,
  );
}

/** Regions that came to ship after an office loaded them are those that ship. */
function withOffice({ all }: Regions, office: readonly Region[]): Region[] {
  const [codes, names] = [new Set(all.map(({ code }) => code)), new Set(all.map(({ name }) => name))];
  return [...all, ...office.filter(({ code, name }) => !codes.has(code) && !names.has(name))];
}

function withText(document: Document, fullText: string | undefined): Document {
  return fullText === undefined ? document : { ...document, fullText };
}

function* readShipped(folder?: string): Steps<{ documents: readonly Document[]; regions: Regions }> {
  const files = readKnowledgeFiles(folder);
  yield;
  const compiled = readCompiled(files);
  yield;
  if (compiled !== undefined) {
    return { documents: compiled.documents, regions: regionsOf(compiled.regions) };
  }
  return { documents: files.documents.map(parseDocument), regions: parseRegions(files.regions) };
}
