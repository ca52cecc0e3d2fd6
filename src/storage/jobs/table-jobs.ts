import { randomUUID } from 'node:crypto';
import type { Access } from '../group-commit.js';
import { type Job, type JobOptions, type JobStore, MOST_ATTEMPTS } from './port.js';

/** Jobs in a table of the store's own, for SQLite: any number of programs on one file share them. */
export function createTableJobs(
  access: Access,
  { clock, leaseSeconds = 60, backoffSeconds = 5 }: JobOptions,
): JobStore {
  /** Tells this program's claims from others': a lease that was taken over isn't ours any more. */
  const me = randomUUID();
  const time = (seconds = 0) => new Date(clock() + seconds * 1000).toISOString();
  return {
    start: async () => undefined,
    async put({ id, name, data }, at) {
      await access.write((trx) =>
        trx
          .insertInto('job')
          .values({ id, name, data: JSON.stringify(data), run_at: at, attempts: 0 })
          .onConflict((c) => c.column('id').doNothing())
          .execute(),
      );
    },
    async take(name) {
      const now = time();
      const due = await access.read((db) => waiting(db, name, now));
      if (due === undefined) return null;
      const taken = await access.write(async (trx) => {
        const next = await waiting(trx, name, now);
        if (next === undefined) return undefined;
        await trx
          .updateTable('job')
          .set({ lease_until: time(leaseSeconds), taken_by: me, attempts: next.attempts + 1 })
          .where('id', '=', next.id)
          .execute();
        return next;
      });
      if (taken === undefined) return null;
      return { id: taken.id, name, data: JSON.parse(taken.data) as Job['data'] };
    },
    async done({ id }) {
      await access.write((trx) =>
        trx
          .updateTable('job')
          .set({ finished_at: time(), lease_until: null, error: null })
          .where('id', '=', id)
          .where('taken_by', '=', me)
          .execute(),
      );
    },
    async failed({ id }, reason) {
      await access.write(async (trx) => {
        const row = await trx
          .selectFrom('job')
          .select('attempts')
          .where('id', '=', id)
          .where('taken_by', '=', me)
          .executeTakeFirst();
        if (row === undefined) return;
        const over = row.attempts >= MOST_ATTEMPTS;
        const next = over
          ? { finished_at: time() }
          : { run_at: time(pauseAfter(row.attempts, backoffSeconds)) };
        await trx
          .updateTable('job')
          .set({ ...next, lease_until: null, taken_by: null, error: reason })
          .where('id', '=', id)
          .execute();
      });
    },
    stop: async () => undefined,
  };
}

type Database = Parameters<Parameters<Access['read']>[0]>[0];

/** The job that has waited longest. */
function waiting(db: Database, name: string, now: string) {
  return db
    .selectFrom('job')
    .select(['id', 'data', 'attempts'])
    .where('name', '=', name)
    .where('finished_at', 'is', null)
    .where('run_at', '<=', now)
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', now)]))
    .orderBy('run_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

/** Seconds before the next attempt: twice as long each time. @param attempts made so far, from 1 */
export const pauseAfter = (attempts: number, first: number): number => first * 2 ** (attempts - 1);
