import type { Selectable, Transaction } from 'kysely';
import { requireMay } from '#access/actor.js';
import type { Actor } from '#access/roles.js';
import { QingdanError } from '#errors.js';
import { sha256 } from '#text/canonical.js';
import type { Logins, Pass } from './account-ports.js';
import { actorOfRow } from './accounts.js';
import type { Appender } from './audit-log.js';
import type { Access } from './group-commit.js';
import type { KeyedHash } from './key.js';
import { dismissOutside, outsideActor } from './outside-accounts.js';
import type { Tables } from './schema.js';
import { lockVersions } from './version-table.js';

/** A working day, after which one logs in again. */
const SESSION_HOURS = 12;
const LONGEST_KEY_DAYS = 366;
/** Wrong passwords in a row that close an account, and for how long: some 500 guesses a day at most. */
const MOST_FAILURES = 5;
const LOCKED_MINUTES = 15;
const HOUR_MS = 3600_000;

const later = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString();
const refused = () =>
  new QingdanError('QD-LOGIN', '用户名或密码不对，或者账号已停用、连错五次暂时锁住（十五分钟后再试）');

export function createLogins(access: Access, keyed: KeyedHash, append: Appender): Logins {
  const passFor = (secret: string, expiresAt: string): Pass => ({
    // A made-up token is refused without a look into the store.
    token: `${secret}.${keyed.sign(`login ${secret}`)}`,
    expiresAt,
  });
  /** What the store keeps of a token; null for one that this store didn't sign. */
  const idOf = (token: string): string | null => {
    const [, secret, signature] = /^([\w-]{20,100})\.([0-9a-f]{64})$/.exec(token) ?? [];
    if (secret === undefined || signature === undefined) return null;
    return keyed.signed(`login ${secret}`, signature) ? sha256(secret) : null;
  };

  const session = async (actor: Actor, secret: string, at: string) => {
    const expiresAt = later(at, SESSION_HOURS * HOUR_MS);
    await access.write(async (trx) => {
      await trx.deleteFrom('login').where('expires_at', '<=', at).execute();
      await keep(trx, { secret, accountId: actor.id, kind: 'session', name: null, at, expiresAt });
    });
    return { ...passFor(secret, expiresAt), actor };
  };

  return {
    async open(name, password, secret, at) {
      const row = await access.read((db) =>
        db.selectFrom('account').selectAll().where('name', '=', name).executeTakeFirst(),
      );
      // Loaded only where somebody logs in: most commands open the store and don't.
      const { isPassword } = await import('./password.js');
      const right = await isPassword(password, row?.password ?? null);
      if (row === undefined || row.disabled_at !== null) throw refused();
      if (row.locked_until !== null && at < row.locked_until) throw refused();
      await access.write((trx) => countAttempt(trx, row, right, at));
      if (!right) throw refused();
      return session(actorOfRow(row), secret, at);
    },
    async vouched(account, secret, act) {
      return session(await outsideActor(access, append, account, act), secret, act.at);
    },
    outside: (account, act) => outsideActor(access, append, account, act),
    dismiss: (outside, act) => dismissOutside(access, append, outside, act),
    async key(actor, { name, label, days, secret }, act) {
      if (!Number.isInteger(days) || days < 1 || days > LONGEST_KEY_DAYS) {
        throw new QingdanError('QD-INPUT', `密钥的天数「${days}」不对，请写 1 到 ${LONGEST_KEY_DAYS} 的整数`);
      }
      const expiresAt = later(act.at, days * 24 * HOUR_MS);
      await access.write(async (trx) => {
        await lockVersions(trx);
        const row = await trx.selectFrom('account').selectAll().where('name', '=', name).executeTakeFirst();
        if (row === undefined || row.disabled_at !== null) {
          throw new QingdanError('QD-LOGIN', '没有这个用户，或者已停用');
        }
        requireMay(actor, 'create', 'key', { region: row.region, owner: row.id });
        await keep(trx, { secret, accountId: row.id, kind: 'key', name: label, at: act.at, expiresAt });
        await append(trx, { ...act, action: 'key-added', subject: row.id, detail: { label, expiresAt } });
      });
      return passFor(secret, expiresAt);
    },
    async actorOf(token, now) {
      const id = idOf(token);
      if (id === null) return null;
      const row = await access.read((db) =>
        db
          .selectFrom('login')
          .innerJoin('account', 'account.id', 'login.account_id')
          .selectAll('account')
          .where('login.id', '=', id)
          .where('login.expires_at', '>', now)
          .where('account.disabled_at', 'is', null)
          .executeTakeFirst(),
      );
      return row === undefined ? null : actorOfRow(row);
    },
    async close(token) {
      const id = idOf(token);
      if (id === null) return;
      await access.write((trx) => trx.deleteFrom('login').where('id', '=', id).execute());
    },
  };
}

/** A wrong password counts, and the fifth in a row closes the account for a while; a right one forgets them. */
async function countAttempt(
  trx: Transaction<Tables>,
  { id, failures }: Selectable<Tables['account']>,
  right: boolean,
  at: string,
): Promise<void> {
  const locked = !right && failures + 1 >= MOST_FAILURES;
  await trx
    .updateTable('account')
    .set({
      failures: right || locked ? 0 : failures + 1,
      locked_until: locked ? later(at, LOCKED_MINUTES * 60_000) : null,
    })
    .where('id', '=', id)
    .execute();
}

async function keep(
  trx: Transaction<Tables>,
  login: {
    secret: string;
    accountId: string;
    kind: 'session' | 'key';
    name: string | null;
    at: string;
    expiresAt: string;
  },
): Promise<void> {
  const { secret, accountId, kind, name, at, expiresAt } = login;
  await trx
    .insertInto('login')
    .values({ id: sha256(secret), account_id: accountId, kind, name, created_at: at, expires_at: expiresAt })
    .execute();
}
