import type { Actor } from '#access/roles.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { QingdanError } from '#errors.js';
import type { Act, ListAct, Storage } from '#storage/ports.js';
import { commandAct } from './storage.js';

/** The option of every command that acts as somebody. */
export const AS_OPTION = ['--as <用户>', '以哪个用户的身份办理；还没有建用户时不用写'] as const;

/** Whoever works alone in a store that has no users yet. */
export const LOCAL_ADMIN: Actor = { id: 'local', name: '本机管理员', role: 'admin', region: '000000' };

/**
 * Who a command acts as. The shell's own account is trusted to say so: it could write the database itself.
 * @throws QingdanError QD-LOGIN where the store has users and none is named, or the one named isn't one of them
 */
export async function commandActor({ accounts }: Pick<Storage, 'accounts'>, as?: string): Promise<Actor> {
  if (as !== undefined) return accounts.named(as);
  if (!(await accounts.any())) return LOCAL_ADMIN;
  throw new QingdanError('QD-LOGIN', '已经建了用户，请用 --as 写明以谁的身份办理');
}

/** Who acts, with the shell's account, as the audit log names them. */
export function actOf(actor: Actor): Act {
  const act = commandAct();
  return actor === LOCAL_ADMIN ? act : { ...act, actor: `${actor.name}（${act.actor}）` };
}

/** A change of lists by whoever a command acts as. @throws as `commandActor` */
export async function listActFor(
  storage: Storage,
  { regions, documentById }: KnowledgeBase,
  as: string | undefined,
  source: string,
): Promise<ListAct> {
  const actor = await commandActor(storage, as);
  const editor = {
    actor,
    codeOf: (name: string) => regions.get(name)?.code,
    documentOf: (id: string) => documentById.get(id),
  };
  return { ...actOf(actor), source, editor };
}
