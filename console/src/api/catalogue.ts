import type { Citation } from '#catalogue/citation.js';
import type { CommitteeKind, Evidence, ListKind, Status } from '#catalogue/schema.js';

/** A list as the API gives it. */
export interface ListSeen {
  id: string;
  name: string;
  kind: ListKind;
  about: string | null;
  region: string;
  documentId: string;
  title: string;
  number: string | null;
  evidence: Evidence;
  status: Status;
  loaded: number;
  declared: number | null;
  imported: boolean;
  gap: string | null;
}

/** A row of a list, or a provision of a document. */
export interface ItemSeen {
  id: string;
  type: 'item' | 'provision';
  no: number | null;
  name: string;
  summary: string;
  kind: ListKind | null;
  listId: string | null;
  listName: string | null;
  region: string;
  committee: CommitteeKind | null;
  department: string | null;
  route: string | null;
  aliases: readonly string[];
  status: Status;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  inForceToday: boolean;
  gap: string | null;
  citation: Citation;
}

export interface DocumentSeen {
  id: string;
  title: string;
  /** False where the title is a name of our own, which is not printed in 《》. */
  borne: boolean;
  issuer: string | null;
  number: string | null;
  edition: string | null;
  issuedOn: string | null;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  dateUnknown: string | null;
  status: Status;
  region: string;
  evidence: Evidence;
  sources: readonly string[];
  note: string | null;
  imported: boolean;
  hasText: boolean;
  lists: number;
  items: number;
  provisions: number;
}
