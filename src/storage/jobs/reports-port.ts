import type { Act } from '../audit-port.js';

/** Figures of a period that is over, kept as they were then. */
export interface PeriodReport {
  kind: string;
  /** YYYY-MM. */
  period: string;
  /** Code of a region. */
  region: string;
  body: unknown;
  madeAt: string;
}

export interface PeriodReports {
  /** Keeps it where there is none yet; whether it was kept. */
  keep(report: Omit<PeriodReport, 'madeAt'>, act: Act): Promise<boolean>;
  /** Newest period first. */
  list(kind: string): Promise<PeriodReport[]>;
}
