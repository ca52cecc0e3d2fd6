import type { Additions } from './matters/additions.js';
import type { Regions } from './regions.js';
import type { ItemRow, ProvisionRow, Row } from './rows.js';
import type { Document, List } from './schema.js';

/** A list where it stands. */
export interface ListRow {
  readonly list: List;
  readonly document: Document;
}

/** Everything that is known, with its indexes; made by `loadKnowledge` and never changed. */
export interface KnowledgeBase {
  /** Sorted by id. */
  readonly documents: readonly Document[];
  readonly regions: Regions;
  readonly documentById: ReadonlyMap<string, Document>;
  readonly listById: ReadonlyMap<string, ListRow>;
  readonly itemById: ReadonlyMap<string, ItemRow>;
  readonly provisionById: ReadonlyMap<string, ProvisionRow>;
  /** What an office has added to the library of matters. */
  readonly additions: Additions;
  /** First 12 hex digits of the SHA-256 of the content: the same for any order and layout of the files. */
  readonly version: string;
}

/** The item or provision with this id. */
export function rowById(kb: KnowledgeBase, id: string): Row | undefined {
  return kb.itemById.get(id) ?? kb.provisionById.get(id);
}

/** All items and provisions, in the order of the documents' ids and then of the documents themselves. */
export function allRows(kb: KnowledgeBase): Row[] {
  return [...kb.itemById.values(), ...kb.provisionById.values()];
}

/** The day a document's successor took effect (or was issued), as exact as the source; null where that isn't known. */
export function replacedOn(kb: KnowledgeBase, document: Document): string | null {
  const successor = document.replacedBy === undefined ? undefined : kb.documentById.get(document.replacedBy);
  return successor?.effectiveFrom ?? successor?.issuedOn ?? null;
}
