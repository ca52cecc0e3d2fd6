import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { Document } from '#catalogue/schema.js';
import type { Act } from './audit-port.js';
import type { ListEditor } from './list-rights.js';

export type { ListEditor } from './list-rights.js';

/** Where a change came from, and who makes it; an editor is asked for each document whether they may. */
export type ListAct = Act & {
  source: string;
  /** Left out by the program itself. */
  editor?: ListEditor | undefined;
};

export interface DocumentVersion extends Act {
  documentId: string;
  /** From 1, without gaps. */
  number: number;
  /** SHA-256 of the content; null for a withdrawal. */
  hash: string | null;
  /** Where it came from: a file's name, a letter. */
  source: string;
}

/** Documents that an office has loaded itself, every version of them. Each change is a row of the audit log. */
export interface ListVersions {
  /**
   * A new version, in force at once; the content that is in force already gives its version back and changes nothing.
   * @param newest number of the newest version of each document that these were made from; others may have come since
   * @throws QingdanError QD-IMPORT where one has, QD-FORBIDDEN where the editor may not; nothing is published
   */
  publish(
    documents: readonly Document[],
    act: ListAct,
    newest?: ReadonlyMap<string, number>,
  ): Promise<DocumentVersion[]>;
  /** Number of the newest version of each document. */
  newest(): Promise<ReadonlyMap<string, number>>;
  /** Takes documents out of force; their versions stay. @throws QingdanError QD-ID, QD-FORBIDDEN */
  withdraw(documentIds: readonly string[], act: ListAct): Promise<DocumentVersion[]>;
  /** The documents in force, by id. */
  current(): Promise<Document[]>;
  /** Oldest first; of one document or of all. */
  history(documentId?: string): Promise<DocumentVersion[]>;
  /** @throws QingdanError QD-ID for a version that doesn't exist, QD-AUDIT for content that isn't what was published */
  read(documentId: string, number: number): Promise<Document | null>;
}

/** Full texts that an office attached to documents, the newest of each. Each change is a row of the audit log. */
export interface FullTexts {
  attach(documentId: string, text: string, act: ListAct): Promise<void>;
  /** @throws QingdanError QD-ID where none is attached */
  detach(documentId: string, act: Act & Pick<ListAct, 'editor'>): Promise<void>;
  /** Text by document id. @throws QingdanError QD-AUDIT for a text that isn't what was attached */
  current(): Promise<ReadonlyMap<string, string>>;
}

/** A file that the answers depend on besides the documents and regions: lexicon, weights. */
export interface RuleFile {
  /** Inside the knowledge folder, with /. */
  path: string;
  text: string;
}

/** Everything an answer depends on: the catalogue, the rule files, the program. */
export interface EditionSummary {
  /** Hash of all of it. */
  id: string;
  catalogueVersion: string;
  /** Version of the program. */
  program: string;
  firstAt: string;
}

export interface Edition extends EditionSummary {
  kb: KnowledgeBase;
  rules: readonly RuleFile[];
}

/** Editions that have answered questions, so that any of them can be put together again. */
export interface Editions {
  /** Keeps an edition if it is new (with a row in the audit log) and gives its id. */
  keep(edition: Pick<Edition, 'kb' | 'rules' | 'program'>, act: Act): Promise<string>;
  /** @throws QingdanError QD-ID; QD-AUDIT where its parts aren't what was kept */
  rebuild(id: string): Promise<Edition>;
  /** Oldest first. */
  list(): Promise<EditionSummary[]>;
}
