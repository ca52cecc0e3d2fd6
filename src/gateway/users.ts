import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ROLES } from '#access/roles.js';
import { placeName } from '#registers/places.js';
import { actorOf } from '#server/api/callers.js';
import { hashPassword } from '#storage/password.js';
import type { Account } from '#storage/ports.js';
import { actOf, kbOf, type RoomsDesk, regionCodeOf } from './desk.js';
import { named, regionField } from './fields.js';
import { type RoomApi, refusedWith } from './room.js';

const accountSchema: z.ZodType<Account & { regionName: string }> = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    region: z.string().describe('区划代码'),
    regionName: z.string(),
    department: z.string().optional(),
    createdAt: z.string(),
    disabledAt: z.string().nullable().describe('停用的时间；在用的为 null'),
  })
  .meta({ id: 'Account' });
const password = z.string().min(1).max(1000);
const newAccountSchema = z
  .strictObject({
    name: z.string().min(1).max(100).describe('登录名'),
    role: z.enum(ROLES),
    region: regionField,
    department: named.nullable().default(null).describe('区县部门的用户是哪个部门'),
    password: password.nullable().default(null).describe('不写就还不能登录'),
  })
  .meta({ id: 'NewAccount' });
const params = z.strictObject({ name: z.string().max(100) });

/** `…/users`: who may do what in this store. */
export function serveUsers(room: RoomApi, desk: RoomsDesk): void {
  serveAccounts(room, desk);
  serveChanges(room, desk);
}

function serveAccounts({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  const { accounts } = desk.storage;
  app.get(
    '/api/v1/users',
    {
      config,
      schema: {
        ...is('listUsers', '列出能看的用户'),
        response: { 200: z.object({ items: z.array(accountSchema) }), ...refusedWith() },
      },
    },
    async (request, reply) => {
      const { regions } = kbOf(desk);
      const items = (await accounts.list(actorOf(request))).map((account) => ({
        ...account,
        regionName: placeName(regions, account.region),
      }));
      return reply.send({ items });
    },
  );
  app.post(
    '/api/v1/users',
    {
      config,
      schema: {
        ...is('addUser', '建用户'),
        body: newAccountSchema,
        response: { 201: z.object({ id: z.string() }), ...refusedWith() },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { password: secret, region, ...account } = request.body;
      const id = desk.newId();
      const passwordHash = secret === null ? null : await hashPassword(secret);
      const added = { ...account, id, region: regionCodeOf(desk, actor, region), passwordHash };
      await accounts.add(actor, added, actOf(desk, actor));
      return reply.code(201).send({ id });
    },
  );
}

function serveChanges({ app, config, is }: RoomApi, desk: RoomsDesk): void {
  const { accounts, logins } = desk.storage;
  app.patch(
    '/api/v1/users/:name',
    {
      config,
      schema: {
        ...is('changeUser', '设密码、停用或启用；正在用的登录和密钥马上失效'),
        params,
        body: z
          .strictObject({ password: password.optional(), disabled: z.boolean().optional() })
          .refine((given) => Object.keys(given).length > 0, '请写 password 或 disabled'),
        response: { 204: z.null().describe('已改'), ...refusedWith() },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { password: secret, disabled } = request.body;
      const passwordHash = secret === undefined ? undefined : await hashPassword(secret);
      await accounts.change(actor, request.params.name, { passwordHash, disabled }, actOf(desk, actor));
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/users/:name/keys',
    {
      config,
      schema: {
        ...is('addUserKey', '给程序用的密钥：以这个用户的身份办事，只显示这一次'),
        params,
        body: z.strictObject({
          label: z.string().min(1).max(100).describe('用在哪里'),
          days: z.number().int().min(1).max(366).default(90),
        }),
        response: { 201: z.object({ token: z.string(), expiresAt: z.string() }), ...refusedWith() },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { name } = request.params;
      const secret = randomBytes(32).toString('base64url');
      const pass = await logins.key(actor, { ...request.body, name, secret }, actOf(desk, actor));
      return reply.code(201).send(pass);
    },
  );
}
