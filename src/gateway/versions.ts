import { z } from 'zod';
import { readKnowledge } from '#app/open.js';
import { type Document, documentSchema } from '#catalogue/schema.js';
import { QingdanError, shown } from '#errors.js';
import { actorOf } from '#server/api/callers.js';
import type { DocumentVersion } from '#storage/ports.js';
import type { RoomsDesk } from './desk.js';
import { differenceSchema } from './import-schema.js';
import { idParams } from './lists.js';
import { pageFields, pageSchema, pageWithin } from './page.js';
import { type RoomApi, refusedWith } from './room.js';

const versionSchema: z.ZodType<DocumentVersion> = z
  .object({
    documentId: z.string(),
    number: z.number(),
    hash: z.string().nullable().describe('撤下的为 null'),
    source: z.string(),
    at: z.string(),
    actor: z.string(),
  })
  .meta({ id: 'DocumentVersion' });
const number = z.coerce.number().int().min(0).max(999_999);

/** Versions of what the office has loaded; for users, since they name who loaded them. */
export function serveVersions(room: RoomApi, desk: RoomsDesk): void {
  serveHistory(room, desk);
  serveDifferences(room, desk);
}

function serveHistory({ app, config, is }: RoomApi, { storage }: RoomsDesk): void {
  app.get(
    '/api/v1/documents/:id/versions',
    {
      config,
      schema: {
        ...is('listVersions', '导入过的各个版本，早的在前'),
        params: idParams,
        querystring: z.strictObject(pageFields),
        response: { 200: pageSchema(versionSchema), ...refusedWith() },
      },
    },
    async (request, reply) => {
      actorOf(request);
      return reply.send(pageWithin(await storage.lists.history(request.params.id), request.query));
    },
  );
  app.get(
    '/api/v1/documents/:id/versions/:number',
    {
      config,
      schema: {
        ...is('readVersion', '一个版本的全部内容；0 是随程序的一版'),
        params: idParams.extend({ number }),
        response: { 200: z.record(z.string(), z.unknown()), ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      actorOf(request);
      const { id, number: wanted } = request.params;
      return reply.send(documentSchema.encode(await versionOf(storage, id, wanted)));
    },
  );
}

function serveDifferences({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  app.get(
    '/api/v1/documents/:id/differences',
    {
      config,
      schema: {
        ...is('compareVersions', '两个版本有什么不同'),
        params: idParams,
        querystring: z.strictObject({
          from: number.describe('前一个版本；0 是随程序的一版'),
          to: number.describe('后一个版本'),
        }),
        response: { 200: z.object({ items: z.array(differenceSchema) }), ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id } = request.params;
      const { from, to } = request.query;
      const before = await versionOf(desk.storage, id, from);
      const after = await versionOf(desk.storage, id, to);
      return reply.send({ items: await desk.work.differences(actor.id, { before, after }) });
    },
  );
}

/** @throws QingdanError QD-ID, also for a version that took the document out of force */
async function versionOf({ lists }: RoomsDesk['storage'], id: string, wanted: number): Promise<Document> {
  const document = wanted === 0 ? readKnowledge().documentById.get(id) : await lists.read(id, wanted);
  if (document !== null && document !== undefined) return document;
  throw new QingdanError('QD-ID', `文件「${shown(id)}」没有第 ${wanted} 版，或者这一版是撤下的`);
}
