import { z } from 'zod';
import { requireMay } from '#access/actor.js';
import { clauseAt } from '#catalogue/clauses.js';
import type { Document } from '#catalogue/schema.js';
import { STATUS } from '#catalogue/schema.js';
import { plainText } from '#documents/content.js';
import { READ_LIMITS } from '#documents/limits.js';
import { readFileContent } from '#documents/read.js';
import { QingdanError, shown } from '#errors.js';
import { actorOf } from '#server/api/callers.js';
import { documentSeenSchema } from './catalogue-schema.js';
import { documentSeen, holds, wordsOf } from './catalogue-seen.js';
import { kbOf, listActOf, type RoomsDesk, regionNameOf } from './desk.js';
import { unchanged } from './etag.js';
import { regionField } from './fields.js';
import { formOf } from './files.js';
import { idParams, PUBLIC } from './lists.js';
import { pageFields, pageSchema, pageWithin } from './page.js';
import { type RoomApi, refusedWith } from './room.js';
import { serveVersions } from './versions.js';

const filter = z.strictObject({
  region: regionField.optional(),
  status: z.enum(STATUS).optional(),
  imported: z.enum(['true', 'false']).optional().describe('true 只看本单位导入的'),
  q: z.string().max(100).optional().describe('名称、文号、机关里有这几个字'),
  ...pageFields,
});

/** `…/documents`: what the rows stand in. */
export function serveDocuments(room: RoomApi, desk: RoomsDesk): void {
  serveReading(room, desk);
  serveText(room, desk);
  serveAttaching(room, desk);
  serveVersions(room, desk);
}

/** @throws QingdanError QD-ID */
export function documentById(desk: RoomsDesk, id: string): Document {
  const document = kbOf(desk).documentById.get(id);
  if (document !== undefined) return document;
  throw new QingdanError('QD-ID', `知识库里没有文件「${shown(id)}」`);
}

function serveReading({ app, open, is }: RoomApi, desk: RoomsDesk): void {
  app.get(
    '/api/v1/documents',
    {
      config: open,
      schema: {
        ...is('listDocuments', '知识库里的文件'),
        security: PUBLIC,
        querystring: filter,
        response: { 200: pageSchema(documentSeenSchema), ...refusedWith() },
      },
    },
    async (request, reply) => {
      if (unchanged(request, reply, desk.editionToday())) return reply;
      const { region, status, imported, q, ...page } = request.query;
      const [where, words] = [regionNameOf(desk, region), wordsOf(q)];
      const rows = kbOf(desk)
        .documents.map(documentSeen)
        .filter(
          (one) =>
            (where === undefined || one.region === where) &&
            (status === undefined || one.status === status) &&
            (imported === undefined || one.imported === (imported === 'true')) &&
            holds(`${one.id} ${one.title} ${one.number ?? ''} ${one.issuer ?? ''}`, words),
        );
      return reply.send(pageWithin(rows, page));
    },
  );
  app.get(
    '/api/v1/documents/:id',
    {
      config: open,
      schema: {
        ...is(
          'readDocument',
          '一份文件；它的清单用 /api/v1/lists?document= 取，各条用 /api/v1/items?document=',
        ),
        security: PUBLIC,
        params: idParams,
        response: { 200: documentSeenSchema, ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      const document = documentById(desk, request.params.id);
      return unchanged(request, reply, desk.editionToday()) ? reply : reply.send(documentSeen(document));
    },
  );
}

function serveText({ app, open, is }: RoomApi, desk: RoomsDesk): void {
  app.get(
    '/api/v1/documents/:id/text',
    {
      config: open,
      schema: {
        ...is('documentText', '附上的全文；写了 locator 时只给那一条'),
        security: PUBLIC,
        params: idParams,
        querystring: z.strictObject({ locator: z.string().max(100).optional().describe('如 第十条第三项') }),
        response: {
          200: z.object({ documentId: z.string(), text: z.string(), locator: z.string().nullable() }),
          ...refusedWith(404),
        },
      },
    },
    async (request, reply) => {
      const { id, fullText } = documentById(desk, request.params.id);
      const { locator = null } = request.query;
      const text = fullText === undefined || locator === null ? fullText : clauseAt(fullText, locator);
      if (text === undefined || text === null) {
        const lacking = fullText === undefined ? '没有附上全文' : `全文里找不到「${shown(locator ?? '')}」`;
        throw new QingdanError('QD-ID', `文件「${shown(id)}」${lacking}`);
      }
      if (unchanged(request, reply, desk.editionToday())) return reply;
      return reply.send({ documentId: id, text, locator });
    },
  );
}

function serveAttaching({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  const { texts } = desk.storage;
  app.put(
    '/api/v1/documents/:id/text',
    {
      config: { ...config, files: true },
      schema: {
        ...is(
          'attachText',
          '附上全文（docx、pdf、txt 等），回答时引用原文：multipart/form-data，文件放在 file 里',
        ),
        consumes: ['multipart/form-data'],
        params: idParams,
        response: { 200: z.object({ characters: z.number() }), ...refusedWith(404, 413) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const document = documentById(desk, request.params.id);
      const { file } = formOf(request);
      const text = plainText(await readFileContent(file.bytes, file.name, { limits: READ_LIMITS }));
      await texts.attach(document.id, text, await listActOf(desk, actor, document.id, file.name));
      return reply.send({ characters: text.length });
    },
  );
  app.delete(
    '/api/v1/documents/:id/text',
    {
      config,
      schema: {
        ...is('detachText', '取下附过的全文'),
        params: idParams,
        response: { 204: z.null().describe('已取下'), ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id } = request.params;
      await texts.detach(id, await listActOf(desk, actor, id, '取下'));
      return reply.code(204).send(null);
    },
  );
  app.delete(
    '/api/v1/documents/:id',
    {
      config,
      schema: {
        ...is('withdrawDocument', '撤下导入的文件；各个版本都留着，随程序发布的同编号文件重新生效'),
        params: idParams,
        querystring: z.strictObject({ reason: z.string().min(1).max(200).describe('为什么撤下') }),
        response: { 200: z.object({ version: z.number() }), ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      requireMay(actor, 'delete', 'list', actor);
      const { id } = request.params;
      const act = await listActOf(desk, actor, id, request.query.reason);
      const [version] = await desk.storage.lists.withdraw([id], act);
      await desk.takeUp?.();
      return reply.send({ version: version?.number ?? 0 });
    },
  );
}
