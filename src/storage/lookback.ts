import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { requireMay } from '#access/actor.js';
import type { Actor } from '#access/roles.js';
import { COUNTRY } from '#catalogue/regions.js';
import type { Asked, LookbackScope, QuestionFigures } from '#lookback/figures.js';
import { beginningOf, dayAfter, monthsOf } from '#lookback/months.js';
import type { Access } from './group-commit.js';
import { inRegion } from './in-region.js';
import type { Lookback } from './lookback-port.js';
import { screeningFigures } from './lookback-screenings.js';
import type { Tables } from './schema.js';

/** Rows of lists told at most, and texts without an answer: what more there is, fewer asked. */
const MOST_ITEMS = 100;
const MOST_TEXTS = 3000;

export function createLookback(access: Access): Lookback {
  const held = (actor: Actor, { region }: LookbackScope) =>
    requireMay(actor, 'create', 'lookback', { region });
  return {
    async questions(actor, scope) {
      held(actor, scope);
      return access.read((db) => questionFigures(db, scope));
    },
    async asked(actor, scope) {
      held(actor, scope);
      return access.read((db) => askedIn(db, scope));
    },
    async screenings(actor, scope) {
      held(actor, scope);
      return access.read((db) => screeningFigures(db, scope));
    },
  };
}

const COUNT = sql<number | string>`count(*)`.as('count');
const PEOPLE = sql<number | string>`count(distinct person)`.as('people');

/** PostgreSQL counts in numbers larger than JavaScript's, which come as text. */
const asked = (row: { count: number | string; people: number | string }): Asked => ({
  count: Number(row.count),
  people: Number(row.people),
});

async function questionFigures(db: Kysely<Tables>, scope: LookbackScope): Promise<QuestionFigures> {
  const all = questionsIn(db, scope);
  const byVerdict = await all.select(['verdict', COUNT, PEOPLE]).groupBy('verdict').execute();
  const items = await all
    .where('item_id', 'is not', null)
    .select(['item_id', 'verdict', COUNT, PEOPLE])
    .groupBy(['item_id', 'verdict'])
    .orderBy('count', 'desc')
    .orderBy('item_id')
    .limit(MOST_ITEMS)
    .execute();
  const unanswered = await all
    .where((eb) => eb.or([eb('verdict', '=', 'clarify'), eb('band', '=', 'abstain')]))
    .select(['text', COUNT, PEOPLE])
    .groupBy('text')
    .orderBy('count', 'desc')
    .orderBy('text')
    .limit(MOST_TEXTS)
    .execute();
  const byMonth: (Asked & { month: string })[] = [];
  for (const { month, from, to } of monthsOf(scope.from, scope.to)) {
    byMonth.push({ month, ...(await askedIn(db, { ...scope, from, to })) });
  }
  return {
    ...(await askedIn(db, scope)),
    byVerdict: byVerdict
      .map((row) => ({ verdict: row.verdict, ...asked(row) }))
      .sort((a, b) => b.count - a.count || (a.verdict < b.verdict ? -1 : 1)),
    byMonth,
    items: items.map((row) => ({ itemId: row.item_id ?? '', verdict: row.verdict, ...asked(row) })),
    unanswered: unanswered.map((row) => ({ text: row.text, ...asked(row) })),
    withoutRegion: await withoutRegion(db, scope),
    ...(await judged(db, scope)),
  };
}

async function askedIn(db: Kysely<Tables>, scope: LookbackScope): Promise<Asked> {
  return asked(await questionsIn(db, scope).select([COUNT, PEOPLE]).executeTakeFirstOrThrow());
}

/** Questions of a region and time; of the whole country also those without a region. */
function questionsIn(db: Kysely<Tables>, { name, from, to }: LookbackScope) {
  return db
    .selectFrom('question')
    .where('at', '>=', beginningOf(from))
    .where('at', '<', beginningOf(dayAfter(to)))
    .$if(name !== COUNTRY, (query) => query.where(inRegion(name)));
}

/** Those that belong to no region's look-back; of the country's they are part. */
async function withoutRegion(db: Kysely<Tables>, { name, from, to }: LookbackScope): Promise<number> {
  if (name === COUNTRY) return 0;
  const { count } = await questionsIn(db, { region: '', name: COUNTRY, from, to })
    .where('region', 'is', null)
    .select(COUNT)
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function judged(db: Kysely<Tables>, scope: LookbackScope): Promise<{ useful: number; wrong: number }> {
  const inScope = (eb: ExpressionBuilder<Tables, 'feedback'>) =>
    eb('question_id', 'in', questionsIn(db, scope).select('id'));
  const rows = await db
    .selectFrom('feedback')
    .where(inScope)
    .select(['useful', COUNT])
    .groupBy('useful')
    .execute();
  const of = (useful: number) => Number(rows.find((row) => row.useful === useful)?.count ?? 0);
  return { useful: of(1), wrong: of(0) };
}
