import { describe, expect, it } from 'vitest';
import { eventStream } from '#server/event-stream.js';
import { createFeed } from '#server/feed.js';
import { countingIds } from './support/server.js';

function open(options: { after?: string; heartbeat?: number } = {}) {
  const feed = createFeed<string>({ clock: () => 0, newId: countingIds() });
  const end = new AbortController();
  const stream = eventStream(feed, 'a', {
    ...options,
    signal: end.signal,
    event: ({ entry }) => ({ name: 'said', data: { entry } }),
  });
  const next = async () => (await stream.next()).value as string | undefined;
  return { feed, end, next };
}

describe('an event stream', () => {
  it('begins with what was said after the reader’s last entry and goes on live', async () => {
    const { feed, next } = open({ after: '0000000000000001' });
    feed.append('a', '甲');
    feed.append('a', '乙');
    expect(await next()).toBe('retry: 3000\n\n');
    expect(await next()).toBe('id: 0000000000000002\nevent: said\ndata: {"entry":"乙"}\n\n');
    const coming = next();
    feed.append('other', '丁');
    feed.append('a', '丙\n\nevent: forged');
    // A line end inside the data would end the event: JSON writes it as \n.
    expect(await coming).toBe(
      'id: 0000000000000004\nevent: said\ndata: {"entry":"丙\\n\\nevent: forged"}\n\n',
    );
  });

  it('sends a comment while nothing happens', async () => {
    const { next } = open({ heartbeat: 1 });
    await next();
    expect(await next()).toMatch(/^: /);
  });

  it('ends with its signal, also while it waits', async () => {
    const { end, next } = open();
    await next();
    const waiting = next();
    end.abort();
    expect(await waiting).toBeUndefined();
  });
});
