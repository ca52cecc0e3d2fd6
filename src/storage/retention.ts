import { type Kysely, sql } from 'kysely';
import { QingdanError } from '#errors.js';
import type { AnswerSeals } from './answer-seals.js';
import type { Appender } from './audit-log.js';
import type { Access } from './group-commit.js';
import type { Counts, Retention, RetentionDays } from './ports.js';
import { type PurgeOutlook, whyNotPurge } from './purge-guard.js';
import type { Tables } from './schema.js';
import { countShared, deleteShared } from './shared-pages.js';
import { closedWithData, stripClosed } from './window/files.js';

const DAY_MS = 86_400_000;
/** Percent of the answers, screenings or pages passed on that may go at once unseen. */
const USUAL_SHARE = 50;

export interface RetentionParts {
  /** How long each sort of record is kept. */
  days: RetentionDays;
  /** Default: 50. */
  share?: number | undefined;
  append: Appender;
  seals: AnswerSeals;
}

export function createRetention(
  access: Access,
  { days, share = USUAL_SHARE, append, seals }: RetentionParts,
): Retention {
  const limits = (now: string) => {
    const before = (kept: number) => new Date(Date.parse(now) - kept * DAY_MS).toISOString();
    return {
      questions: before(days.questions),
      screenings: before(days.screenings),
      events: before(days.events),
      shared: before(days.shared),
      cases: before(days.cases).slice(0, 10),
      now,
    };
  };
  return {
    due: (now) => access.read((db) => count(db, limits(now))),
    purge: ({ at, actor }, { unguarded = false } = {}) =>
      access.write(async (trx) => {
        const { questions, screenings, events, shared, cases, now } = limits(at);
        const outlook = await outlookOf(trx, limits(at));
        const doubt = unguarded ? null : whyNotPurge(outlook, at, share);
        if (doubt !== null) {
          throw new QingdanError(
            'QD-PURGE',
            `${doubt}，没有清理；请核对，确实要清理的用 qingdan purge --yes`,
          );
        }
        const old = trx.selectFrom('question').select('seal').where('at', '<', questions);
        const sealed = await old.execute();
        await seals.removed(
          trx,
          sealed.map(({ seal }) => seal),
        );
        // Feedback goes with its question by the foreign key.
        await trx.deleteFrom('question').where('at', '<', questions).execute();
        await trx.deleteFrom('screening').where('at', '<', screenings).execute();
        await trx.deleteFrom('event').where('claimed_at', '<', events).execute();
        await trx.deleteFrom('conversation').where('expires_at', '<=', now).execute();
        await deleteShared(trx, shared);
        await stripClosed(trx, cases);
        await trx.deleteFrom('job').where('finished_at', '<', events).execute();
        await append(trx, {
          at,
          actor,
          action: 'records-purged',
          subject: 'retention',
          detail: { ...outlook.due, days },
        });
        return outlook.due;
      }),
  };
}

type Limits = Record<'questions' | 'screenings' | 'events' | 'shared' | 'cases' | 'now', string>;

async function outlookOf(db: Kysely<Tables>, limits: Limits): Promise<PurgeOutlook> {
  const held = async (table: 'question' | 'screening') =>
    Number((await db.selectFrom(table).select(all).executeTakeFirstOrThrow()).count);
  const shared = await countShared(db);
  const newest = [
    { at: shared.newest },
    await db
      .selectFrom('question')
      .select(({ fn }) => fn.max('at').as('at'))
      .executeTakeFirst(),
    await db
      .selectFrom('screening')
      .select(({ fn }) => fn.max('at').as('at'))
      .executeTakeFirst(),
    await db
      .selectFrom('event')
      .select(({ fn }) => fn.max('claimed_at').as('at'))
      .executeTakeFirst(),
    await db
      .selectFrom('audit')
      .select(({ fn }) => fn.max('at').as('at'))
      .executeTakeFirst(),
  ].flatMap((row) => (row?.at == null ? [] : [row.at]));
  return {
    due: await count(db, limits),
    held: {
      questions: await held('question'),
      screenings: await held('screening'),
      shared: shared.count,
    },
    newest: newest.sort().at(-1) ?? null,
  };
}

const all = sql<number | string>`count(*)`.as('count');

async function count(
  db: Kysely<Tables>,
  { questions, screenings, events, shared, cases, now }: Limits,
): Promise<Counts> {
  const question = db.selectFrom('question').where('question.at', '<', questions);
  const old = {
    questions: question.select(all),
    feedback: question.innerJoin('feedback', 'question.id', 'feedback.question_id').select(all),
    screenings: db.selectFrom('screening').where('at', '<', screenings).select(all),
    events: db.selectFrom('event').where('claimed_at', '<', events).select(all),
    conversations: db.selectFrom('conversation').where('expires_at', '<=', now).select(all),
  };
  const counts: Counts = {
    questions: 0,
    feedback: 0,
    screenings: 0,
    events: 0,
    conversations: 0,
    cases: (await closedWithData(db, cases)).length,
    // A reminder goes when it is told.
    reminders: 0,
    shared: (await countShared(db, shared)).count,
  };
  // PostgreSQL counts in numbers larger than JavaScript's, which come as text.
  for (const name of RECORDS) counts[name] = Number((await old[name].executeTakeFirstOrThrow()).count);
  return counts;
}

const RECORDS = ['questions', 'feedback', 'screenings', 'events', 'conversations'] as const;
