import type { Access } from '../group-commit.js';
import type { HookCursors } from './hooks-port.js';

export function createHookCursors(access: Access): HookCursors {
  return {
    take: (name, now, leaseUntil) =>
      access.write(async (trx) => {
        const head = await trx.selectFrom('audit_head').select('seq').where('id', '=', 1).executeTakeFirst();
        await trx
          .insertInto('hook')
          .values({ name, seq: head?.seq ?? 0, attempts: 0, next_at: now })
          .onConflict((c) => c.column('name').doNothing())
          .execute();
        const row = await trx
          .updateTable('hook')
          .set({ lease_until: leaseUntil })
          .where('name', '=', name)
          .where('next_at', '<=', now)
          .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', now)]))
          .returning(['seq', 'attempts'])
          .executeTakeFirst();
        return row ?? null;
      }),
    async moved(name, seq, leaseUntil) {
      await access.write((trx) =>
        trx
          .updateTable('hook')
          .set({ seq, attempts: 0, error: null, lease_until: leaseUntil })
          .where('name', '=', name)
          .execute(),
      );
    },
    async refused(name, attempts, nextAt, error) {
      await access.write((trx) =>
        trx
          .updateTable('hook')
          .set({ attempts, next_at: nextAt, error, lease_until: null })
          .where('name', '=', name)
          .execute(),
      );
    },
    async release(name) {
      await access.write((trx) =>
        trx.updateTable('hook').set({ lease_until: null }).where('name', '=', name).execute(),
      );
    },
    list: async () => {
      const rows = await access.read((db) => db.selectFrom('hook').selectAll().orderBy('name').execute());
      return rows.map(({ name, seq, attempts, next_at, error }) => ({
        name,
        seq,
        attempts,
        nextAt: next_at,
        error,
      }));
    },
  };
}
