import { Readable } from 'node:stream';
import { z } from 'zod';
import { readRegisterFacts } from '#app/register-facts.js';
import { QingdanError, shown } from '#errors.js';
import { csvLines, type ExportedRoom, exportedRooms, jsonLines } from '#exporting/index.js';
import { actorOf } from '#server/api/callers.js';
import { type RoomsDesk, regionCodeOf } from './desk.js';
import { day, regionField } from './fields.js';
import { fileReply } from './files.js';
import { type RoomApi, refusedWith } from './room.js';

const EXPORTED = exportedRooms({ selfCheck: () => readRegisterFacts().selfCheck });
const FORMATS = {
  csv: { write: csvLines, media: 'text/csv; charset=utf-8' },
  json: { write: jsonLines, media: 'application/x-ndjson; charset=utf-8' },
} as const;

/** `…/exports`: records for other systems, under fixed columns. */
export function serveExports({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  app.get(
    '/api/v1/exports',
    {
      config,
      schema: {
        ...is('listExports', '能导出哪几种记录，各有哪些列'),
        response: {
          200: z.object({
            items: z.array(
              z.object({
                name: z.string(),
                title: z.string(),
                columns: z.array(z.object({ name: z.string(), meaning: z.string() })),
              }),
            ),
          }),
          ...refusedWith(),
        },
      },
    },
    async (request, reply) => {
      actorOf(request);
      const items = EXPORTED.map(({ name, title, columns }) => ({
        name,
        title,
        columns: columns.map(([column, meaning]) => ({ name: column, meaning })),
      }));
      return reply.send({ items });
    },
  );
  app.get(
    '/api/v1/exports/:room',
    {
      config,
      schema: {
        ...is('exportRecords', '导出一种记录：CSV，或一行一个对象的 JSON'),
        params: z.strictObject({ room: z.string().max(60) }),
        querystring: z.strictObject({
          format: z.enum(['csv', 'json']).default('csv'),
          region: regionField.optional(),
          from: day.optional().describe('从这一天起'),
          to: day.optional().describe('这一天以前'),
        }),
        response: { 200: fileReply(FORMATS.csv.media, FORMATS.json.media), ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { format, region, ...range } = request.query;
      const room = roomNamed(request.params.room);
      const code = region === undefined ? undefined : regionCodeOf(desk, actor, region);
      const { write, media } = FORMATS[format];
      const pieces = await begun(
        write(room, await begun(room.rows(desk.storage, { ...range, region: code }, actor))),
      );
      return reply
        .header('content-disposition', `attachment; filename="${room.name}.${format}"`)
        .type(media)
        .send(Readable.from(pieces));
    },
  );
}

/** @throws QingdanError QD-ID */
function roomNamed(name: string): ExportedRoom {
  const room = EXPORTED.find((one) => one.name === name);
  if (room !== undefined) return room;
  throw new QingdanError(
    'QD-ID',
    `没有「${shown(name)}」可以导出，请用 ${EXPORTED.map((one) => one.name).join('、')}`,
  );
}

/** The same pieces, the first of them made already: what is refused is refused before the reply begins. */
async function begun<Piece>(pieces: AsyncIterable<Piece>): Promise<AsyncIterable<Piece>> {
  const iterator = pieces[Symbol.asyncIterator]();
  const first = await iterator.next();
  return (async function* () {
    try {
      for (let step = first; !step.done; step = await iterator.next()) yield step.value;
    } finally {
      await iterator.return?.();
    }
  })();
}
