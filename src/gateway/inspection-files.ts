import { z } from 'zod';
import { readRegisterFacts } from '#app/register-facts.js';
import { toOfficialDocx } from '#documents/official-docx.js';
import { writeWorkbook } from '#documents/write.js';
import { inspectionReport, overviewTables } from '#inspection/report.js';
import { placeName } from '#registers/places.js';
import { actorOf } from '#server/api/callers.js';
import { readBody } from '#server/api/read-body.js';
import { kbOf, type RoomsDesk, regionCodeOf } from './desk.js';
import { regionField } from './fields.js';
import { fileReply, formOf, MEDIA, sendFile } from './files.js';
import { photoParams } from './inspection-schema.js';
import { idParams } from './lists.js';
import { type RoomApi, refusedWith } from './room.js';

const PHOTOS = ['image/jpeg', 'image/png', 'application/pdf'] as const;

/** Photos of findings, and the overview as a file. */
export function serveInspectionFiles(room: RoomApi, desk: RoomsDesk): void {
  servePhotos(room, desk);
  serveReport(room, desk);
}

function servePhotos({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  const { inspections } = desk.storage;
  app.post(
    '/api/v1/inspections/:id/photos',
    {
      config: { ...config, files: true },
      schema: {
        ...is(
          'keepPhoto',
          '存一张照片（JPG、PNG）或 PDF，得到它的 hash：multipart/form-data，文件放在 file 里，社区写在 region 里',
        ),
        consumes: ['multipart/form-data'],
        params: idParams,
        response: { 201: z.object({ hash: z.string() }), ...refusedWith(404, 413) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { file, fields } = formOf(request);
      const { region } = readBody(z.strictObject({ region: regionField.optional() }), fields);
      const where = regionCodeOf(desk, actor, region);
      const hash = await inspections.keepPhoto(actor, request.params.id, where, file);
      return reply.code(201).send({ hash });
    },
  );
  app.get(
    '/api/v1/inspection-photos/:hash',
    {
      config,
      schema: {
        ...is('readPhoto', '取一张照片'),
        params: photoParams,
        response: { 200: fileReply(...PHOTOS), ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      const { hash } = request.params;
      const { media, bytes } = await inspections.photo(actorOf(request), hash);
      return sendFile(reply, { name: hash.slice(0, 12), mediaType: media, bytes });
    },
  );
}

function serveReport({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  app.get(
    '/api/v1/inspections/:id/report',
    {
      config,
      schema: {
        ...is('inspectionReport', '督察情况：报告（.docx）或情况表（.xlsx）'),
        params: idParams,
        querystring: z.strictObject({ format: z.enum(['docx', 'xlsx']).default('docx') }),
        response: { 200: fileReply(MEDIA.docx, MEDIA.xlsx), ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      const whole = await desk.storage.inspections.read(actorOf(request), request.params.id);
      const { regions } = kbOf(desk);
      const { selfCheck } = readRegisterFacts();
      const name = (code: string) => placeName(regions, code);
      const { format } = request.query;
      const bytes =
        format === 'xlsx'
          ? await writeWorkbook(overviewTables(whole, selfCheck, desk.today(), name))
          : await toOfficialDocx(inspectionReport(whole, selfCheck, desk.today(), name));
      return sendFile(reply, { name: `${whole.campaign.title}.${format}`, mediaType: MEDIA[format], bytes });
    },
  );
}
