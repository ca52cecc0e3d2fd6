import type { FastifyInstance } from 'fastify';
import type { Decider } from '../../decision/decide.js';
import type { ServerSettings } from '../options.js';
import { questionSchema } from './answer-schema.js';
import { readBody } from './read-body.js';

/** `POST /api/v1/answers`: one question, outside any conversation, and the whole answer. */
export function serveAnswers(
  app: FastifyInstance,
  decider: Pick<Decider, 'decide'>,
  settings: ServerSettings,
): void {
  app.post(
    '/api/v1/answers',
    { config: { rateLimit: { max: settings.postsPerMinute, timeWindow: 60_000 } } },
    (request, reply) =>
      reply.header('cache-control', 'no-store').send(decider.decide(readBody(questionSchema, request.body))),
  );
}
