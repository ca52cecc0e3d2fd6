import { type Kysely, type SqlBool, sql } from 'kysely';
import { QingdanError, shown } from '#errors.js';
import type { Tables } from './schema.js';

/**
 * The condition for the last screening of each notice: one that was put right, or judged again for its letters, counts
 * once, as it was judged last.
 */
export const isLastOfItsNotice = sql<SqlBool>`not exists (
  select 1 from screening later
  where later.first_id = coalesce(screening.first_id, screening.id)
    and (screening.first_id is null or (later.at, later.id) > (screening.at, screening.id)))`;

/** The first screening of the notice that `earlier` is one of. @throws QingdanError QD-ID where that isn't kept */
export async function firstOfItsNotice(db: Kysely<Tables>, earlier: string): Promise<string> {
  const row = await db
    .selectFrom('screening')
    .select(['id', 'first_id'])
    .where('id', '=', earlier)
    .executeTakeFirst();
  if (row === undefined) throw new QingdanError('QD-ID', `没有留下这份研判「${shown(earlier)}」`);
  return row.first_id ?? row.id;
}
