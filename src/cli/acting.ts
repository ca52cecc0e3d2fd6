import type { Actor } from '#access/roles.js';
import { QingdanError, shown } from '#errors.js';
import type { Storage } from '#storage/ports.js';
import { commandAct } from './storage.js';

/** Whoever runs a store that has no users yet: everything is theirs. */
const LOCAL: Omit<Actor, 'name'> = { id: 'local', role: 'admin', region: '000000' };

/** Who a command acts as. @throws QingdanError QD-LOGIN for a user that the store doesn't know */
export async function actingAs(_storage: Storage, user: string | undefined): Promise<Actor> {
  if (user !== undefined) {
    throw new QingdanError('QD-LOGIN', `没有用户「${shown(user)}」，请先用 qingdan user add 添加`);
  }
  return { ...LOCAL, name: commandAct().actor };
}
