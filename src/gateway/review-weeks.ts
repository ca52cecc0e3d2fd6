import { z } from 'zod';
import { VERDICTS } from '#ruling/index.js';
import { actorOf } from '#server/api/callers.js';
import type { AnswerDay } from '#storage/ports.js';
import { kbOf, type RoomsDesk } from './desk.js';
import { type RoomApi, refusedWith } from './room.js';

const DAY = 24 * 3600_000;
/** China is eight hours ahead of UTC all year. */
const MIDNIGHT = 'T00:00:00.000+08:00';

const weekSchema = z
  .object({
    from: z.string().describe('第一天'),
    to: z.string().describe('最后一天（含）'),
    verdicts: z.partialRecord(z.enum(VERDICTS), z.number()).describe('各种判定各答了几次'),
    open: z.number().describe('没答上、反问的'),
    wrong: z.number().describe('被说不对的'),
    useful: z.number().describe('被说有用的'),
    notices: z.number().describe('研判了几份通知'),
  })
  .meta({ id: 'AnswerWeek' });
type Week = z.infer<typeof weekSchema>;

/** `…/review/weeks`: what was asked, week by week, of the regions whose unanswered questions a user sees. */
export function serveReviewWeeks({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  app.get(
    '/api/v1/review/weeks',
    {
      config,
      schema: {
        ...is('reviewWeeks', '近几周每七天答了多少、各种判定、没答上和被说不对的；最后一段到今天'),
        querystring: z.strictObject({ weeks: z.coerce.number().int().min(1).max(26).default(8) }),
        response: { 200: z.object({ items: z.array(weekSchema) }), ...refusedWith() },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const stretches = weeksUntil(desk.today(), request.query.weeks);
      const { regions } = kbOf(desk);
      const from = new Date(`${stretches[0]?.from}${MIDNIGHT}`).toISOString();
      const codeOf = (name: string) => regions.get(name)?.code;
      const days = await desk.storage.reviews.days(actor, { from, codeOf });
      return reply.send({ items: stretches.map((week) => summed(week, days)) });
    },
  );
}

/** Seven days each, the last of which ends today. @param today YYYY-MM-DD */
function weeksUntil(today: string, weeks: number): { from: string; to: string }[] {
  const later = (days: number) =>
    new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
  return Array.from({ length: weeks }, (_, i) => {
    const last = -7 * (weeks - 1 - i);
    return { from: later(last - 6), to: later(last) };
  });
}

function summed({ from, to }: { from: string; to: string }, days: readonly AnswerDay[]): Week {
  const own = days.filter(({ day }) => day >= from && day <= to);
  const sum = (of: (day: AnswerDay) => number) => own.reduce((all, day) => all + of(day), 0);
  const verdicts = Object.fromEntries(
    VERDICTS.flatMap((verdict) => {
      const times = sum((day) => day.verdicts[verdict] ?? 0);
      return times === 0 ? [] : [[verdict, times]];
    }),
  );
  return {
    from,
    to,
    verdicts,
    open: sum(({ open }) => open),
    wrong: sum(({ wrong }) => wrong),
    useful: sum(({ useful }) => useful),
    notices: sum(({ notices }) => notices),
  };
}
