import type { Document, Evidence, List, ListKind, Status } from '#catalogue/schema.js';
import type { ExtractedList, ImportFinding, Place } from './extracted.js';

/** What the user says of the file. */
export interface ImportOptions {
  /** For messages and as the source. */
  fileName: string;
  /**
   * Kinds of the lists of a sheet or table, by its name; under '' of all lists. Of several the one holds that the list
   * itself speaks of: a table that says the kind of each row has lists of several kinds.
   */
  kinds: ReadonlyMap<string, readonly ListKind[]>;
  /** Full name of a region. */
  region?: string | undefined;
  /** Document to load into, known or new. */
  documentId?: string | undefined;
  title?: string | undefined;
  number?: string | undefined;
  issuer?: string | undefined;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  issuedOn?: string | undefined;
  effectiveFrom?: string | undefined;
  /** Default: primary, for the office loads the list as it was issued. */
  evidence?: Evidence | undefined;
  /** Default: in-force. */
  status?: Status | undefined;
  /** Leaves rows with an error out instead of refusing the file. */
  skipBadRows?: boolean | undefined;
}

/** A list that will be loaded. */
export interface PlannedList {
  part: string;
  title: string;
  kind: ListKind;
  documentId: string;
  listId: string;
  rows: number;
  /** What its document or the file says it has. */
  declared: number | null;
  /** Rows it held before. */
  before: number;
  /** Whether the user said its kind, or the file is the project's own form, which does. */
  isKindTold: boolean;
  mapping: ExtractedList['mapping'];
  signature: string | null;
  choice: ExtractedList['choice'];
}

export interface PlannedDocument {
  document: Document;
  /** null for a new one. */
  before: Document | null;
}

/** What an import would do, and what there is to say about it. Nothing is done yet. */
export interface ImportPlan {
  documents: PlannedDocument[];
  lists: PlannedList[];
  findings: ImportFinding[];
  /** Where each item stands in the file, by its id. */
  places: ReadonlyMap<string, Place>;
}

/** A list of the file whose kind is known. */
export type KindedList = ExtractedList & { kind: ListKind; isKindTold: boolean };

/** Where a list of the file goes. */
export interface Target {
  /** The parts that make it up: 第一批, 第二批. */
  parts: KindedList[];
  document: Document;
  /** The list that it replaces; null for a new one. */
  list: List | null;
}
