import { parse, serialize } from 'cookie';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { QingdanError } from '#errors.js';
import { sessionCookie } from './api/session-cookie.js';
import type { OutsideSignIn, UserDesk } from './user-desk.js';

/** Where signing in at the other service begins, and where the browser comes back to. */
export const BEGIN_PATH = '/sign-in';
const RETURN_PATH = '/sign-in/done';
/** Sign-ins begun or finished from one address in a minute; a whole office may stand behind one. */
const PER_MINUTE = 60;
/** Seconds that somebody has for it at the other service. */
const PATIENCE = 600;
/** Of what the browser keeps meanwhile, in characters. */
const LONGEST_KEPT = 1000;
const NO_STORE = { 'cache-control': 'no-store' } as const;

const querySchema = z.record(z.string().max(40), z.string().max(4000));

/**
 * `/sign-in`: leads to the other service and back, into a session like any other. What ties the two halves together is
 * kept by the browser, so that any instance finishes what another began; it goes with the return alone (SameSite=Lax),
 * and is taken away by it.
 */
export function serveOutsideSignIn(app: FastifyInstance, { https }: UserDesk, outside: OutsideSignIn): void {
  const session = sessionCookie(https);
  const name = https ? '__Host-qingdan-sign-in' : 'qingdan-sign-in';
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: https } as const;
  const config = { rateLimit: { max: PER_MINUTE, timeWindow: 60_000 } };
  const forget = serialize(name, '', { ...options, maxAge: 0 });

  app.get(BEGIN_PATH, { config }, async (_request, reply) => {
    const { address, kept } = await outside.begin();
    return reply
      .headers({ ...NO_STORE, 'set-cookie': serialize(name, kept, { ...options, maxAge: PATIENCE }) })
      .redirect(address);
  });
  app.get(RETURN_PATH, { config }, async (request, reply) => {
    const kept = parse(request.headers.cookie ?? '')[name] ?? '';
    reply.headers({ ...NO_STORE, 'set-cookie': forget });
    if (kept === '' || kept.length > LONGEST_KEPT || !querySchema.safeParse(request.query).success) {
      throw new QingdanError(
        'QD-LOGIN',
        '这次登录已经过时，或者不是在这个浏览器里开始的，请回到登录页再试一次',
      );
    }
    const [, query = ''] = request.url.split('?');
    const { token, expiresAt } = await outside.finish(query, kept);
    return reply.header('set-cookie', [forget, session.set(token, expiresAt)]).redirect('/console');
  });
}
