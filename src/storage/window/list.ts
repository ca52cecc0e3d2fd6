import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely';
import { type Actor, mayAll } from '#access/actor.js';
import { significant } from '#access/region-code.js';
import { reachesOwnAlone } from '../own-alone.js';
import { checkLimit, LARGEST_PAGE } from '../page.js';
import type { Tables } from '../schema.js';
import type { CaseFilter } from './port.js';
import { placeOf, type StoredRow } from './rows.js';

/** Rows read at once at least: some of them may be others'. */
const SMALLEST_READ = 50;

/**
 * A page of what a filter and the actor's rights leave, newest first. The regions narrow what is read; the table of
 * rights is asked for every row.
 */
export async function listRows(db: Kysely<Tables>, filter: CaseFilter, actor: Actor): Promise<StoredRow[]> {
  const limit = checkLimit(filter.limit);
  const readable = mayAll(actor, 'read', 'case');
  const atOnce = Math.max(limit, SMALLEST_READ);
  const found: StoredRow[] = [];
  for (let after = filter.after; ; ) {
    const rows = await pageAfter(db, filter, actor, { after, atOnce });
    found.push(...rows.filter((row) => readable(placeOf(row))).slice(0, limit - found.length));
    const last = rows.at(-1);
    if (last === undefined || rows.length < atOnce || found.length === limit) return found;
    after = placeAfter(last);
  }
}

/** Everything of a filter, page by page. */
export async function* allRows(
  db: Kysely<Tables>,
  filter: Omit<CaseFilter, 'limit' | 'after'>,
  actor: Actor,
): AsyncGenerator<StoredRow> {
  for (let after: string | undefined; ; ) {
    const rows = await listRows(db, { ...filter, limit: LARGEST_PAGE, after }, actor);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < LARGEST_PAGE) return;
    after = placeAfter(last);
  }
}

/** What the next page goes on after: the day, then the id, as the rows are ordered. */
export const placeAfter = ({ received_on, id }: Pick<StoredRow, 'received_on' | 'id'>) =>
  `${received_on} ${id}`;

function pageAfter(
  db: Kysely<Tables>,
  filter: CaseFilter,
  actor: Actor,
  { after, atOnce }: { after: string | undefined; atOnce: number },
): Promise<StoredRow[]> {
  return db
    .selectFrom('window_case')
    .selectAll()
    .where((eb) => eb.and(conditionsOf(eb, filter, actor, after)))
    .orderBy('received_on', 'desc')
    .orderBy('id', 'desc')
    .limit(atOnce)
    .execute();
}

function conditionsOf(
  eb: ExpressionBuilder<Tables, 'window_case'>,
  { region, states, class: sorted, from, to, dueBy }: CaseFilter,
  actor: Actor,
  after: string | undefined,
): Expression<SqlBool>[] {
  const conditions = [...within(eb, significant(actor.region))];
  if (reachesOwnAlone(actor, 'case', ['read']))
    conditions.push(eb.or([eb('department', '=', actor.department ?? ''), eb('owner', '=', actor.id)]));
  if (region !== undefined) conditions.push(...within(eb, significant(region)));
  if (states !== undefined) conditions.push(eb('state', 'in', [...states]));
  if (sorted !== undefined) conditions.push(eb('class', '=', sorted));
  if (from !== undefined) conditions.push(eb('received_on', '>=', from));
  if (to !== undefined) conditions.push(eb('received_on', '<', to));
  if (dueBy !== undefined) conditions.push(eb('due_on', '<=', dueBy));
  if (after !== undefined) {
    const [day = '', id = ''] = after.split(' ');
    conditions.push(
      eb.or([eb('received_on', '<', day), eb.and([eb('received_on', '=', day), eb('id', '<', id)])]),
    );
  }
  return conditions;
}

/** Regions that begin with the same digits. */
function within(eb: ExpressionBuilder<Tables, 'window_case'>, digits: string): Expression<SqlBool>[] {
  return digits === '' ? [] : [eb('region', 'like', `${digits}%`)];
}
