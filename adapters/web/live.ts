import type { HttpRequest, HttpResponse } from '#conversation/channel.js';
import { EVENT_STREAM_HEADERS, eventStream } from '#server/event-stream.js';
import type { Entered, Feed } from '#server/feed.js';
import { createStreamRoom } from '#server/streams.js';
import { refuse, type TurnEvent } from './responses.js';
import { scopeWords } from './scope.js';
import type { Site } from './site.js';
import { type Turn, turnHtml } from './turn.js';
import type { Visitors } from './visitor.js';

interface Parts {
  site: Site;
  feed: Feed<Turn>;
  newId: () => string;
  visitors: Visitors;
  /** Ends every stream. */
  stopping: AbortSignal;
}

/** A turn as the page's script gets it; the script never shows the same id twice. */
export const turnEvent = (turn: Entered<Turn>, nonce: string, site: Site): TurnEvent => ({
  id: turn.id,
  html: turnHtml(turn, { site, nonce, given: new Map(), latest: true }).markup,
  scope: scopeWords(turn.entry.reply.standing, site.settings, site.words),
});

/** The turns of one's own conversation as they come, also those sent from another tab. */
export function createLiveTurns({ site, feed, newId, visitors, stopping }: Parts) {
  // A page without a stream still gets the replies to its own messages.
  const room = createStreamRoom();

  /** The events until the reader has gone or the channel stops. */
  async function* events(
    conversation: string,
    { headers, query, signal }: HttpRequest,
    end: AbortController,
    leave: () => void,
  ): AsyncGenerator<string> {
    const stop = () => end.abort();
    for (const ending of [signal, stopping]) ending.addEventListener('abort', stop);
    try {
      yield* eventStream(feed, conversation, {
        after: headers['last-event-id'] ?? query.get('after') ?? undefined,
        signal: end.signal,
        event: (turn) => ({ name: 'turn', data: turnEvent(turn, newId(), site) }),
      });
    } finally {
      leave();
      for (const ending of [signal, stopping]) ending.removeEventListener('abort', stop);
    }
  }

  return (request: HttpRequest): HttpResponse => {
    const { conversation, known } = visitors.visitorOf(request);
    if (!known) return refuse(403);
    if (stopping.aborted) return refuse(503);
    if (request.method === 'HEAD') return { status: 200, headers: EVENT_STREAM_HEADERS };
    const end = new AbortController();
    const place = room.enter(request.remote, () => end.abort());
    if (place === null) return refuse(503);
    // A stream whose reader has gone before it began never comes to its own end.
    request.signal.addEventListener('abort', place.leave);
    return {
      status: 200,
      headers: EVENT_STREAM_HEADERS,
      body: events(conversation, request, end, place.leave),
    };
  };
}
