import { type Expression, type Kysely, type Selectable, type SqlBool, sql } from 'kysely';
import { significant } from '#access/region-code.js';
import { type Draft, type Entry, type EntryState, entryNumber, textOf } from '#registers/entry.js';
import type { KindId, RegisterKind } from '#registers/kind.js';
import { REGISTERS } from '#registers/kinds/index.js';
import type { Tally } from '#registers/tally.js';
import { masked } from '#text/masked.js';
import type { RegisterPage } from './register-port.js';
import type { RegisterTables } from './registers-schema.js';
import type { Tables } from './schema.js';

/** What the columns of a row don't hold. */
type Body = Pick<Entry, 'values' | 'decided' | 'ended'>;

/** Text that sorts behind every code that begins with a region's digits, in any collation. */
const BEHIND_DIGITS = 'z';

/** The condition for a region and all within it. */
export function withinRegion(column: string, region: string): Expression<SqlBool> {
  const reach = significant(region);
  return sql<SqlBool>`${sql.ref(column)} >= ${reach} and ${sql.ref(column)} < ${`${reach}${BEHIND_DIGITS}`}`;
}

const inReach = (region: string, here: boolean) =>
  here ? sql<SqlBool>`reach = ${significant(region)}` : withinRegion('reach', region);

/** The codes of a region and of all above it, as `reach` has them. */
export function reachesAbove(region: string): string[] {
  const reach = significant(region);
  return [0, 2, 4, 6, 9, 12]
    .filter((length) => length <= reach.length)
    .map((length) => reach.slice(0, length));
}

/** The next running number of a register in a region and year. */
export async function runningNumber(db: Kysely<Tables>, draft: Draft, year: string): Promise<number> {
  const row = await db
    .selectFrom('register_entry')
    .select('running')
    .where('kind', '=', draft.kind)
    .where('reach', '=', significant(draft.region))
    .where('year', '=', year)
    .orderBy('running', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.running ?? 0) + 1;
}

/** Writes an entry, a new one where its number is given; what is kept of it, masked. */
export async function keepEntry(
  db: Kysely<Tables>,
  kind: RegisterKind,
  entry: Entry,
  fresh: { year: string; running: number } | null,
): Promise<Entry> {
  const kept = maskedEntry(kind, entry);
  const columns = columnsOf(kind, kept);
  if (fresh === null) {
    await db.updateTable('register_entry').set(columns).where('id', '=', entry.id).execute();
  } else {
    const { id, region, place } = kept;
    const row = { id, kind: kind.id, region, reach: significant(region), place, ...fresh, ...columns };
    await db.insertInto('register_entry').values(row).execute();
  }
  return kept;
}

function columnsOf(kind: RegisterKind, entry: Entry) {
  const { day, state, values, decided, ended } = entry;
  return {
    day,
    state,
    what: textOf(entry, kind.what),
    who: textOf(entry, kind.who),
    outcome: textOf(entry, kind.outcome),
    body: JSON.stringify({ values, decided, ended } satisfies Body),
  };
}

function maskedEntry(kind: RegisterKind, entry: Entry): Entry {
  const bare = new Set(kind.fields.filter(({ unmasked }) => unmasked === true).map(({ key }) => key));
  const values = Object.fromEntries(
    Object.entries(entry.values).map(([key, value]) => [key, bare.has(key) ? value : masked(value)]),
  );
  return { ...entry, values, decided: masked(entry.decided), ended: masked(entry.ended) };
}

export async function entryById(db: Kysely<Tables>, id: string): Promise<Entry | null> {
  const row = await db.selectFrom('register_entry').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : entryOf(row);
}

/** Only what this body asks for. Default: whoever asks. */
type Asker = {
  who?: string;
  /** Rows of the region itself alone. */
  here?: boolean;
};

/** Newest first. */
export async function entriesOf(db: Kysely<Tables>, page: RegisterPage & Asker): Promise<Entry[]> {
  const { kind, region, from, to, state, after, limit, who, here = false } = page;
  const rows = await db
    .selectFrom('register_entry')
    .selectAll()
    .where('kind', '=', kind)
    .where(inReach(region, here))
    .where((eb) =>
      eb.and([
        ...(from === undefined ? [] : [eb('day', '>=', from)]),
        ...(to === undefined ? [] : [eb('day', '<=', to)]),
        ...(state === undefined ? [] : [eb('state', '=', state)]),
        ...(who === undefined ? [] : [eb('who', '=', who)]),
        ...(after === undefined ? [] : [sql<SqlBool>`(day, id) < (${after.day}, ${after.id})`]),
      ]),
    )
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(entryOf);
}

/** Entries of a region, above it and within it that aren't ended, newest first. */
export async function openEntries(
  db: Kysely<Tables>,
  kind: KindId,
  region: string,
  limit: number,
): Promise<Entry[]> {
  const rows = await db
    .selectFrom('register_entry')
    .selectAll()
    .where('kind', '=', kind)
    .where('state', '<>', 'ended')
    .where((eb) => eb.or([withinRegion('reach', region), eb('reach', 'in', reachesAbove(region))]))
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(entryOf);
}

export async function countEntries(
  db: Kysely<Tables>,
  {
    kind,
    region,
    from,
    to,
    who,
    here = false,
  }: Pick<RegisterPage, 'kind' | 'region' | 'from' | 'to'> & Asker,
): Promise<Tally[]> {
  const rows = await db
    .selectFrom('register_entry')
    .select(['what', 'who', 'outcome', 'state', sql<number | string>`count(*)`.as('count')])
    .where('kind', '=', kind)
    .where(inReach(region, here))
    .$if(from !== undefined, (query) => query.where('day', '>=', from ?? ''))
    .$if(to !== undefined, (query) => query.where('day', '<=', to ?? ''))
    .$if(who !== undefined, (query) => query.where('who', '=', who ?? ''))
    .groupBy(['what', 'who', 'outcome', 'state'])
    .execute();
  // PostgreSQL counts in numbers larger than JavaScript's, which come as text.
  return rows.map(({ state, count, ...same }) => ({
    ...same,
    state: state as EntryState,
    count: Number(count),
  }));
}

function entryOf(row: Selectable<RegisterTables['register_entry']>): Entry {
  const kind = row.kind as KindId;
  const { values, decided, ended } = JSON.parse(row.body) as Body;
  return {
    id: row.id,
    kind,
    region: row.region,
    place: row.place,
    number: entryNumber(REGISTERS[kind], row.year, row.running),
    day: row.day,
    state: row.state as EntryState,
    values,
    decided,
    ended,
  };
}
