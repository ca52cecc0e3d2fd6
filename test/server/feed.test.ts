import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFeed } from '#server/feed.js';
import { countingIds } from './support/server.js';

describe('a feed', () => {
  it('gives the entries after a known one, and all after an unknown one', () => {
    const feed = createFeed<string>({ clock: () => 0, newId: countingIds() });
    const [first] = ['甲', '乙', '丙'].map((entry) => feed.append('a', entry));
    const entriesAfter = (id?: string) => feed.after('a', id).map(({ entry }) => entry);
    expect(entriesAfter()).toEqual(['甲', '乙', '丙']);
    expect(entriesAfter(first?.id)).toEqual(['乙', '丙']);
    expect(entriesAfter('gone')).toEqual(['甲', '乙', '丙']);
    expect(feed.after('b')).toEqual([]);
  });

  it('forgets a conversation that was idle for half an hour, and no other', () => {
    let now = 0;
    const feed = createFeed<string>({ clock: () => now, newId: countingIds() });
    feed.append('idle', '甲');
    now = 60_000;
    feed.append('later', '乙');
    now = 30 * 60_000;
    expect(feed.after('idle')).toEqual([]);
    expect(feed.after('later')).toHaveLength(1);
  });

  it('forgets the conversation idle for longest when the files weigh too much', () => {
    const options = { clock: () => 0, newId: countingIds(), weigh: (entry: string) => entry.length };
    const feed = createFeed<string>({ ...options, mostBytes: 10, mostOfOne: 2 });
    feed.append('a', '1234');
    feed.append('b', '1234');
    feed.append('b', '1');
    feed.append('b', '1');
    expect(feed.after('a')).toHaveLength(1);
    feed.append('c', '12345');
    expect(feed.after('a')).toEqual([]);
    expect(feed.after('b')).toHaveLength(2);
    feed.forget('b');
    feed.append('d', '12345');
    expect(feed.after('c')).toHaveLength(1);
  });

  it('calls a listener for its own conversation until it unsubscribes', () => {
    const feed = createFeed<string>({ clock: () => 0, newId: countingIds() });
    const heard: string[] = [];
    const unsubscribe = feed.subscribe('a', ({ entry }) => heard.push(entry));
    feed.append('a', '甲');
    feed.append('b', '乙');
    unsubscribe();
    feed.append('a', '丙');
    expect(heard).toEqual(['甲']);
  });

  it('keeps of any sequence what a list with the same limits keeps', () => {
    const step = fc.record({ conversation: fc.constantFrom('a', 'b', 'c'), forget: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const feed = createFeed<number>({ clock: () => 0, newId: countingIds(), mostOfOne: 4, most: 9 });
        let model: { conversation: string; entries: number[] }[] = [];
        steps.forEach(({ conversation, forget }, number) => {
          const own = model.find((kept) => kept.conversation === conversation)?.entries ?? [];
          model = model.filter((kept) => kept.conversation !== conversation);
          if (forget && number % 5 === 0) feed.forget(conversation);
          else {
            feed.append(conversation, number);
            model.push({ conversation, entries: [...own, number].slice(-4) });
          }
          while (model.flatMap(({ entries }) => entries).length > 9) model.shift();
        });
        for (const conversation of ['a', 'b', 'c']) {
          const expected = model.find((kept) => kept.conversation === conversation)?.entries ?? [];
          expect(feed.after(conversation).map(({ entry }) => entry)).toEqual(expected);
        }
      }),
    );
  });
});
