import { type Kysely, sql } from 'kysely';
import { mayAll } from '#access/actor.js';
import type { Actor } from '#access/roles.js';
import { reasonOf } from '#review/index.js';
import type { Band, Verdict } from '#ruling/index.js';
import type { AnswerDay, CodeOfRegion } from './review-port.js';
import type { Tables } from './schema.js';
import { isLastOfItsNotice } from './screening-chains.js';

/** Whoever reaches the whole country sees what names no region, or one that is none. */
const NOWHERE = '000000';
/** China is eight hours ahead of UTC all year. */
const CHINA_MS = 8 * 3600_000;

/** `2026-11-23T17` of UTC as the day it is in China. */
const dayOf = (hour: string): string =>
  new Date(Date.parse(`${hour}:00:00.000Z`) + CHINA_MS).toISOString().slice(0, 10);

/** How many answers, judgements and notices there were on each day since, of regions that the actor reads the review of. */
export async function answerDays(
  db: Kysely<Tables>,
  actor: Actor,
  { from, codeOf }: { from: string; codeOf: CodeOfRegion },
): Promise<AnswerDay[]> {
  const reads = mayAll(actor, 'read', 'review');
  const seen = ({ region }: { region: string | null }) =>
    reads({ region: (region === null ? undefined : codeOf(region)) ?? NOWHERE });
  const days = new Map<string, AnswerDay>();
  const dayAt = (hour: string): AnswerDay => {
    const day = dayOf(hour);
    const known = days.get(day) ?? { day, verdicts: {}, open: 0, wrong: 0, useful: 0, notices: 0 };
    days.set(day, known);
    return known;
  };
  for (const { hour, verdict, band, times, ...row } of await answersByHour(db, from)) {
    if (!seen(row)) continue;
    const day = dayAt(hour);
    day.verdicts[verdict as Verdict] = (day.verdicts[verdict as Verdict] ?? 0) + Number(times);
    if (reasonOf({ verdict: verdict as Verdict, band: band as Band }, false) !== null)
      day.open += Number(times);
  }
  for (const { hour, useful, times, ...row } of await judgementsByHour(db, from)) {
    if (seen(row)) dayAt(hour)[useful === 1 ? 'useful' : 'wrong'] += Number(times);
  }
  for (const { hour, times, ...row } of await noticesByHour(db, from)) {
    if (seen(row)) dayAt(hour).notices += Number(times);
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Times are ISO 8601 text: their first thirteen characters are the hour. */
const hourOf = (column: string) => sql<string>`substr(${sql.ref(column)}, 1, 13)`;

const answersByHour = (db: Kysely<Tables>, from: string) =>
  db
    .selectFrom('question')
    .select(({ fn }) => [
      hourOf('question.at').as('hour'),
      'region',
      'verdict',
      'band',
      fn.countAll<number>().as('times'),
    ])
    .where('question.at', '>=', from)
    .groupBy([hourOf('question.at'), 'region', 'verdict', 'band'])
    .execute();

const judgementsByHour = (db: Kysely<Tables>, from: string) =>
  db
    .selectFrom('feedback')
    .innerJoin('question', 'question.id', 'feedback.question_id')
    .select(({ fn }) => [
      hourOf('question.at').as('hour'),
      'region',
      'useful',
      fn.countAll<number>().as('times'),
    ])
    .where('question.at', '>=', from)
    .groupBy([hourOf('question.at'), 'region', 'useful'])
    .execute();

const noticesByHour = (db: Kysely<Tables>, from: string) =>
  db
    .selectFrom('screening')
    .select(({ fn }) => [hourOf('screening.at').as('hour'), 'region', fn.countAll<number>().as('times')])
    .where('screening.at', '>=', from)
    .where(isLastOfItsNotice)
    .groupBy([hourOf('screening.at'), 'region'])
    .execute();
