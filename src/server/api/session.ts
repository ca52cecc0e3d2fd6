import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { rightsOf } from '#access/actor.js';
import { ACTIONS, type Actor, ROLES, SUBJECTS } from '#access/roles.js';
import { ROLE_NAMES } from '#access/words.js';
import type { ServerSettings } from '../options.js';
import { BEGIN_PATH } from '../outside-sign-in.js';
import type { UserDesk } from '../user-desk.js';
import { actorOf } from './callers.js';
import { rateOf } from './keys.js';
import { refusals } from './schemas.js';
import { sessionCookie } from './session-cookie.js';

/** Attempts a minute from one address; each costs some 20 ms of a core. */
const LOGINS_PER_MINUTE = 20;
const NO_STORE = { 'cache-control': 'no-store' } as const;
const TAGS = ['登录'];

export const userSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    roleName: z.string().describe('角色的中文名'),
    region: z.string().describe('区划代码'),
    regionName: z.string(),
    department: z.string().nullable(),
    rights: z
      .partialRecord(z.enum(SUBJECTS), z.partialRecord(z.enum(ACTIONS), z.array(z.string())))
      .describe(
        '对哪类记录能做什么、管到哪里：here 本地区，below 本地区和下级，above 本地区和上级，department 本部门，self 本人，everywhere 全部',
      ),
  })
  .meta({ id: 'User' });

const loginSchema = z
  .strictObject({
    name: z.string().min(1).max(100),
    password: z.string().min(1).max(1000),
    as: z
      .enum(['cookie', 'token'])
      .default('cookie')
      .describe(
        'cookie：浏览器用，登录记在 Cookie 里；token：程序用，返回令牌，以后放在 Authorization: Bearer 里',
      ),
  })
  .meta({ id: 'Login' });

const sessionSchema = z
  .object({
    user: userSchema,
    expiresAt: z.string().describe('到什么时候为止，UTC'),
    token: z.string().optional().describe('as 为 token 时才有'),
  })
  .meta({ id: 'Session' });

const waysSchema = z
  .object({
    outside: z
      .object({
        label: z.string().describe('按钮上的字'),
        address: z.string().describe('在浏览器里打开的地址'),
      })
      .nullable()
      .describe('统一身份认证；没有设置的为 null'),
  })
  .meta({ id: 'SignInWays' });

/** `/api/v1/session`: to sign in, to see who one is and what one may do, to sign out. */
export function serveSession(app: FastifyInstance, users: UserDesk, settings: ServerSettings): void {
  const cookie = sessionCookie(users.https);
  const api = app.withTypeProvider<ZodTypeProvider>();
  const usual = { config: { rateLimit: rateOf(settings) } };

  api.post(
    '/api/v1/session',
    {
      config: { rateLimit: { max: LOGINS_PER_MINUTE, timeWindow: 60_000 } },
      schema: {
        operationId: 'signIn',
        summary: '登录；连续五次密码不对，账号停用一刻钟',
        tags: TAGS,
        body: loginSchema,
        response: { 200: sessionSchema, ...refusals(400, 401, 403, 429, 503) },
      },
    },
    async (request, reply) => {
      const { name, password, as } = request.body;
      const { token, expiresAt, actor } = await users.login(name, password);
      reply.headers(NO_STORE);
      if (as === 'cookie') reply.header('set-cookie', cookie.set(token, expiresAt));
      const session = { user: toWire(actor, users), expiresAt };
      return reply.send(as === 'token' ? { ...session, token } : session);
    },
  );
  api.get(
    '/api/v1/session/ways',
    {
      ...usual,
      schema: {
        operationId: 'signInWays',
        summary: '除了用户名和密码，还可以怎样登录',
        tags: TAGS,
        response: { 200: waysSchema, ...refusals(429, 503) },
      },
    },
    async (_request, reply) => {
      const { outside } = users;
      return reply.send({ outside: outside && { label: outside.label, address: BEGIN_PATH } });
    },
  );
  api.get(
    '/api/v1/session',
    {
      ...usual,
      schema: {
        operationId: 'whoAmI',
        summary: '现在是谁、什么角色、能做什么',
        tags: TAGS,
        response: { 200: userSchema, ...refusals(401, 429) },
      },
    },
    async (request, reply) => reply.headers(NO_STORE).send(toWire(actorOf(request), users)),
  );
  api.delete(
    '/api/v1/session',
    {
      ...usual,
      schema: {
        operationId: 'signOut',
        summary: '退出登录',
        tags: TAGS,
        response: { 204: z.null().describe('已退出'), ...refusals(403, 429) },
      },
    },
    async (request, reply) => {
      if (request.login !== null) await users.logout(request.login);
      return reply
        .code(204)
        .headers({ ...NO_STORE, 'set-cookie': cookie.clear() })
        .send(null);
    },
  );
}

function toWire(actor: Actor, { placeName }: UserDesk): z.input<typeof userSchema> {
  const { id, name, role, region, department = null } = actor;
  return {
    id,
    name,
    role,
    roleName: ROLE_NAMES[role],
    region,
    regionName: placeName(region),
    department,
    rights: rightsOf(actor),
  };
}
