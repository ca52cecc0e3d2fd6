import type { Transaction } from 'kysely';
import type { Tables } from '../schema.js';

/** What is numbered by itself: cases, certificates that were issued, 告知单. */
export type Counted = 'case' | 'issued' | 'refused';

/** The next number of a region and year, from 1 and without gaps: a transaction that fails gives it back. */
export async function nextNumber(
  trx: Transaction<Tables>,
  region: string,
  year: string,
  sort: Counted,
): Promise<number> {
  const { last } = await trx
    .insertInto('case_counter')
    .values({ region, year, sort, last: 1 })
    .onConflict((c) =>
      c.columns(['region', 'year', 'sort']).doUpdateSet((eb) => ({ last: eb('case_counter.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}
