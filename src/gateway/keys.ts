import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { mayAll, requireMay } from '#access/actor.js';
import { QingdanError, shown } from '#errors.js';
import { actorOf } from '#server/api/callers.js';
import { API_SCOPES, type ApiKey } from '#storage/key-port.js';
import { actOf, kbOf, type RoomsDesk, regionNameOf } from './desk.js';
import { regionField } from './fields.js';
import { type RoomApi, refusedWith } from './room.js';

const keySchema: z.ZodType<ApiKey> = z
  .object({
    id: z.string(),
    name: z.string().describe('给谁用'),
    region: z.string().nullable().describe('请求里没写地区时按哪个地区答；不限为 null'),
    scopes: z.array(z.enum(API_SCOPES)).describe('能做什么'),
    perMinute: z.number(),
    createdAt: z.string(),
    revokedAt: z.string().nullable().describe('停用的时间；在用的为 null'),
  })
  .meta({ id: 'ApiKey' });
const newKeySchema = z
  .strictObject({
    name: z.string().trim().min(1).max(100).describe('给谁用，如 区政务热线'),
    region: regionField.nullable().default(null),
    scopes: z
      .array(z.enum(API_SCOPES))
      .min(1)
      .max(API_SCOPES.length)
      .default([...API_SCOPES]),
    perMinute: z.number().int().min(1).max(100_000).default(300).describe('每分钟最多几次请求'),
  })
  .meta({ id: 'NewApiKey' });
const params = z.strictObject({ id: z.string().regex(/^[0-9a-f]{8}$/, '应是八位编号') });

/** A key that names no region is good for all of them: whoever runs the whole store gives it out. */
const EVERYWHERE = '000000';

/** `…/keys`: keys of programs that call the API. */
export function serveKeys({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  const { keys } = desk.storage;
  const placeOf = (region: string | null) => ({
    region: (region === null ? undefined : kbOf(desk).regions.get(region)?.code) ?? EVERYWHERE,
  });
  app.get(
    '/api/v1/keys',
    {
      config,
      schema: {
        ...is('listKeys', '列出给程序用的接口密钥（不含密钥本身），停用的也在'),
        response: { 200: z.object({ items: z.array(keySchema) }), ...refusedWith() },
      },
    },
    async (request, reply) => {
      const reads = mayAll(actorOf(request), 'read', 'key');
      const items = (await keys.list()).filter(({ region }) => reads(placeOf(region)));
      return reply.send({ items });
    },
  );
  app.post(
    '/api/v1/keys',
    {
      config,
      schema: {
        ...is('addKey', '给程序发放一个接口密钥，只显示这一次'),
        body: newKeySchema,
        response: { 201: z.object({ id: z.string(), token: z.string() }), ...refusedWith() },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { region: named, ...key } = request.body;
      const region = regionNameOf(desk, named ?? undefined) ?? null;
      requireMay(actor, 'create', 'key', placeOf(region));
      const id = randomBytes(4).toString('hex');
      const secret = randomBytes(32).toString('base64url');
      const token = await keys.add({ ...key, id, secret, region }, actOf(desk, actor));
      return reply.code(201).send({ id, token });
    },
  );
  app.delete(
    '/api/v1/keys/:id',
    {
      config,
      schema: {
        ...is('revokeKey', '停用一个接口密钥，立即生效，不能恢复'),
        params,
        response: { 204: z.null().describe('已停用'), ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id } = request.params;
      const key = (await keys.list()).find((one) => one.id === id && one.revokedAt === null);
      if (key === undefined || !mayAll(actor, 'read', 'key')(placeOf(key.region))) {
        throw new QingdanError('QD-ID', `没有编号为「${shown(id)}」、在用的密钥`);
      }
      requireMay(actor, 'delete', 'key', placeOf(key.region));
      await keys.revoke(id, actOf(desk, actor));
      return reply.code(204).send(null);
    },
  );
}
