import { describe, expect, it } from 'vitest';
import { createHub } from '#cluster/hub.js';
import { createFeed } from '#server/feed.js';
import { shareFeed } from '#server/shared-feed.js';
import { type Connected, connected, joined } from '../cluster/connected.js';

let ids = 0;
const feedOf = ({ siblings }: Connected) =>
  shareFeed(createFeed<string>({ clock: () => 0, newId: () => `e${++ids}` }), siblings, 'test');
const entries = (feed: ReturnType<typeof feedOf>, conversation = 'c') =>
  feed.after(conversation).map(({ entry }) => entry);

describe('a feed of several processes', () => {
  it('has in each what was appended in any, with the same ids, and tells its streams', async () => {
    const [one, two] = connected(2).map(feedOf);
    const seen: string[] = [];
    two?.subscribe('c', ({ entry }) => seen.push(entry));
    const { id } = one?.append('c', 'a') ?? {};
    await one?.shared();
    expect(two?.after('c')).toEqual([{ id, entry: 'a' }]);
    expect(seen).toEqual(['a']);
    two?.append('c', 'b');
    await two?.shared();
    expect(one && entries(one)).toEqual(['a', 'b']);
  });

  it('forgets in all', async () => {
    const [one, two] = connected(2).map(feedOf);
    one?.append('c', 'a');
    await one?.shared();
    two?.forget('c');
    await two?.shared();
    expect(one?.after('c')).toEqual([]);
  });

  it('is fetched by a process that began later, in order, and once', async () => {
    const hub = createHub();
    const [one, two] = connected(2, hub);
    const first = feedOf(one as Connected);
    first.append('c', 'a');
    first.append('c', 'b');
    await first.shared();
    two?.end();
    const late = feedOf(joined(hub, 1, 2));
    first.append('c', 'c');
    await first.shared();
    expect(entries(late)).toEqual(['c']);
    await late.recall('c');
    expect(entries(late)).toEqual(['a', 'b', 'c']);
    one?.end();
    await late.recall('c');
    expect(entries(late)).toEqual(['a', 'b', 'c']);
  });

  it('knows a conversation that began before its eyes, and asks nobody for it', async () => {
    const [one, two] = connected(2);
    const [here, there] = [feedOf(one as Connected), feedOf(two as Connected)];
    await here.recall('new');
    here.append('new', 'a');
    await here.shared();
    one?.end();
    await there.recall('new');
    expect(entries(there, 'new')).toEqual(['a']);
  });
});
