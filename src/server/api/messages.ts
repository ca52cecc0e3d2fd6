import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { sessionsOfThisProcess } from '#channels/sessions.js';
import { alone } from '#cluster/index.js';
import { refuseTooLong } from '#conversation/too-long.js';
import { QingdanError } from '#errors.js';
import { addressOf } from '../address.js';
import { callerGone, endWith } from '../channel-routes.js';
import { EVENT_STREAM_HEADERS, eventStream } from '../event-stream.js';
import { createFeed } from '../feed.js';
import { JSON_LIMIT, type ServerOptions, type ServerSettings } from '../options.js';
import { shareFeed } from '../shared-feed.js';
import { createStreamRoom } from '../streams.js';
import { formAttachments, formOf, refuseNothing, toAttachments } from './attachments.js';
import { rateOf, regionOf } from './keys.js';
import { fileBytes, messageFormSchema, messageSchema, toWire, type WireReply } from './message-schema.js';
import { readBody } from './read-body.js';

/** The channel as the bot knows it: the API speaks for programs, the chat page for people, both are the web. */
const CHANNEL = 'web';
/** Keeps conversations that callers name apart from those of the chat page, whose ids have no colon. */
const inApi = (conversationId: string) => `api:${conversationId}`;

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
  {
    bot,
    newId,
    clock = Date.now,
    sessions = sessionsOfThisProcess('api'),
    siblings = alone(),
  }: ServerOptions,
  settings: ServerSettings,
  closing: AbortSignal,
): void {
  const feed = shareFeed(createFeed<WireReply>({ clock, newId, weigh: fileBytes }), siblings, 'api');
  const room = createStreamRoom();

  app.post(
    '/api/v1/messages',
    {
      bodyLimit: JSON_LIMIT,
      config: { files: true, scope: 'messages', rateLimit: rateOf(settings) },
    },
    async (request, reply) => {
      const { sent, attachments } = readMessage(request.body);
      const { conversationId: named, eventId, text = '', ...message } = sent;
      // An id that wasn't given out here is nobody's: whoever made it up begins anew.
      const conversationId = named !== undefined && sessions.isOurs(named) ? named : sessions.issue();
      refuseTooLong(text);
      refuseNothing(text, attachments);
      const conversation = inApi(conversationId);
      const answered = await bot.handle({
        ...message,
        region: regionOf(request, message.region),
        text,
        eventId: eventId === undefined ? newId() : `${conversation}:${eventId}`,
        channel: CHANNEL,
        conversationId: conversation,
        userId: conversation,
        origin: addressOf(request.ip),
        attachments,
      });
      if (answered.unkept) throw new QingdanError('QD-STORAGE', '暂时存不了记录');
      const replies = answered.blocks.length === 0 ? [] : [toWire(answered)];
      for (const wire of replies) feed.append(conversation, wire);
      return reply.header('cache-control', 'no-store').send({ conversationId, replies });
    },
  );

  app.get<{ Params: { conversationId: string } }>(
    '/api/v1/conversations/:conversationId/events',
    { config: { scope: 'messages' } },
    async (request, reply) => {
      const conversationId = readBody(
        messageSchema.shape.conversationId.unwrap(),
        request.params.conversationId,
      );
      if (!sessions.isOurs(conversationId)) {
        throw new QingdanError('QD-ID', '没有这次会话，请用 POST /api/v1/messages 返回的 conversationId');
      }
      await feed.recall(inApi(conversationId));
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
      const place = room.enter(request.ip, () => gone.abort());
      if (place === null) throw new QingdanError('QD-BUSY', '同时打开的连接太多，请关掉一些再试');
      reply.raw.once('close', place.leave);
      return reply.send(Readable.from(events));
    },
  );
}
