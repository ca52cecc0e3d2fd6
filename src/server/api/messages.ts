import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { callerGone, endWith } from '../channel-routes.js';
import { EVENT_STREAM_HEADERS, eventStream } from '../event-stream.js';
import { createFeed } from '../feed.js';
import type { ServerOptions, ServerSettings } from '../options.js';
import { FILE_BODY_LIMIT, refuseNothing, toAttachments } from './attachments.js';
import { fileBytes, messageSchema, toWire, type WireReply } from './message-schema.js';
import { readBody } from './read-body.js';

/** The channel as the bot knows it: the API speaks for programs, the chat page for people, both are the web. */
const CHANNEL = 'web';
/** Keeps conversations that callers name apart from those of the chat page, whose ids have no colon. */
const inApi = (conversationId: string) => `api:${conversationId}`;
/** Streams open at once, over all conversations; each holds a connection. */
const MOST_STREAMS = 1_000;

/** `POST /api/v1/messages`: one message and its replies. `GET …/conversations/{id}/events`: all replies, live. */
export function serveMessages(
  app: FastifyInstance,
  { bot, newId, clock = Date.now }: ServerOptions,
  settings: ServerSettings,
  closing: AbortSignal,
): void {
  const feed = createFeed<WireReply>({ clock, newId, weigh: fileBytes });
  let streams = 0;

  app.post(
    '/api/v1/messages',
    {
      bodyLimit: FILE_BODY_LIMIT,
      config: { rateLimit: { max: settings.postsPerMinute, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const {
        conversationId = newId(),
        eventId,
        text = '',
        attachments: sent,
        ...message
      } = readBody(messageSchema, request.body);
      const attachments = toAttachments(sent);
      refuseNothing(text, attachments);
      const conversation = inApi(conversationId);
      const answered = await bot.handle({
        ...message,
        text,
        eventId: eventId === undefined ? newId() : `${conversation}:${eventId}`,
        channel: CHANNEL,
        conversationId: conversation,
        userId: conversation,
        attachments,
      });
      const replies = answered.blocks.length === 0 ? [] : [toWire(answered)];
      for (const wire of replies) feed.append(conversation, wire);
      return reply.header('cache-control', 'no-store').send({ conversationId, replies });
    },
  );

  app.get<{ Params: { conversationId: string } }>(
    '/api/v1/conversations/:conversationId/events',
    (request, reply) => {
      const conversationId = readBody(
        messageSchema.shape.conversationId.unwrap(),
        request.params.conversationId,
      );
      if (streams >= MOST_STREAMS) throw Object.assign(new Error('too many streams'), { statusCode: 503 });
      const after = request.headers['last-event-id'];
      const gone = callerGone(reply);
      endWith(closing, gone, reply);
      const events = eventStream(feed, inApi(conversationId), {
        after: typeof after === 'string' ? after : undefined,
        signal: gone.signal,
        event: ({ entry }) => ({ name: 'replies', data: { conversationId, replies: [entry] } }),
      });
      reply.headers(EVENT_STREAM_HEADERS);
      if (request.method === 'HEAD') return reply.send('');
      streams++;
      reply.raw.once('close', () => {
        streams--;
      });
      return reply.send(Readable.from(events));
    },
  );
}
