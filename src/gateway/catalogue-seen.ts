import { toCitation } from '#catalogue/citation.js';
import { allRows, type KnowledgeBase, type ListRow, replacedOn } from '#catalogue/knowledge-base.js';
import { isOfficeDocument } from '#catalogue/office.js';
import { effective, kindOf, outOfForce, type Row, rowId } from '#catalogue/rows.js';
import type { Document } from '#catalogue/schema.js';
import { normalise } from '#text/normalise.js';
import type { DocumentSeen, ItemSeen, ListSeen } from './catalogue-schema.js';

/** Lists, documents and rows as they are given. */
export function listSeen({ list, document }: ListRow): ListSeen {
  return {
    id: list.id,
    name: list.name,
    kind: list.kind,
    about: list.about ?? null,
    region: list.region ?? document.region,
    documentId: document.id,
    title: document.title,
    number: document.number ?? null,
    evidence: document.evidence,
    status: document.status,
    loaded: list.items.length,
    declared: list.declaredCount ?? null,
    imported: isOfficeDocument(document),
    gap: list.gap ?? null,
  };
}

export function documentSeen(document: Document): DocumentSeen {
  const { id, title, type, status, region, evidence, sources, lists, provisions } = document;
  return {
    id,
    title,
    borne: document.titleIs !== 'ours',
    issuer: document.issuer ?? null,
    number: document.number ?? null,
    type,
    edition: document.edition ?? null,
    issuedOn: document.issuedOn ?? null,
    effectiveFrom: document.effectiveFrom ?? null,
    effectiveTo: document.effectiveTo ?? null,
    dateUnknown: document.dateUnknown ?? null,
    replacedBy: document.replacedBy ?? null,
    status,
    committee: document.committee ?? null,
    region,
    evidence,
    sources: [...sources],
    note: document.note ?? null,
    imported: isOfficeDocument(document),
    hasText: document.fullText !== undefined,
    lists: lists.length,
    items: lists.reduce((sum, { items }) => sum + items.length, 0),
    provisions: provisions.length,
  };
}

/** @param today YYYY-MM-DD */
export function itemSeen(kb: KnowledgeBase, row: Row, today: string): ItemSeen {
  const { status, region, committee, effectiveFrom, effectiveTo } = effective(row);
  const own = row.type === 'item' ? row.item : row.provision;
  const item = row.type === 'item' ? row : null;
  return {
    id: own.id,
    type: row.type,
    no: item?.item.no ?? null,
    name: nameOf(row),
    summary: own.summary,
    kind: item === null ? null : kindOf(item),
    listId: item?.list.id ?? null,
    listName: item?.list.name ?? null,
    matter: own.matter ?? null,
    region,
    committee,
    department: item?.item.department ?? null,
    route: item?.item.route ?? null,
    aliases: [...own.aliases],
    exceptions: (item?.item.exceptions ?? []).map(({ when, verdict, locator }) => ({
      when,
      verdict,
      locator,
    })),
    status,
    effectiveFrom,
    effectiveTo,
    inForceToday: outOfForce(row, today, replacedOn(kb, row.document)) === null,
    gap: own.gap ?? null,
    citation: toCitation(row),
  };
}

const nameOf = (row: Row): string => (row.type === 'item' ? row.item.name : row.provision.topic);

/** A row with the text that it is found by. */
interface Searchable {
  readonly row: Row;
  readonly text: string;
}
const searchable = new WeakMap<KnowledgeBase, readonly Searchable[]>();

/** Every row with its name, summary and other names, folded once for each knowledge base. */
export function searchableRows(kb: KnowledgeBase): readonly Searchable[] {
  const known = searchable.get(kb);
  if (known !== undefined) return known;
  const made = allRows(kb).map((row) => {
    const { summary, aliases } = row.type === 'item' ? row.item : row.provision;
    return { row, text: normalise([rowId(row), nameOf(row), summary, ...aliases].join(' ')) };
  });
  searchable.set(kb, made);
  return made;
}

/** Whether a folded text holds every word that is looked for. */
export const holds = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word));

/** The words of a search, folded. */
export const wordsOf = (query: string | undefined): string[] =>
  query === undefined
    ? []
    : normalise(query)
        .split(' ')
        .filter((word) => word !== '');
