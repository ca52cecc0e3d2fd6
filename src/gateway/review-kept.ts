import { z } from 'zod';
import type { ReviewDesk } from '#app/review-desk.js';
import type { KeptQuestion } from '#review/index.js';
import { actorOf } from '#server/api/callers.js';
import { idParams, keptWireSchema, newKeptSchema } from './review-schema.js';
import { type RoomApi, refusedWith } from './room.js';

/** `…/review/kept`: questions of the office with the answers they should have. */
export function serveKept({ app, config, is }: RoomApi, review: ReviewDesk): void {
  app.get(
    '/api/v1/review/kept',
    {
      config,
      schema: {
        ...is('listKeptQuestions', '列出留存的问题'),
        response: { 200: z.object({ items: z.array(keptWireSchema) }), ...refusedWith() },
      },
    },
    async (request, reply) => reply.send({ items: (await review.kept(actorOf(request))).map(toWire) }),
  );
  app.post(
    '/api/v1/review/kept',
    {
      config,
      schema: {
        ...is('keepQuestion', '留存一个问题和它应有的回答'),
        body: newKeptSchema,
        response: { 201: keptWireSchema, ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      const { question, ...given } = request.body;
      return reply.code(201).send(toWire(await review.keep(actorOf(request), question, given)));
    },
  );
  app.delete(
    '/api/v1/review/kept/:id',
    {
      config,
      schema: {
        ...is('dropKeptQuestion', '去掉一个留存的问题'),
        params: idParams,
        response: { 204: z.null().describe('已去掉'), ...refusedWith(404) },
      },
    },
    async (request, reply) => {
      await review.drop(actorOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}

function toWire({ place: _, expected, ...same }: KeptQuestion): z.input<typeof keptWireSchema> {
  return { ...same, expected: [...expected] };
}
