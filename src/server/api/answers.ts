import type { FastifyInstance } from 'fastify';
import type { ServerDesk } from '../desk.js';
import type { ServerSettings } from '../options.js';
import { questionSchema } from './answer-schema.js';
import { readBody } from './read-body.js';

/** The header with the id that an answer or a screening is kept under. */
export const RECORD_HEADER = 'qingdan-record';

/** `POST /api/v1/answers`: one question, outside any conversation, and the whole answer. */
export function serveAnswers(
  app: FastifyInstance,
  desk: Pick<ServerDesk, 'answer'>,
  settings: ServerSettings,
): void {
  app.post(
    '/api/v1/answers',
    { config: { rateLimit: { max: settings.postsPerMinute, timeWindow: 60_000 } } },
    async (request, reply) => {
      const { id, answer } = await desk.answer(readBody(questionSchema, request.body));
      return reply.headers({ 'cache-control': 'no-store', [RECORD_HEADER]: id }).send(answer);
    },
  );
}
