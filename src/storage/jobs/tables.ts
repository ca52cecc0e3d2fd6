/** Tables of what is done later, and of what is told to other systems. */
export interface JobTables {
  /** Jobs on SQLite; on PostgreSQL pg-boss has tables of its own. */
  job: {
    id: string;
    name: string;
    data: string;
    /** Not before. */
    run_at: string;
    attempts: number;
    /** Until when whoever took it keeps others away. */
    lease_until: string | null;
    /** Token of whoever took it. */
    taken_by: string | null;
    finished_at: string | null;
    error: string | null;
  };
  /** How far each receiver of events has come. */
  hook: {
    name: string;
    /** Number of the last row of the audit log that it has taken. */
    seq: number;
    attempts: number;
    next_at: string;
    lease_until: string | null;
    error: string | null;
  };
  /** Figures of a period that is over, made once. */
  period_report: { kind: string; period: string; region: string; body: string; made_at: string };
}

export const JOB_TABLE_KEYS = {
  job: ['id'],
  hook: ['name'],
  period_report: ['kind', 'period', 'region'],
} as const satisfies { [Table in keyof JobTables]: readonly (keyof JobTables[Table] & string)[] };
