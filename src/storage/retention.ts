import { type Kysely, sql } from 'kysely';
import type { Appender } from './audit-log.js';
import type { Access } from './group-commit.js';
import type { Counts, Retention, RetentionDays } from './ports.js';
import type { Tables } from './schema.js';
import { closedWithData, stripClosed } from './window/files.js';

const DAY_MS = 86_400_000;

/** @param days how long each sort of record is kept */
export function createRetention(access: Access, days: RetentionDays, append: Appender): Retention {
  const limits = (now: string) => {
    const before = (kept: number) => new Date(Date.parse(now) - kept * DAY_MS).toISOString();
    return {
      questions: before(days.questions),
      screenings: before(days.screenings),
      events: before(days.events),
      cases: before(days.cases).slice(0, 10),
      now,
    };
  };
  return {
    due: (now) => access.read((db) => count(db, limits(now))),
    purge: ({ at, actor }) =>
      access.write(async (trx) => {
        const { questions, screenings, events, cases, now } = limits(at);
        const counts = await count(trx, limits(at));
        // Feedback goes with its question by the foreign key.
        await trx.deleteFrom('question').where('at', '<', questions).execute();
        await trx.deleteFrom('screening').where('at', '<', screenings).execute();
        await trx.deleteFrom('event').where('claimed_at', '<', events).execute();
        await trx.deleteFrom('conversation').where('expires_at', '<=', now).execute();
        await stripClosed(trx, cases);
        await trx.deleteFrom('job').where('finished_at', '<', events).execute();
        await append(trx, {
          at,
          actor,
          action: 'records-purged',
          subject: 'retention',
          detail: { ...counts, days },
        });
        return counts;
      }),
  };
}

async function count(
  db: Kysely<Tables>,
  {
    questions,
    screenings,
    events,
    cases,
    now,
  }: Record<'questions' | 'screenings' | 'events' | 'cases' | 'now', string>,
): Promise<Counts> {
  const all = sql<number | string>`count(*)`.as('count');
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
  };
  // PostgreSQL counts in numbers larger than JavaScript's, which come as text.
  for (const name of RECORDS) counts[name] = Number((await old[name].executeTakeFirstOrThrow()).count);
  return counts;
}

const RECORDS = ['questions', 'feedback', 'screenings', 'events', 'conversations'] as const;
