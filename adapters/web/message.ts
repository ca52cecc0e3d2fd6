import type { ChannelContext, HttpRequest, HttpResponse } from '#conversation/channel.js';
import { addressOf } from '#server/address.js';
import type { SharedFeed } from '#server/shared-feed.js';
import { readForm } from './form.js';
import { turnEvent } from './live.js';
import { jsonTurn, seeOther, withCookie } from './responses.js';
import type { Site } from './site.js';
import { keepable, type Turn } from './turn.js';
import type { Visitor, Visitors } from './visitor.js';

interface Parts {
  site: Site;
  context: ChannelContext;
  feed: SharedFeed<Turn>;
  visitors: Visitors;
  showPage(visitor: Visitor, request: HttpRequest): HttpResponse;
}

/** Takes a message of the page's forms: by redirect back to the page, or as JSON for the page's script. */
export function createMessageTaker({ site, context, feed, visitors, showPage }: Parts) {
  const { bot, newId } = context;
  const { role, region } = site.settings;

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
      ...{ role, region },
      // The page says it above the first question.
      introduced: true,
      text,
      choice: choice ?? undefined,
      attachments: file === null ? [] : [file],
    });
    // No blocks: the same form a second time; its turn is there or on its way.
    const turn =
      reply.blocks.length === 0
        ? null
        : feed.append(conversation, { said: keepable(text, file), choice, reply });
    // The page that follows may be asked of another process.
    await feed.shared();
    if (live) {
      const response = jsonTurn(turn === null ? null : turnEvent(turn, newId(), site));
      return visitor.known ? response : withCookie(response, visitors.cookie(visitor));
    }
    // A browser that takes no cookies couldn't find its turn again after a redirect.
    if (!visitor.known) return showPage(visitor, request);
    return seeOther(turn === null ? '/#latest' : `/#turn-${turn.id}`);
  };
}
