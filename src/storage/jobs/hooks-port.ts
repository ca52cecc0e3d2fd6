/** How far each receiver of events has come in the audit log, shared by all programs on the store. */
export interface HookProgress {
  /** Number of the last row that it has taken. */
  seq: number;
  /** Attempts at the next one that failed in a row. */
  attempts: number;
}

export interface HookCursors {
  /**
   * Takes a receiver for a while, so that no other program delivers to it; null where another has it or its pause isn't
   * over. A new one begins behind the last row there is now.
   * @param now ISO 8601 @param leaseUntil ISO 8601
   */
  take(name: string, now: string, leaseUntil: string): Promise<HookProgress | null>;
  /** Moves it on behind a row that was taken. */
  moved(name: string, seq: number, leaseUntil: string): Promise<void>;
  /** It refused or wasn't there: again from `nextAt` on. @param error a short reason without personal data */
  refused(name: string, attempts: number, nextAt: string, error: string): Promise<void>;
  /** Lets go of it. */
  release(name: string): Promise<void>;
  list(): Promise<{ name: string; seq: number; attempts: number; nextAt: string; error: string | null }[]>;
}
