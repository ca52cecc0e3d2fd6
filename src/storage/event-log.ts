import type { Access } from './group-commit.js';
import type { KeyedHash } from './key.js';
import type { EventLog } from './ports.js';

/**
 * How long a claim that was never settled keeps others away: longer than any turn takes, shorter than the time after
 * which the platforms give up delivering again (Slack's last retry comes after five minutes).
 */
export const CLAIM_LEASE_MS = 60_000;

export function createEventLog(access: Access, keyed: KeyedHash): EventLog {
  return {
    claim(channel, eventId, at) {
      const key = keyed.id('event', channel, eventId);
      const lapsed = new Date(Date.parse(at) - CLAIM_LEASE_MS).toISOString();
      return access.write(async (trx) => {
        const row = await trx
          .insertInto('event')
          .values({ key, claimed_at: at, settled_at: null })
          .onConflict((c) =>
            c
              .column('key')
              .doUpdateSet({ claimed_at: at })
              .where('event.settled_at', 'is', null)
              .where('event.claimed_at', '<', lapsed),
          )
          .returning('key')
          .executeTakeFirst();
        return row !== undefined;
      });
    },
    take(channel, eventId, at) {
      const key = keyed.id('event', channel, eventId);
      return access.write(async (trx) => {
        const row = await trx
          .insertInto('event')
          .values({ key, claimed_at: at, settled_at: at })
          .onConflict((c) => c.column('key').doNothing())
          .returning('key')
          .executeTakeFirst();
        return row !== undefined;
      });
    },
    async settle(channel, eventId, at) {
      const key = keyed.id('event', channel, eventId);
      await access.write((trx) =>
        trx.updateTable('event').set({ settled_at: at }).where('key', '=', key).execute(),
      );
    },
    async release(channel, eventId) {
      const key = keyed.id('event', channel, eventId);
      await access.write((trx) =>
        trx.deleteFrom('event').where('key', '=', key).where('settled_at', 'is', null).execute(),
      );
    },
  };
}
