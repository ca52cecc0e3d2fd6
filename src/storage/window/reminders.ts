import { QingdanError } from '#errors.js';
import { masked } from '#text/masked.js';
import type { Access } from '../group-commit.js';
import type { KeyedHash } from '../key.js';
import type { Reminders } from './port.js';

/** Reminders that one person may have waiting. */
export const MOST_REMINDERS = 20;

export function createReminders(access: Access, keyed: KeyedHash): Reminders {
  return {
    async add(person, { id, day, text }, at) {
      const whose = keyed.person(person);
      await access.write(async (trx) => {
        const waiting = await trx.selectFrom('reminder').select('id').where('person', '=', whose).execute();
        if (waiting.some((one) => one.id === id)) return;
        if (waiting.length >= MOST_REMINDERS) {
          throw new QingdanError('QD-BUSY', `已经有 ${MOST_REMINDERS} 个提醒在等，到期的提起后再记新的`);
        }
        const row = { id, person: whose, day, text: masked(text), made_at: at };
        await trx
          .insertInto('reminder')
          .values(row)
          .onConflict((c) => c.column('id').doNothing())
          .execute();
      });
    },
    async take(person, day) {
      const whose = keyed.person(person);
      const due = (db: Parameters<Parameters<Access['read']>[0]>[0]) =>
        db
          .selectFrom('reminder')
          .select(['id', 'day', 'text'])
          .where('person', '=', whose)
          .where('day', '<=', day)
          .orderBy('day')
          .orderBy('id')
          .execute();
      // Most people have none: a look costs less than a write.
      if ((await access.read(due)).length === 0) return [];
      return access.write(async (trx) => {
        const rows = await due(trx);
        const ids = rows.map(({ id }) => id);
        if (ids.length > 0) await trx.deleteFrom('reminder').where('id', 'in', ids).execute();
        return rows;
      });
    },
    cancel: (person, id) =>
      access.write(async (trx) => {
        const gone = await trx
          .deleteFrom('reminder')
          .where('person', '=', keyed.person(person))
          .where('id', '=', id)
          .returning('id')
          .execute();
        return gone.length > 0;
      }),
    list: (person) =>
      access.read((db) =>
        db
          .selectFrom('reminder')
          .select(['id', 'day', 'text'])
          .where('person', '=', keyed.person(person))
          .orderBy('day')
          .orderBy('id')
          .execute(),
      ),
  };
}
