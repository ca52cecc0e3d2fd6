import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { refuseTooLong } from '../../bot/too-long.js';
import { addressOf } from '../address.js';
import { callerGone, endWith } from '../channel-routes.js';
import { EVENT_STREAM_HEADERS, eventStream } from '../event-stream.js';
import { createFeed } from '../feed.js';
import { JSON_LIMIT, type ServerOptions, type ServerSettings } from '../options.js';
import { formAttachments, formOf, refuseNothing, toAttachments } from './attachments.js';
import { fileBytes, messageFormSchema, messageSchema, toWire, type WireReply } from './message-schema.js';
import { readBody } from './read-body.js';

/** The channel as the bot knows it: the API speaks for programs, the chat page for people, both are the web. */
const CHANNEL = 'web';
/** Keeps conversations that callers name apart from those of the chat page, whose ids have no colon. */
const inApi = (conversationId: string) => `api:${conversationId}`;
/** Streams open at once, over all conversations; each holds a connection. */
const MOST_STREAMS = 1_000;

/** What was sent, as JSON or as a form with a file. @throws QingdanError QD-INPUT */
function readMessage(body: unknown) {
  const form = formOf(body);
  if (form !== null) {
    const sent = readBody(messageFormSchema, Object.fromEntries(form.fields));
    return { sent, attachments: formAttachments(form) };
  }
  const { attachments, ...sent } = readBody(messageSchema, body);
  return { sent, attachments: toAttachments(attachments) };
}

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
      bodyLimit: JSON_LIMIT,
      config: { files: true, rateLimit: { max: settings.postsPerMinute, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const { sent, attachments } = readMessage(request.body);
      const { conversationId = newId(), eventId, text = '', ...message } = sent;
      refuseTooLong(text);
      refuseNothing(text, attachments);
      const conversation = inApi(conversationId);
      const answered = await bot.handle({
        ...message,
        text,
        eventId: eventId === undefined ? newId() : `${conversation}:${eventId}`,
        channel: CHANNEL,
        conversationId: conversation,
        userId: conversation,
        origin: addressOf(request.ip),
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
