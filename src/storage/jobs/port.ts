/**
 * What is done later: on PostgreSQL by pg-boss, whichever of the programs there takes it, on SQLite by a table in the same
 * file. A job whose program dies is taken by another once its lease is over, so that none is lost; one that was done and
 * not yet told as done may be taken again, so that every handler has to find out that its work is there already.
 */

/** A job with what it is about; plain data without personal data. */
export interface Job {
  /** Names the work itself (a case and its day): the same again is the same job. */
  id: string;
  name: string;
  data: Readonly<Record<string, unknown>>;
}

export type JobHandler = (job: Job) => Promise<void>;

export interface JobOptions {
  /** Milliseconds since 1970. */
  clock(): number;
  /** Told of faults of a job or of the queue itself, which are tried again. */
  onError(error: unknown, job: Job | null): void;
  /** Seconds that one job may take before another program takes it. Default: 60. */
  leaseSeconds?: number | undefined;
  /** Seconds between two looks for jobs. Default: 1. */
  pollSeconds?: number | undefined;
  /** Seconds before the first of the further attempts, twice as long before each next. Default: 5. */
  backoffSeconds?: number | undefined;
}

/** Attempts at a job before it is given up: with the default pauses that is over an hour. */
export const MOST_ATTEMPTS = 10;

/** Jobs of one program. */
export interface JobQueue {
  /** Puts a job; one with the same id that is known changes nothing. @param at ISO 8601, not before. Default: now */
  send(job: Job, at?: string): Promise<void>;
  /** Does jobs of a name, one at a time, until the end. */
  work(name: string, handler: JobHandler): Promise<void>;
  /** Waits for the jobs under way and ends. */
  stop(): Promise<void>;
}

/** Where jobs wait; the queue's other half. */
export interface JobStore {
  start(names: readonly string[]): Promise<void>;
  put(job: Job, at: string): Promise<void>;
  /** The next job of a name that is due and that nobody has; null where there is none. */
  take(name: string): Promise<Job | null>;
  done(job: Job): Promise<void>;
  /** To be tried again after a pause, or given up. */
  failed(job: Job, reason: string): Promise<void>;
  stop(): Promise<void>;
}
