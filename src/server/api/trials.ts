import type { FastifyInstance } from 'fastify';
import type { ServerDesk } from '../desk.js';
import type { ServerSettings } from '../options.js';
import { questionSchema } from './answer-schema.js';
import { actorOf } from './callers.js';
import { rateOf } from './keys.js';
import { readBody } from './read-body.js';

/** `POST /api/v1/trials`: a question that somebody who has signed in looks into; the answer isn't kept. */
export function serveTrials(
  app: FastifyInstance,
  desk: Pick<ServerDesk, 'explain'>,
  settings: ServerSettings,
): void {
  // Not in the description of the API: the stages are the program's own, and change with it.
  const options = { config: { rateLimit: rateOf(settings) }, schema: { hide: true } };
  app.post('/api/v1/trials', options, (request, reply) => {
    actorOf(request);
    const question = readBody(questionSchema, request.body);
    return reply.header('cache-control', 'no-store').send(desk.explain(question));
  });
}
