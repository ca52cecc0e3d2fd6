import { z } from 'zod';
import { SHEETS, sheetOf } from '#app/case-sheets.js';
import { paperDocx, paperText } from '#cases/papers/index.js';
import { actorOf } from '#server/api/callers.js';
import { caseRefFields, foundCase, seen } from './case-found.js';
import { caseSeenSchema } from './case-schema.js';
import type { RoomsDesk } from './desk.js';
import { fileReply, formOf, MEDIA, sendFile } from './files.js';
import { type RoomApi, refusedWith } from './room.js';

/** Attachments of cases, and the papers that are printed. */
export function serveCaseFiles({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  const { storage, window, office } = desk;
  const { params, querystring } = caseRefFields;
  app.post(
    '/api/v1/cases/:number/files',
    {
      config: { ...config, files: true },
      schema: {
        ...is(
          'attachToCase',
          '添加附件：PDF、图片、docx、xlsx，每个不超过 5 MB；用 multipart/form-data，文件放在 file 里',
        ),
        consumes: ['multipart/form-data'],
        params,
        querystring,
        response: { 201: caseSeenSchema, ...refusedWith(404, 409, 413) },
      },
    },
    async (request, reply) => {
      const { number, region } = await foundCase(desk, request);
      const { file } = formOf(request);
      const { name, mediaType, bytes } = file;
      const stored = await storage.caseFiles.add(
        { number, region },
        { name, mediaType, bytes },
        window.moment(region),
        actorOf(request),
      );
      return reply.code(201).send(seen(stored));
    },
  );
  app.get(
    '/api/v1/cases/:number/files/:no',
    {
      config,
      schema: {
        ...is('caseFile', '取出附件'),
        params: params.extend({ no: z.coerce.number().int().min(1).max(1000) }),
        querystring,
        response: { 200: fileReply('application/octet-stream'), ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      const { number, region } = await foundCase(desk, request);
      const file = await storage.caseFiles.read({ number, region }, request.params.no, actorOf(request));
      return sendFile(reply, file);
    },
  );
  app.get(
    '/api/v1/cases/:number/papers/:paper',
    {
      config,
      schema: {
        ...is('casePaper', `打印一张单子：${SHEETS.join('、')}`),
        params: params.extend({ paper: z.enum(SHEETS) }),
        querystring: querystring.extend({ format: z.enum(['docx', 'txt']).default('docx') }),
        response: { 200: fileReply(MEDIA.docx, MEDIA.txt), ...refusedWith(404, 409) },
      },
    },
    async (request, reply) => {
      const stored = await foundCase(desk, request);
      const { paper: sheet } = request.params;
      const { format } = request.query;
      const paper = sheetOf(sheet, stored, { window, office });
      const bytes = format === 'docx' ? await paperDocx(paper) : Buffer.from(`${paperText(paper)}\n`);
      return sendFile(reply, {
        name: `${sheet}-${stored.number}.${format}`,
        mediaType: MEDIA[format],
        bytes,
      });
    },
  );
}
