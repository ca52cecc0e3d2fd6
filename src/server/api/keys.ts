import type { FastifyInstance, FastifyRequest } from 'fastify';
import { QingdanError } from '#errors.js';
import { addressOf } from '../address.js';
import type { ApiScope, KeyDesk, KeyInUse } from '../key-desk.js';
import type { ServerSettings } from '../options.js';
import { isOnThisComputer } from '../protection.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The key that a request to the API came with; null where it came without. */
    apiKey: KeyInUse | null;
  }
  interface FastifyContextConfig {
    /** What a key has to be good for. */
    scope?: ApiScope;
  }
}

const BEARER = /^Bearer +([A-Za-z0-9_-]{1,128}) *$/iu;
const MINUTE = 60_000;

/**
 * Checks the key of every request that has a scope, before its body is read. A key that is sent must hold, also where
 * none has to be sent. Attempts that fail are counted by address.
 */
export function checkKeys(api: FastifyInstance, keys: KeyDesk | undefined, settings: ServerSettings): void {
  api.decorateRequest('apiKey', null);
  if (keys === undefined) return;
  const failing = api.createRateLimit({ max: settings.postsPerMinute, timeWindow: MINUTE });
  api.addHook('onRequest', async (request, reply) => {
    const { scope } = request.routeOptions.config;
    // Whoever has signed in needs no key.
    if (scope === undefined || request.actor !== null) return;
    const { authorization } = request.headers;
    if (authorization === undefined && !keys.required) return;
    const token = BEARER.exec(authorization ?? '')?.[1];
    const key = token === undefined ? null : await keys.find(token);
    if (key === null) {
      const attempts = await failing(request);
      if (!attempts.isAllowed && attempts.isExceeded)
        throw Object.assign(new Error('too often'), { statusCode: 429 });
      reply.header('www-authenticate', 'Bearer');
      throw new QingdanError(
        'QD-API-KEY',
        '需要有效的接口密钥，请在请求头写 Authorization: Bearer 密钥；密钥由管理员用 qingdan key add 发放',
      );
    }
    if (!key.scopes.includes(scope)) {
      throw new QingdanError('QD-API-SCOPE', `这个密钥（${key.id}）不能用于这个地址，请找管理员另发一个`);
    }
    request.apiKey = key;
  });
}

/** The limit of a route of the API: by key or user where there is one, else by address. */
export const rateOf = (settings: ServerSettings) => ({
  max: ({ apiKey }: FastifyRequest) => apiKey?.perMinute ?? settings.postsPerMinute,
  timeWindow: MINUTE,
  keyGenerator: ({ apiKey, actor, ip }: FastifyRequest) => {
    if (apiKey !== null) return `key ${apiKey.id}`;
    return actor === null ? addressOf(ip) : `user ${actor.id}`;
  },
  allowList: (request: FastifyRequest) => request.apiKey === null && isOnThisComputer(request),
});

/** The region of a request: what it names, else that of its key. */
export const regionOf = ({ apiKey }: FastifyRequest, named: string | undefined): string | undefined =>
  named ?? apiKey?.region ?? undefined;
