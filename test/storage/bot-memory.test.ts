import { expect, it } from 'vitest';
import type { Conversations, SavedConversation } from '../../src/bot/conversations.js';
import type { ProcessedEvents } from '../../src/bot/processed-events.js';
import { createBotMemory } from '../../src/storage/bot-memory.js';
import { LI, WANG } from './support/records.js';
import { onEveryStore } from './support/stores.js';

interface Saved {
  said: string;
}
const IDLE = 30 * 60_000;

onEveryStore('the bot’s memory in the store', (fresh) => {
  const memory = async () => {
    const store = await fresh();
    let now = Date.UTC(2026, 10, 23);
    const remember = (storage = store.storage) =>
      createBotMemory<Saved>(storage, { clock: () => now, idle: IDLE });
    return {
      ...store,
      remember,
      wait: (milliseconds: number) => {
        now += milliseconds;
      },
    };
  };

  it('is what the bot asks for', async () => {
    const { storage } = await memory();
    const { conversations } = createBotMemory<SavedConversation>(storage, { clock: () => 0, idle: IDLE });
    const kept: Conversations = conversations;
    expect(await kept.load('web/1')).toBeUndefined();
  });

  it('holds a conversation until it has been idle for too long', async () => {
    const { remember, wait } = await memory();
    const { conversations } = remember();
    await conversations.save('web/1', { said: '居住证明' });
    wait(IDLE - 1);
    await conversations.save('web/1', { said: '那无房证明呢' });
    wait(IDLE - 1);
    expect(await conversations.load('web/1')).toEqual({ said: '那无房证明呢' });
    wait(1);
    expect(await conversations.load('web/1')).toBeUndefined();
  });

  it('knows no other conversation, and none that was forgotten', async () => {
    const { remember } = await memory();
    const { conversations } = remember();
    await conversations.save('web/1', { said: '居住证明' });
    expect(await conversations.load('web/2')).toBeUndefined();
    await conversations.forget('web/1');
    expect(await conversations.load('web/1')).toBeUndefined();
  });

  it('masks personal numbers in what was said', async () => {
    const { remember, sql } = await memory();
    await remember().conversations.save('web/1', { said: '我的电话 13812345678' });
    expect(JSON.stringify(await sql('select * from conversation'))).not.toContain('13812345678');
  });

  it('is exported and deleted with its person', async () => {
    const { remember, storage } = await memory();
    const { conversations } = remember();
    await conversations.save('web/1', { said: '居住证明' }, WANG);
    await conversations.save('web/2', { said: '无房证明' }, LI);
    expect((await storage.users.export(WANG)).conversations).toMatchObject([{ state: { said: '居住证明' } }]);
    await storage.users.delete(WANG, { at: '2026-11-23T00:00:00.000Z', actor: '测试' });
    expect(await conversations.load('web/1')).toBeUndefined();
    expect(await conversations.load('web/2')).toEqual({ said: '无房证明' });
  });

  it('takes an event once, also when the program has started again between', async () => {
    const { remember, open, wait } = await memory();
    const events: ProcessedEvents = remember().events;
    expect(await events.claim('slack/Ev1')).toBe(true);
    wait(3600_000);
    expect(await remember(await open()).events.claim('slack/Ev1')).toBe(false);
  });
});
