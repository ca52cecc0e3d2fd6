import { documentTitle } from '#catalogue/citation.js';
import type { KnowledgeBase, ListRow } from '#catalogue/knowledge-base.js';
import { IMPORT_SOURCE, isOfficeDocument } from '#catalogue/office.js';
import { regionsMentioned } from '#catalogue/regions-mentioned.js';
import type { Document, List, ListKind } from '#catalogue/schema.js';
import { canonicalJson, sha256 } from '#text/canonical.js';
import { normalise } from '#text/normalise.js';
import type { ImportFinding } from './extracted.js';
import type { ImportOptions, KindedList, Target } from './import-plan.js';
import { joinParts } from './list-parts.js';

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
      needs: 'region',
    });
    return [];
  }
  if (named !== undefined && options.region !== undefined && named.region !== options.region) {
    const problem = `${documentTitle(named)}是${named.region}的文件，与写明的${options.region}不同`;
    findings.push({
      severity: 'error',
      place: null,
      problem,
      advice: '请去掉 --region，或换一个 --document',
      needs: 'document',
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
      return { parts, document: withDates(row.document, options), list: row.list };
    }
    const document =
      named !== undefined
        ? withDates(named, options)
        : newDocument(fileTitle || first.title, region, options, kb);
    const list = heldList(document, first, taken);
    if (list !== null) taken.add(list.id);
    return { parts, document, list };
  });
}

/** The list of a document loaded before that this one replaces: by its title, else the next of its kind. */
function heldList({ lists }: Document, { kind, title }: KindedList, taken: ReadonlySet<string>): List | null {
  const free = lists.filter((list) => list.kind === kind && !taken.has(list.id));
  const named = free.find(({ name }) => normalise(name) === normalise(title));
  // A township's lists are of one kind, and only their names tell them apart.
  return named ?? (kind === 'reference' ? null : (free[0] ?? null));
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

/**
 * The one list of this region and kind that was declared and is empty, or was loaded here before. A document that was
 * replaced waits for nothing, and a report of how many rows there are is not the document that an office has.
 */
function waiting(kb: KnowledgeBase, region: string, kind: ListKind): ListRow | null {
  const rows = [...kb.listById.values()].filter(({ list, document }) => {
    const isLoaded = isOfficeDocument(document);
    const { status, type } = document;
    if (status === 'superseded' || status === 'repealed' || type === 'report') return false;
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
  if (known !== undefined) return withDates(known, options);
  const document: Document = {
    id,
    title,
    ...(options.issuer === undefined ? {} : { issuer: options.issuer }),
    ...(options.number === undefined ? {} : { number: options.number }),
    type: 'notice',
    status: options.status ?? 'in-force',
    region,
    evidence: options.evidence ?? 'primary',
    sources: [`${IMPORT_SOURCE}${options.fileName}`],
    provisions: [],
    lists: [],
  };
  return withDates({ ...document, dateUnknown: NO_DATE }, options);
}

/** Why a document that was loaded here counts from no day. */
const NO_DATE = '导入时没有写成文日期或施行日期。';

/** A document that counts from no day, with the dates the user gives, or the year of its number (〔2024〕). */
function withDates(document: Document, { issuedOn, effectiveFrom, number }: ImportOptions): Document {
  if (document.issuedOn !== undefined || document.effectiveFrom !== undefined) return document;
  const issued = issuedOn ?? yearOf(number ?? document.number);
  if (issued === undefined && effectiveFrom === undefined) return document;
  const { dateUnknown: _unknown, ...dated } = document;
  return {
    ...dated,
    ...(issued === undefined ? {} : { issuedOn: issued }),
    ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
  };
}

function yearOf(number: string | undefined): string | undefined {
  return /[〔［[（(【]\s*((?:19|20)\d{2})\s*[〕］\])）】]/.exec(number ?? '')?.[1];
}
