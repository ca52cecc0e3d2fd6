import type { KnowledgeBase, ListRow } from '../catalogue/knowledge-base.js';
import { regionsMentioned } from '../catalogue/regions-mentioned.js';
import type { Document, ListKind } from '../catalogue/schema.js';
import { canonicalJson, sha256 } from '../storage/canonical.js';
import { normalise } from '../text/normalise.js';
import type { ImportFinding } from './extracted.js';
import type { ImportOptions, KindedList, Target } from './import-plan.js';
import { joinParts } from './list-parts.js';

/** How the source of a document that was loaded here begins. */
export const IMPORT_SOURCE = '本地导入：';

/** The document and list for each list of the file: those named, those that wait for their rows, else new ones. */
export function targetsOf(
  lists: readonly KindedList[],
  fileTitle: string,
  kb: KnowledgeBase,
  options: ImportOptions,
  findings: ImportFinding[],
): Target[] {
  if (lists.length === 0) return [];
  const named = options.documentId === undefined ? undefined : kb.documentById.get(options.documentId);
  const region = options.region ?? named?.region ?? regionOf(lists, fileTitle, kb, options);
  if (region === null) {
    findings.push({
      severity: 'error',
      place: null,
      problem: '看不出清单是哪个地区的',
      advice: '请加 --region 地区，如 --region 重庆市南岸区',
    });
    return [];
  }
  if (named !== undefined && options.region !== undefined && named.region !== options.region) {
    const problem = `《${named.title}》是${named.region}的文件，与 --region ${options.region} 不同`;
    findings.push({
      severity: 'error',
      place: null,
      problem,
      advice: '请去掉 --region，或换一个 --document',
    });
  }
  const taken = new Set<string>();
  return joinParts(lists).map((parts): Target => {
    const [first] = parts as [KindedList];
    const row =
      named !== undefined
        ? ownList(kb, named, first, taken)
        : options.documentId === undefined
          ? waiting(kb, region, first.kind)
          : null;
    if (row !== null && !taken.has(row.list.id)) {
      taken.add(row.list.id);
      return { parts, document: row.document, list: row.list };
    }
    const document = named ?? newDocument(fileTitle || first.title, region, options, kb);
    const list = document.lists.find(({ id, kind }) => !taken.has(id) && kind === first.kind) ?? null;
    if (list !== null) taken.add(list.id);
    return { parts, document, list };
  });
}

/** The region that the titles, the sheets or the file's name speak of. */
function regionOf(
  lists: readonly KindedList[],
  fileTitle: string,
  kb: KnowledgeBase,
  options: ImportOptions,
): string | null {
  const texts = [options.title ?? '', fileTitle, ...lists.map(({ title }) => title), options.fileName];
  for (const text of texts) {
    const [only] = regionsMentioned(kb.regions, normalise(text)).flatMap(({ regions }) => regions);
    if (only !== undefined) return only.name;
  }
  return null;
}

/** The one list of this region and kind that was declared and is empty, or was loaded here before. */
function waiting(kb: KnowledgeBase, region: string, kind: ListKind): ListRow | null {
  const rows = [...kb.listById.values()].filter(({ list, document }) => {
    const isLoaded = document.sources.some((source) => source.startsWith(IMPORT_SOURCE));
    return (
      list.kind === kind &&
      (list.region ?? document.region) === region &&
      (list.declaredCount ?? 0) > 0 &&
      (list.items.length === 0 || isLoaded)
    );
  });
  const [only] = rows;
  return rows.length === 1 && only !== undefined ? only : null;
}

/** The list of a named document: the one of this title, else the only one of this kind. */
function ownList(
  kb: KnowledgeBase,
  document: Document,
  { kind, title }: KindedList,
  taken: ReadonlySet<string>,
): ListRow | null {
  const free = document.lists.filter((list) => list.kind === kind && !taken.has(list.id));
  const list =
    free.find(({ name }) => normalise(name) === normalise(title)) ??
    (free.length === 1 ? free[0] : undefined);
  return list === undefined ? null : (kb.listById.get(list.id) ?? null);
}

function newDocument(fileTitle: string, region: string, options: ImportOptions, kb: KnowledgeBase): Document {
  const title = options.title ?? (fileTitle || options.fileName.replace(/\.[^.]+$/, ''));
  // The same title of the same region is the same document, so that loading it again makes its next version.
  const id = options.documentId ?? `local-${sha256(canonicalJson({ region, title })).slice(0, 8)}`;
  const known = kb.documentById.get(id);
  if (known !== undefined) return known;
  return {
    id,
    title,
    ...(options.issuer === undefined ? {} : { issuer: options.issuer }),
    ...(options.number === undefined ? {} : { number: options.number }),
    type: 'notice',
    ...(options.issuedOn === undefined ? {} : { issuedOn: options.issuedOn }),
    ...(options.effectiveFrom === undefined ? {} : { effectiveFrom: options.effectiveFrom }),
    status: options.status ?? 'in-force',
    region,
    evidence: options.evidence ?? 'primary',
    sources: [`${IMPORT_SOURCE}${options.fileName}`],
    provisions: [],
    lists: [],
  };
}
