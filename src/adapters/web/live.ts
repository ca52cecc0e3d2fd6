import type { HttpRequest, HttpResponse } from '../../bot/channel.js';
import { EVENT_STREAM_HEADERS, eventStream } from '../../server/event-stream.js';
import type { Entered, Feed } from '../../server/feed.js';
import { refuse } from './responses.js';
import { type Turn, turnHtml } from './turn.js';
import type { Visitors } from './visitor.js';

interface Parts {
  feed: Feed<Turn>;
  newId: () => string;
  visitors: Visitors;
  /** Ends every stream. */
  stopping: AbortSignal;
}

/** Streams open at once; each holds a connection. A page without one still gets the replies to its own messages. */
const MOST_STREAMS = 1_000;

/** A turn as the page's script gets it; the script never shows the same id twice. */
export const turnEvent = (turn: Entered<Turn>, nonce: string) => ({
  id: turn.id,
  html: turnHtml(turn, nonce, new Map()).markup,
});

/** The turns of one's own conversation as they come, also those sent from another tab. */
export function createLiveTurns({ feed, newId, visitors, stopping }: Parts) {
  let streams = 0;

  /** The events until the reader has gone or the channel stops. */
  async function* events(
    conversation: string,
    { headers, query, signal }: HttpRequest,
  ): AsyncGenerator<string> {
    const end = new AbortController();
    const stop = () => end.abort();
    for (const ending of [signal, stopping]) ending.addEventListener('abort', stop);
    streams++;
    try {
      yield* eventStream(feed, conversation, {
        after: headers['last-event-id'] ?? query.get('after') ?? undefined,
        signal: end.signal,
        event: (turn) => ({ name: 'turn', data: turnEvent(turn, newId()) }),
      });
    } finally {
      streams--;
      for (const ending of [signal, stopping]) ending.removeEventListener('abort', stop);
    }
  }

  return (request: HttpRequest): HttpResponse => {
    const { conversation, known } = visitors.visitorOf(request);
    if (!known) return refuse(403);
    if (streams >= MOST_STREAMS || stopping.aborted) return refuse(503);
    return { status: 200, headers: EVENT_STREAM_HEADERS, body: events(conversation, request) };
  };
}
