import type { Selectable, Transaction } from 'kysely';
import type { Actor } from '#access/roles.js';
import { QingdanError } from '#errors.js';
import type { OutsideAccount } from './account-ports.js';
import { actorOfRow, checkAccount } from './accounts.js';
import type { Appender } from './audit-log.js';
import type { Act } from './audit-port.js';
import type { Access } from './group-commit.js';
import type { Tables } from './schema.js';
import { lockVersions } from './version-table.js';

type AccountRow = Selectable<Tables['account']>;
/** Digits of an identity that tell two users of the same name apart. */
const DIGITS = 6;

/**
 * The account of somebody whom another service vouches for: made at the first sign-in, brought up to date where role,
 * region or department are others now. Names never join it to an account that is there already.
 * @throws QingdanError QD-LOGIN for one that is switched off, and for a first user who is no administrator
 */
export async function outsideActor(
  access: Access,
  append: Appender,
  account: OutsideAccount,
  act: Act,
): Promise<Actor> {
  const row = await access.read((db) => known(db, account.outside));
  if (row !== undefined && isSame(row, account)) return actorOfRow(usable(row));
  return access.write(async (trx) => {
    await lockVersions(trx);
    const now = await known(trx, account.outside);
    return now === undefined
      ? add(trx, append, account, act)
      : update(trx, append, usable(now), account, act);
  });
}

/** Ends the sessions and keys of somebody to whom the other service gives no role any more. */
export async function dismissOutside(
  access: Access,
  append: Appender,
  outside: string,
  act: Act,
): Promise<void> {
  await access.write(async (trx) => {
    const row = await known(trx, outside);
    if (row === undefined) return;
    const ended = await trx.deleteFrom('login').where('account_id', '=', row.id).returning('id').execute();
    if (ended.length === 0) return;
    await append(trx, { ...act, action: 'user-dismissed', subject: row.id, detail: { ended: ended.length } });
  });
}

const known = (db: Pick<Transaction<Tables>, 'selectFrom'>, outside: string) =>
  db.selectFrom('account').selectAll().where('outside', '=', outside).executeTakeFirst();

const isSame = (row: AccountRow, { role, region, department }: OutsideAccount) =>
  row.role === role && row.region === region && row.department === department;

function usable(row: AccountRow): AccountRow {
  if (row.disabled_at === null) return row;
  throw new QingdanError('QD-LOGIN', '这个账号在这里已停用，请找管理员');
}

async function add(
  trx: Transaction<Tables>,
  append: Appender,
  { id, outside, name: wanted, role, region, department }: OutsideAccount,
  act: Act,
): Promise<Actor> {
  const any = await trx.selectFrom('account').select('id').limit(1).executeTakeFirst();
  if (any === undefined && role !== 'admin') {
    throw new QingdanError(
      'QD-LOGIN',
      '这里还没有管理员，请管理员先登录，或者在服务器上用 qingdan user add 建一个',
    );
  }
  const taken = await trx.selectFrom('account').select('id').where('name', '=', wanted).executeTakeFirst();
  const name = taken === undefined ? wanted : `${wanted}-${outside.slice(0, DIGITS)}`;
  checkAccount({ name, role, region, department });
  const row = { id, name, role, region, department, outside, created_at: act.at };
  await trx
    .insertInto('account')
    .values({ ...row, password: null, failures: 0, locked_until: null, disabled_at: null })
    .execute();
  const detail = { name, role, region, department, outside: true };
  await append(trx, { ...act, action: 'user-added', subject: id, detail });
  return actorOfRow({ ...row, password: null, failures: 0, locked_until: null, disabled_at: null });
}

async function update(
  trx: Transaction<Tables>,
  append: Appender,
  row: AccountRow,
  { role, region, department }: OutsideAccount,
  act: Act,
): Promise<Actor> {
  checkAccount({ name: row.name, role, region, department });
  await trx.updateTable('account').set({ role, region, department }).where('id', '=', row.id).execute();
  const detail = { role, region, department, outside: true };
  await append(trx, { ...act, action: 'user-changed', subject: row.id, detail });
  return actorOfRow({ ...row, role, region, department });
}
