import type { Document } from '../catalogue/schema.js';

/** One version of a document that an office loaded. */
export interface DocumentVersion {
  documentId: string;
  /** From 1, without gaps. */
  number: number;
  /** SHA-256 of the content; null where the document was withdrawn. */
  hash: string | null;
  /** Where it came from: a file's name. */
  source: string;
  /** ISO 8601 in UTC. */
  at: string;
  /** Who loaded it. */
  actor: string;
}

/** Who loads what, when. */
export interface PublishAct {
  at: string;
  actor: string;
  source: string;
}

/** The documents an office has loaded, every version of them; a version is never changed. */
export interface ListVersions {
  /**
   * New versions of all these documents at once, or of none; content that is in force already makes no new version.
   * @throws QingdanError QD-VERSIONS
   */
  publish(documents: readonly Document[], act: PublishAct): Promise<DocumentVersion[]>;
  /** The documents in force, by id. */
  current(): Promise<Document[]>;
  /** Oldest first; of one document or of all. */
  history(documentId?: string): Promise<DocumentVersion[]>;
  /** @throws QingdanError QD-ID for a version that doesn't exist */
  read(documentId: string, number: number): Promise<Document | null>;
}
