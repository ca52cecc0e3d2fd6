import type { Selectable, Transaction } from 'kysely';
import { mayAll, requireMay } from '#access/actor.js';
import { isRegionCode } from '#access/region-code.js';
import { type Actor, ROLES, type Role } from '#access/roles.js';
import { QingdanError, shown } from '#errors.js';
import type { Account, Accounts, NewAccount } from './account-ports.js';
import type { Appender } from './audit-log.js';
import type { Act } from './audit-port.js';
import type { Access } from './group-commit.js';
import type { Tables } from './schema.js';
import { lockVersions } from './version-table.js';

type AccountRow = Selectable<Tables['account']>;
const LONGEST_NAME = 40;

export function createAccounts(access: Access, append: Appender): Accounts {
  return {
    add: (actor, account, act) => access.write((trx) => add(trx, append, actor, account, act)),
    change: (actor, name, changes, act) =>
      access.write((trx) => change(trx, append, actor, { ...changes, name }, act)),
    async list(actor) {
      const rows = await access.read((db) => db.selectFrom('account').selectAll().orderBy('name').execute());
      const reads = mayAll(actor, 'read', 'user');
      return rows.filter(({ region, id }) => reads({ region, owner: id })).map(accountOf);
    },
    async named(name) {
      const row = await access.read((db) =>
        db.selectFrom('account').selectAll().where('name', '=', name).executeTakeFirst(),
      );
      if (row === undefined) throw unknownUser(name);
      if (row.disabled_at !== null) throw new QingdanError('QD-LOGIN', `用户「${shown(name)}」已停用`);
      return actorOfRow(row);
    },
    async any() {
      const row = await access.read((db) =>
        db.selectFrom('account').select('id').limit(1).executeTakeFirst(),
      );
      return row !== undefined;
    },
  };
}

async function add(
  trx: Transaction<Tables>,
  append: Appender,
  actor: Actor,
  { id, name, role, region, department = null, passwordHash }: NewAccount,
  act: Act,
): Promise<void> {
  checkAccount({ name, role, region, department });
  requireMay(actor, 'create', 'user', { region });
  await lockVersions(trx);
  const added = await trx
    .insertInto('account')
    .values({
      id,
      name,
      role,
      region,
      department,
      password: passwordHash,
      failures: 0,
      locked_until: null,
      disabled_at: null,
      created_at: act.at,
      outside: null,
    })
    .onConflict((c) => c.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added === undefined) throw new QingdanError('QD-INPUT', `已有用户「${shown(name)}」，请换一个名字`);
  const detail = { name, role, region, department };
  await append(trx, { ...act, action: 'user-added', subject: id, detail });
}

async function change(
  trx: Transaction<Tables>,
  append: Appender,
  actor: Actor,
  given: { name: string; passwordHash?: string | undefined; disabled?: boolean | undefined },
  act: Act,
): Promise<void> {
  const { name, passwordHash, disabled } = given;
  await lockVersions(trx);
  const row = await trx.selectFrom('account').selectAll().where('name', '=', name).executeTakeFirst();
  if (row === undefined) throw unknownUser(name);
  requireMay(actor, 'change', 'user', { region: row.region, owner: row.id });
  // One's own account is reached for the password alone.
  if (disabled !== undefined) requireMay(actor, 'delete', 'user', { region: row.region });
  const changes = {
    ...(passwordHash === undefined ? {} : { password: passwordHash, failures: 0, locked_until: null }),
    ...(disabled === undefined ? {} : { disabled_at: disabled ? act.at : null }),
  };
  await trx.updateTable('account').set(changes).where('id', '=', row.id).execute();
  // Whoever had got in by the old password, or before, is out.
  await trx.deleteFrom('login').where('account_id', '=', row.id).execute();
  const detail = { password: passwordHash !== undefined, ...(disabled === undefined ? {} : { disabled }) };
  await append(trx, { ...act, action: 'user-changed', subject: row.id, detail });
}

export function actorOfRow({ id, name, role, region, department }: AccountRow): Actor {
  return { id, name, role: role as Role, region, ...(department === null ? {} : { department }) };
}

function accountOf(row: AccountRow): Account {
  const { disabled_at, created_at } = row;
  return { ...actorOfRow(row), createdAt: created_at, disabledAt: disabled_at };
}

function unknownUser(name: string): QingdanError {
  return new QingdanError('QD-LOGIN', `没有用户「${shown(name)}」，请用 qingdan user list 查看`);
}

/** @throws QingdanError QD-INPUT, QD-REGION */
export function checkAccount(given: {
  name: string;
  role: string;
  region: string;
  department: string | null;
}): void {
  const { name, role, region, department } = given;
  if (name.trim() !== name || name === '' || [...name].length > LONGEST_NAME || /[\p{C}\p{Z}]/u.test(name)) {
    throw new QingdanError('QD-INPUT', `用户名「${shown(name)}」不对：1 到 ${LONGEST_NAME} 个字，不带空格`);
  }
  if (!(ROLES as readonly string[]).includes(role)) {
    throw new QingdanError('QD-INPUT', `角色「${shown(role)}」不认识，请用 ${ROLES.join('、')} 之一`);
  }
  if (!isRegionCode(region)) {
    throw new QingdanError('QD-REGION', `地区代码「${shown(region)}」不对，应是六位、九位或十二位数字`);
  }
  if (role === 'county-department' && department === null) {
    throw new QingdanError('QD-INPUT', '区县部门的用户要写明是哪个部门');
  }
}
