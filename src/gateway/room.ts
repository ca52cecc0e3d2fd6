import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rateOf } from '#server/api/keys.js';
import { refusals } from '#server/api/schemas.js';
import type { ServerSettings } from '#server/options.js';

/** What a room declares its routes with. */
export type RoomApi = ReturnType<typeof roomApi>;

/** Who signs in, or a program with a user's key: what the description says of a route. */
const USER = [{ session: [] }, { user: [] }];

/** A server whose routes are typed by their schemas, with what every route of a room has. */
export function roomApi(app: FastifyInstance, settings: ServerSettings, tag: string) {
  return {
    app: app.withTypeProvider<ZodTypeProvider>(),
    /** What the description says of a route; a route for everybody says so itself. */
    is: (operationId: string, summary: string) => ({ operationId, summary, tags: [tag], security: USER }),
    /** The usual limit of requests. */
    config: { rateLimit: rateOf(settings) },
    /** Public: for whoever asks, with a key for it where the operator wants keys. */
    open: { scope: 'lists', rateLimit: rateOf(settings) } as const,
    /** A stricter limit, by address. */
    limited: (max: number) => ({ rateLimit: { max, timeWindow: 60_000 } }),
  };
}

/** Refusals that every route of users may give, and others. */
export const refusedWith = (...more: number[]) => refusals(400, 401, 403, 429, 503, ...more);
