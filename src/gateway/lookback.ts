import { z } from 'zod';
import { requireMay } from '#access/actor.js';
import { QingdanError } from '#errors.js';
import { actorOf } from '#server/api/callers.js';
import { type RoomsDesk, regionCodeOf } from './desk.js';
import { day, regionField } from './fields.js';
import { fileReply, MEDIA, sendFile } from './files.js';
import { type RoomApi, refusedWith } from './room.js';

const NAMES = { docx: '回头看报告', xlsx: '回头看数字' } as const;

/** `…/lookback`: 回头看 from the records alone. It is made in a thread of its own, which may take half a minute. */
export function serveLookback({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  app.get(
    '/api/v1/lookback',
    {
      config,
      schema: {
        ...is('lookback', '回头看：一个地区一段时间的减负增效情况，JSON、报告（.docx）或数字表（.xlsx）'),
        querystring: z.strictObject({
          region: regionField.optional(),
          from: day.describe('从哪天起'),
          to: day.describe('到哪天止'),
          k: z.coerce
            .number()
            .int()
            .min(1)
            .max(1000)
            .optional()
            .describe('涉及居民的数字，少于几人不单独列出'),
          format: z.enum(['json', 'docx', 'xlsx']).default('json'),
        }),
        response: {
          200: fileReply('application/json', MEDIA.docx, MEDIA.xlsx),
          ...refusedWith(),
        },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { region: named, from, to, k = desk.lookbackK, format } = request.query;
      const region = regionCodeOf(desk, actor, named);
      // Refused at once, and not after a turn in the queue.
      requireMay(actor, 'create', 'lookback', { region });
      if (from > to) throw new QingdanError('QD-DATE', `开始日期 ${from} 晚于结束日期 ${to}`);
      const bytes = await desk.work.lookback(actor, { region, from, to, k, today: desk.today(), format });
      if (format === 'json') return reply.type('application/json; charset=utf-8').send(Buffer.from(bytes));
      return sendFile(reply, { name: `${NAMES[format]}.${format}`, mediaType: MEDIA[format], bytes });
    },
  );
}
