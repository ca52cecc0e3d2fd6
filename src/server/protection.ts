import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addressOf } from './address.js';
import type { ServerSettings } from './options.js';
import { pageDirectives } from './page-policy.js';

/** Headers that keep a page to this site, and a limit on requests from one address. */
export function protect(app: FastifyInstance, settings: ServerSettings): void {
  app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: pageDirectives(),
    },
    // With "no-referrer" browsers send "Origin: null" with the page's own forms, and the check of their origin fails.
    referrerPolicy: { policy: 'same-origin' },
    // Whether this is https is for the proxy in front to know; an office's plain http must not be broken by it.
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });
  app.register(rateLimit, {
    max: settings.requestsPerMinute,
    timeWindow: 60_000,
    // Addresses remembered; 64 bytes each.
    cache: 10_000,
    allowList: isOnThisComputer,
    keyGenerator: ({ ip }) => addressOf(ip),
  });
}

/**
 * Programs on this computer aren't counted. A request that a proxy passed on is: it would otherwise free everybody
 * behind a proxy that `trustProxy` doesn't name.
 */
export function isOnThisComputer(request: FastifyRequest): boolean {
  const { ip, headers } = request;
  const passedOn = 'x-forwarded-for' in headers || 'forwarded' in headers || 'x-real-ip' in headers;
  return !passedOn && (ip === '127.0.0.1' || ip === '::1' || ip === '::ffff:127.0.0.1');
}
