import type { Kysely } from 'kysely';
import { within } from '#access/region-code.js';
import type { Actor } from '#access/roles.js';
import { QingdanError } from '#errors.js';
import { additionsHash, type Proposal } from '#review/index.js';
import { additionsOf } from './accepted-wordings.js';
import type { Tables } from './schema.js';

/** Whether the store has users: without any there is no second person. */
export async function hasUsers(db: Kysely<Tables>): Promise<boolean> {
  return (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** @throws QingdanError QD-STATE where others have been accepted since it was tried */
export async function requireFreshTrial(db: Kysely<Tables>, { id, trial }: Proposal): Promise<void> {
  if (trial === null || trial.additions === additionsHash(await additionsOf(db))) return;
  throw new QingdanError('QD-STATE', `提案 ${id} 试答以后又有别的提案生效或撤销，请重新试答`);
}

/**
 * Wordings hold for everybody whom the instance answers: whoever decides on them stands above all others who work with
 * it, or in one line with them. @throws QingdanError QD-FORBIDDEN
 */
export async function requireReach(db: Kysely<Tables>, { region }: Actor): Promise<void> {
  const rows = await db
    .selectFrom('account')
    .select('region')
    .distinct()
    .where('disabled_at', 'is', null)
    .execute();
  const apart = rows.some((row) => !within(row.region, region) && !within(region, row.region));
  if (!apart) return;
  throw new QingdanError(
    'QD-FORBIDDEN',
    '问法对用这个服务的各个地区都算数，这里还有别的地区在用，请管得到这些地区的上级或管理员来定',
  );
}
