/** What the rest of the program knows of the audit log. */

/** Who changed something, when. `actor` is a name of an office or account, never a resident. */
export interface Act {
  at: string;
  actor: string;
}

/** One change: of which subject, what was done, with the particulars. */
export interface AuditEntry extends Act {
  /** Stable word: document-published, edition-kept, records-purged… */
  action: string;
  /** Id of what was changed. */
  subject: string;
  detail: Readonly<Record<string, unknown>>;
}

export interface AuditRow extends AuditEntry {
  /** From 1, without gaps. */
  seq: number;
  /** Hash of the row before; 64 zeros for the first. */
  previous: string;
  /** SHA-256 over `previous` and the row. */
  hash: string;
}

export interface AuditHead {
  seq: number;
  hash: string;
}

export interface AuditFinding {
  /** Row at or after which the log isn't what was written; 0 for the head and for answers. */
  seq: number;
  fault:
    | 'altered'
    | 'removed'
    | 'reordered'
    | 'added'
    | 'truncated'
    | 'head'
    | 'witness'
    | 'lists'
    | 'answers';
  /** One Chinese sentence. */
  message: string;
}

export interface AuditLog {
  append(entry: AuditEntry): Promise<AuditRow>;
  /** Rows after `seq`, in order, at most `limit` (1 to 1,000). */
  list(after: number, limit: number): Promise<AuditRow[]>;
  /** Rows before `seq`, the newest first, at most `limit` (1 to 1,000); the newest there are where it is null. */
  newest(before: number | null, limit: number): Promise<AuditRow[]>;
  head(): Promise<AuditHead>;
  /**
   * Writes down how many answers there are and the sum of their seals, where that has changed; says whether it has. A
   * head that is noted elsewhere then vouches for the answers too.
   */
  digestAnswers(act: Act): Promise<boolean>;
  /** Reads the whole log, and every answer that is kept. `witness` is a head noted earlier outside the store, which the log must still hold. */
  verify(witness?: AuditHead): Promise<{ rows: number; head: AuditHead; findings: AuditFinding[] }>;
}
