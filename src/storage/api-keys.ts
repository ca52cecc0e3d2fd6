import type { Selectable } from 'kysely';
import { QingdanError, shown } from '#errors.js';
import type { Appender } from './audit-log.js';
import type { Access } from './group-commit.js';
import type { KeyedHash } from './key.js';
import type { ApiKey, ApiKeys, ApiScope } from './key-port.js';
import type { Tables } from './schema.js';

/** What a program sends: `qd_`, the key's id, and 32 random bytes in base64url. */
const TOKEN = /^qd_([0-9a-f]{8})_([A-Za-z0-9_-]{43})$/;

export function createApiKeys(access: Access, keyed: KeyedHash, append: Appender): ApiKeys {
  // 256 random bits can't be guessed from any hash; keyed, the database alone doesn't even tell a right guess.
  const textOf = (id: string, secret: string) => `api key ${id} ${secret}`;
  return {
    add: ({ id, secret, name, region, scopes, perMinute }, { at, actor }) =>
      access.write(async (trx) => {
        const row = { id, name, region, scopes: scopes.join(','), per_minute: perMinute };
        const hash = keyed.sign(textOf(id, secret));
        await trx
          .insertInto('api_key')
          .values({ ...row, hash, created_at: at, revoked_at: null })
          .execute();
        const detail = { name, region, scopes, perMinute };
        await append(trx, { at, actor, action: 'key-added', subject: id, detail });
        return `qd_${id}_${secret}`;
      }),
    list: async () => {
      const rows = await access.read((db) =>
        db.selectFrom('api_key').selectAll().orderBy('created_at').orderBy('id').execute(),
      );
      return rows.map(apiKey);
    },
    revoke: (id, { at, actor }) =>
      access.write(async (trx) => {
        const revoked = await trx
          .updateTable('api_key')
          .set({ revoked_at: at })
          .where('id', '=', id)
          .where('revoked_at', 'is', null)
          .returning('name')
          .executeTakeFirst();
        if (revoked === undefined) {
          throw new QingdanError('QD-ID', `没有编号为「${shown(id)}」、在用的密钥，编号见 qingdan key list`);
        }
        await append(trx, { at, actor, action: 'key-revoked', subject: id, detail: { name: revoked.name } });
      }),
    async find(token) {
      const [, id, secret] = TOKEN.exec(token) ?? [];
      if (id === undefined || secret === undefined) return null;
      const row = await access.read((db) =>
        db.selectFrom('api_key').selectAll().where('id', '=', id).executeTakeFirst(),
      );
      if (row === undefined || row.revoked_at !== null) return null;
      return keyed.signed(textOf(id, secret), row.hash) ? apiKey(row) : null;
    },
  };
}

function apiKey({
  id,
  name,
  region,
  scopes,
  per_minute,
  created_at,
  revoked_at,
}: Selectable<Tables['api_key']>): ApiKey {
  return {
    id,
    name,
    region,
    scopes: scopes.split(',') as ApiScope[],
    perMinute: per_minute,
    createdAt: created_at,
    revokedAt: revoked_at,
  };
}
