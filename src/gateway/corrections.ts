import { z } from 'zod';
import { correctedTasksOf, type ScreenedPlace, type SentCorrection } from '#app/notice-corrections.js';
import { QingdanError, shown } from '#errors.js';
import { regionOfCode } from '#registers/places.js';
import { VERDICTS } from '#ruling/index.js';
import { actorOf } from '#server/api/callers.js';
import { correctionSchema } from '#server/api/screening-schema.js';
import { actOf, kbOf, type RoomsDesk } from './desk.js';
import { idParams } from './lists.js';
import { type RoomApi, refusedWith } from './room.js';

const sentSchema: z.ZodType<SentCorrection> = z.intersection(
  correctionSchema,
  z.object({ phrase: z.string().max(500).optional().describe('漏标的任务的文字') }),
);
/** What is read of a screening that was kept. */
const keptSchema = z.object({
  tasks: z.array(
    z.object({ start: z.number(), end: z.number(), phrase: z.string(), verdict: z.enum(VERDICTS) }),
  ) satisfies z.ZodType<ScreenedPlace[]>,
});
const correctedSchema = z
  .object({
    start: z.number(),
    end: z.number(),
    phrase: z.string(),
    verdict: z.enum(VERDICTS).nullable().describe('研判原来的判定；漏标的为 null'),
    said: z.string().describe('改成了什么，一句话'),
  })
  .meta({ id: 'CorrectedTask' });

/** `…/screenings/…/corrections`: what people put right of a screening, which the review of unanswered questions looks at. */
export function serveCorrections({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  const { screenings, noticeCorrections } = desk.storage;
  app.put(
    '/api/v1/screenings/:id/corrections',
    {
      config,
      schema: {
        ...is('correctScreening', '留下对一份研判的人工改正，作为未答问题的材料；再发一次换掉前一次的'),
        params: idParams,
        body: z.strictObject({ corrections: z.array(sentSchema).max(200) }),
        response: { 200: z.object({ items: z.array(correctedSchema) }), ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id } = request.params;
      const stored = await screenings.find(id);
      if (stored === null) throw new QingdanError('QD-ID', `没有留下这份研判「${shown(id)}」`);
      const kb = kbOf(desk);
      const tasks = correctedTasksOf(request.body.corrections, keptSchema.parse(stored.result).tasks, kb);
      const place = regionOfCode(kb.regions, actor.region)?.name ?? null;
      await noticeCorrections.keep(actor, id, { place, tasks }, actOf(desk, actor));
      return reply.send({ items: (await noticeCorrections.find(id)) as typeof tasks });
    },
  );
}
