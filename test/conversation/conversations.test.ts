import { describe, expect, it } from 'vitest';
import { memoryConversations, type SavedConversation } from '#conversation/conversations.js';
import { memoryEvents } from '#conversation/processed-events.js';
import { NEW_CONVERSATION } from '#conversation/state.js';
import { createTurnQueue } from '#conversation/turn-queue.js';

const PERSON = { channel: 'test', userId: 'u1' };
const saved = (region: string): SavedConversation => ({
  state: { ...NEW_CONVERSATION, region },
  dialog: null,
});

describe('conversations in memory', () => {
  it('are kept while they are used and gone when idle', async () => {
    let now = 0;
    const conversations = memoryConversations({ clock: () => now, idle: 100 });
    await conversations.save('a', saved('甲'), PERSON);
    await conversations.save('b', saved('乙'), PERSON);
    now = 60;
    await conversations.save('a', saved('甲'), PERSON);
    now = 120;
    expect(await conversations.load('b')).toBeUndefined();
    expect(await conversations.load('a')).toEqual(saved('甲'));
    now = 160;
    expect(await conversations.load('a')).toBeUndefined();
  });

  it('drop the longest idle one when there are too many', async () => {
    const conversations = memoryConversations({ clock: () => 0, most: 2 });
    for (const id of ['a', 'b', 'c']) await conversations.save(id, saved(id), PERSON);
    expect(await conversations.load('a')).toBeUndefined();
    expect(await conversations.load('b')).toEqual(saved('b'));
  });

  it('can’t be changed from outside, and can be forgotten', async () => {
    const conversations = memoryConversations({ clock: () => 0 });
    const one = saved('甲');
    await conversations.save('a', one, PERSON);
    one.state = { ...one.state, region: '乙' };
    expect(await conversations.load('a')).toEqual(saved('甲'));
    await conversations.forget('a');
    expect(await conversations.load('a')).toBeUndefined();
  });
});

describe('processed events in memory', () => {
  it('let an id be claimed once, until it is too old to come again', async () => {
    let now = 0;
    const events = memoryEvents({ clock: () => now, kept: 100 });
    expect([await events.claim('a'), await events.claim('a'), await events.claim('b')]).toEqual([
      true,
      false,
      true,
    ]);
    now = 99;
    expect(await events.claim('a')).toBe(false);
    now = 100;
    expect(await events.claim('a')).toBe(true);
  });

  it('drop the oldest id when there are too many', async () => {
    const events = memoryEvents({ clock: () => 0, most: 2 });
    for (const id of ['a', 'b', 'c']) await events.claim(id);
    expect([await events.claim('c'), await events.claim('b'), await events.claim('a')]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('the turn queue', () => {
  it('runs the work of one key in order, and other keys meanwhile', async () => {
    const queue = createTurnQueue();
    const done: string[] = [];
    const work = (name: string, wait: number) => async () => {
      await new Promise((resolve) => setTimeout(resolve, wait));
      done.push(name);
    };
    await Promise.all([
      queue.run('a', work('a1', 30)),
      queue.run('a', work('a2', 0)),
      queue.run('b', work('b1', 5)),
    ]);
    expect(done).toEqual(['b1', 'a1', 'a2']);
  });

  it('goes on after work that failed, and leaves nothing behind', async () => {
    const queue = createTurnQueue();
    const failed = queue.run('a', () => Promise.reject(new Error('no')));
    const next = queue.run('a', async () => 'yes');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('yes');
    await Promise.resolve();
    expect(queue.busy).toBe(0);
  });
});
