import type { ChannelContext, HttpRequest, HttpResponse } from '#conversation/channel.js';
import { addressOf } from '#server/address.js';
import type { Feed } from '#server/feed.js';
import type { WebSettings } from './config.js';
import { readForm } from './form.js';
import { turnEvent } from './live.js';
import { jsonTurn, seeOther, withCookie } from './responses.js';
import { keepable, type Turn } from './turn.js';
import type { Visitor, Visitors } from './visitor.js';

interface Parts {
  settings: WebSettings;
  context: ChannelContext;
  feed: Feed<Turn>;
  visitors: Visitors;
  showPage(visitor: Visitor): HttpResponse;
}

/** Takes a message of the page's forms: by redirect back to the page, or as JSON for the page's script. */
export function createMessageTaker({ settings, context, feed, visitors, showPage }: Parts) {
  const { bot, newId } = context;

  return async (request: HttpRequest): Promise<HttpResponse> => {
    const live = request.headers.accept?.includes('application/json') ?? false;
    const message = readForm(request);
    if (message === null) return live ? jsonTurn(null) : seeOther('/#text');
    const visitor = visitors.visitorOf(request);
    const { conversation } = visitor;
    const { text, choice, file, eventId } = message;
    const reply = await bot.handle({
      eventId: eventId ?? newId(),
      channel: 'web',
      conversationId: conversation,
      userId: conversation,
      origin: addressOf(request.remote),
      role: settings.role,
      region: settings.region,
      text,
      choice: choice ?? undefined,
      attachments: file === null ? [] : [file],
    });
    // No blocks: the same form a second time; its turn is there or on its way.
    const turn =
      reply.blocks.length === 0
        ? null
        : feed.append(conversation, { said: keepable(text, file), choice, reply });
    if (live) {
      const response = jsonTurn(turn === null ? null : turnEvent(turn, newId()));
      return visitor.known ? response : withCookie(response, visitors.cookie(visitor));
    }
    // A browser that takes no cookies couldn't find its turn again after a redirect.
    if (!visitor.known) return showPage(visitor);
    return seeOther(turn === null ? '/#latest' : `/#turn-${turn.id}`);
  };
}
