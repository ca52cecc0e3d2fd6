import { masked } from '#text/masked.js';
import type { Access } from './group-commit.js';
import type { KeyedHash } from './key.js';
import type { Conversations } from './ports.js';

export function createConversations(access: Access, keyed: KeyedHash): Conversations {
  return {
    async load(key, now) {
      const row = await access.read((db) =>
        db
          .selectFrom('conversation')
          .select('state')
          .where('key', '=', keyed.id('conversation', key))
          .where('expires_at', '>', now)
          .executeTakeFirst(),
      );
      return row === undefined ? null : (JSON.parse(row.state) as unknown);
    },
    async save(key, state, { at, expiresAt, person }) {
      const kept = {
        person: person === undefined ? null : keyed.person(person),
        state: JSON.stringify(masked(state)),
        updated_at: at,
        expires_at: expiresAt,
      };
      await access.write((trx) =>
        trx
          .insertInto('conversation')
          .values({ key: keyed.id('conversation', key), ...kept })
          .onConflict((c) => c.column('key').doUpdateSet(kept))
          .execute(),
      );
    },
    async forget(key) {
      await access.write((trx) =>
        trx.deleteFrom('conversation').where('key', '=', keyed.id('conversation', key)).execute(),
      );
    },
  };
}
