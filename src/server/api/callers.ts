import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '#access/roles.js';
import { QingdanError } from '#errors.js';
import { sendProblem } from '../failures.js';
import type { ServerSettings } from '../options.js';
import { refusal } from '../problem.js';
import type { UserDesk } from '../user-desk.js';
import { sessionCookie } from './session-cookie.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The user whose session or key a request came with; null where it came with none that holds. */
    actor: Actor | null;
    /** Token of that session or key. */
    login: string | null;
  }
}

const MINUTE = 60_000;
/** Keys of programs, which aren't users, begin so. */
const PROGRAM_KEY = 'qd_';
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Finds out whose request it is, before its body is read: by `Authorization: Bearer` (a session's token or a user's key),
 * or by the cookie of a session. A browser sends the cookie by itself, so a change that comes with it has to say that it
 * comes from a page of this site. Tokens that don't hold are counted by address.
 */
export function knowCallers(
  api: FastifyInstance,
  users: UserDesk | undefined,
  settings: ServerSettings,
): void {
  api.decorateRequest('actor', null);
  api.decorateRequest('login', null);
  if (users === undefined) return;
  const cookie = sessionCookie(users.https);
  const failing = api.createRateLimit({ max: settings.postsPerMinute, timeWindow: MINUTE });
  api.addHook('onRequest', async (request, reply) => {
    const bearer = bearerOf(request);
    const token = bearer ?? cookie.read(request.headers.cookie);
    if (token === null || token.startsWith(PROGRAM_KEY)) return;
    if (bearer === null && !SAFE.has(request.method) && !isOfThisSite(request)) {
      return sendProblem(request, reply, refusal(403));
    }
    request.actor = await users.actorOf(token);
    if (request.actor !== null) {
      request.login = token;
      return;
    }
    const attempts = await failing(request);
    if (!attempts.isAllowed && attempts.isExceeded)
      throw Object.assign(new Error('too often'), { statusCode: 429 });
  });
}

/** @throws QingdanError QD-LOGIN where nobody has signed in */
export function actorOf({ actor }: Pick<FastifyRequest, 'actor'>): Actor {
  if (actor !== null) return actor;
  throw new QingdanError('QD-LOGIN', '请先登录；程序请在请求头写 Authorization: Bearer 加登录令牌或用户密钥');
}

function bearerOf({ headers }: FastifyRequest): string | null {
  return /^Bearer +([\w.-]{1,4096}) *$/iu.exec(headers.authorization ?? '')?.[1] ?? null;
}

/** Other sites' origins are refused before this; here a request has to name one, or the browser has to vouch for it. */
function isOfThisSite({ headers }: FastifyRequest): boolean {
  return headers.origin !== undefined || headers['sec-fetch-site'] === 'same-origin';
}
