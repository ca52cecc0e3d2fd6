import type { Entered, Feed } from './feed.js';

export interface StreamOptions<Entry> {
  /** Id of the last entry the reader has; the stream begins after it. */
  after?: string | undefined;
  /** Ends the stream. */
  signal: AbortSignal;
  /** The event's name and data for an entry. */
  event(entered: Entered<Entry>): { name: string; data: unknown };
  /** Milliseconds between comments while nothing happens. Default: 25 s; proxies cut silent connections at 30 s or 60 s. */
  heartbeat?: number;
}

/** Headers of a response that carries server-sent events. */
export const EVENT_STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // nginx collects a response before it passes it on, unless it is told not to.
  'x-accel-buffering': 'no',
} as const;

/** A conversation as server-sent events: what was said since `after`, then everything that is said until the signal. */
export async function* eventStream<Entry>(
  feed: Feed<Entry>,
  conversation: string,
  options: StreamOptions<Entry>,
): AsyncGenerator<string> {
  const { after, signal, event, heartbeat = 25_000 } = options;
  const waiting: Entered<Entry>[] = [];
  let wake: () => void = () => undefined;
  const unsubscribe = feed.subscribe(conversation, (entered) => {
    waiting.push(entered);
    wake();
  });
  const stop = () => wake();
  signal.addEventListener('abort', stop);
  try {
    waiting.push(...feed.after(conversation, after));
    // Also tells the reader at once that the connection stands.
    yield 'retry: 3000\n\n';
    while (!signal.aborted) {
      const entered = waiting.shift();
      if (entered === undefined) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, heartbeat);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
          // An abort between the loop's check and here must not be missed.
          if (signal.aborted) wake();
        });
        if (waiting.length === 0 && !signal.aborted) yield ': 还在\n\n';
      } else {
        const { name, data } = event(entered);
        yield `id: ${entered.id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
      }
    }
  } finally {
    signal.removeEventListener('abort', stop);
    unsubscribe();
  }
}
