import type { Kysely, Transaction } from 'kysely';
import { type Actor, mayAll } from '#access/actor.js';
import { significant } from '#access/region-code.js';
import { checkedNumber } from '#cases/index.js';
import { QingdanError } from '#errors.js';
import type { Tables } from '../schema.js';
import type { CaseRef } from './port.js';
import { placeOf, type StoredRow, wholeCode } from './rows.js';

/**
 * The one case of a number that an actor may read. A case of others is as if it weren't there.
 * @throws QingdanError QD-ID where there is none, or several communities have given out the number
 */
export async function findRow(
  db: Kysely<Tables> | Transaction<Tables>,
  { number, region }: CaseRef,
  actor: Actor,
): Promise<StoredRow> {
  const wanted = checkedNumber(number);
  let query = db.selectFrom('window_case').selectAll().where('number', '=', wanted);
  if (region !== undefined) query = query.where('region', '=', significant(region));
  const readable = mayAll(actor, 'read', 'case');
  const rows = (await query.execute()).filter((row) => readable(placeOf(row)));
  const [row, ...others] = rows;
  if (row === undefined) throw new QingdanError('QD-ID', `没有您能看的件「${wanted}」，请核对件号和地区`);
  if (others.length > 0) {
    const regions = rows.map((one) => wholeCode(one.region)).join('、');
    throw new QingdanError('QD-ID', `件号「${wanted}」在几个地方都有（${regions}），请加上地区代码`);
  }
  return row;
}

/** The same, kept from others until the transaction ends, and as it is then. @throws as `findRow` */
export async function lockedRow(trx: Transaction<Tables>, ref: CaseRef, actor: Actor): Promise<StoredRow> {
  const { id } = await findRow(trx, ref, actor);
  // An update takes the row's lock on PostgreSQL and waits for whoever has it.
  await trx
    .updateTable('window_case')
    .set((eb) => ({ updated_at: eb.ref('updated_at') }))
    .where('id', '=', id)
    .execute();
  return findRow(trx, ref, actor);
}
