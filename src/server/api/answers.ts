import type { FastifyInstance } from 'fastify';
import type { ServerDesk } from '../desk.js';
import type { ServerSettings } from '../options.js';
import { questionSchema } from './answer-schema.js';
import { rateOf, regionOf } from './keys.js';
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
    { config: { scope: 'answers', rateLimit: rateOf(settings) } },
    async (request, reply) => {
      const { region, ...question } = readBody(questionSchema, request.body);
      const { id, answer } = await desk.answer({ ...question, region: regionOf(request, region) });
      return reply.headers({ 'cache-control': 'no-store', [RECORD_HEADER]: id }).send(answer);
    },
  );
}
