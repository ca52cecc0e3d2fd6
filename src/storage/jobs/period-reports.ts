import type { Appender } from '../audit-log.js';
import type { Access } from '../group-commit.js';
import type { Act } from '../ports.js';

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

export function createPeriodReports(access: Access, append: Appender): PeriodReports {
  return {
    keep: ({ kind, period, region, body }, { at, actor }) =>
      access.write(async (trx) => {
        const added = await trx
          .insertInto('period_report')
          .values({ kind, period, region, body: JSON.stringify(body), made_at: at })
          .onConflict((c) => c.columns(['kind', 'period', 'region']).doNothing())
          .returning('kind')
          .executeTakeFirst();
        if (added === undefined) return false;
        await append(trx, { at, actor, action: 'report-made', subject: kind, detail: { period, region } });
        return true;
      }),
    list: async (kind) => {
      const rows = await access.read((db) =>
        db
          .selectFrom('period_report')
          .selectAll()
          .where('kind', '=', kind)
          .orderBy('period', 'desc')
          .orderBy('region')
          .execute(),
      );
      return rows.map(({ body, made_at, ...same }) => ({
        ...same,
        body: JSON.parse(body) as unknown,
        madeAt: made_at,
      }));
    },
  };
}
