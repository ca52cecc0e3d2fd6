import { createHmac } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Log } from '#conversation/log.js';
import { addressOf } from './address.js';

/** Hex digits of an address's hash: enough to tell the callers of a day apart. */
const DIGITS = 12;

/** Gives every response the id of its request, by which a caller can ask about it. */
export function nameRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
}

/**
 * A line for each request: its id, route, status and time. Nothing of what was sent: the route and not the address, which
 * may hold an id or a search; of the caller a keyed hash.
 */
export function logAccess(app: FastifyInstance, log: Log, key: Uint8Array): void {
  app.addHook('onResponse', async (request, reply) => {
    log.info('request', {
      id: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
      caller: createHmac('sha256', key).update(addressOf(request.ip)).digest('hex').slice(0, DIGITS),
      role: request.actor?.role ?? null,
    });
  });
}
