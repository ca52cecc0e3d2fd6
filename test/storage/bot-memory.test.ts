import { expect, it } from 'vitest';
import type { Conversations, SavedConversation } from '#conversation/conversations.js';
import type { ProcessedEvents } from '#conversation/processed-events.js';
import { createBotMemory } from '#storage/bot-memory.js';
import { CLAIM_LEASE_MS } from '#storage/event-log.js';
import { maskedJson } from '#text/masked.js';
import { fakeAnswer } from '../conversation/parts.js';
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
      createBotMemory<Saved>(storage, { clock: () => now, idle: IDLE, editionOf: () => null });
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
    const { conversations } = createBotMemory<SavedConversation>(storage, {
      clock: () => 0,
      idle: IDLE,
      editionOf: () => null,
    });
    const kept: Conversations = conversations;
    expect(await kept.load('web/1')).toBeUndefined();
  });

  it('holds a conversation until it has been idle for too long', async () => {
    const { remember, wait } = await memory();
    const { conversations } = remember();
    await conversations.save('web/1', { said: '居住证明' }, WANG);
    wait(IDLE - 1);
    await conversations.save('web/1', { said: '那无房证明呢' }, WANG);
    wait(IDLE - 1);
    expect(await conversations.load('web/1')).toEqual({ said: '那无房证明呢' });
    wait(1);
    expect(await conversations.load('web/1')).toBeUndefined();
  });

  it('knows no other conversation, and none that was forgotten', async () => {
    const { remember } = await memory();
    const { conversations } = remember();
    await conversations.save('web/1', { said: '居住证明' }, WANG);
    expect(await conversations.load('web/2')).toBeUndefined();
    await conversations.forget('web/1');
    expect(await conversations.load('web/1')).toBeUndefined();
  });

  it('masks personal numbers in what was said', async () => {
    const { remember, sql } = await memory();
    await remember().conversations.save('web/1', { said: '我的电话 13812345678' }, WANG);
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
    await events.settle('slack/Ev1');
    wait(3600_000);
    expect(await remember(await open()).events.claim('slack/Ev1')).toBe(false);
  });

  it('gives an event out again that was cut off, or that the store refused', async () => {
    const { remember, open, wait } = await memory();
    const { events } = remember();
    await events.claim('slack/Ev1');
    wait(CLAIM_LEASE_MS + 1);
    expect(await remember(await open()).events.claim('slack/Ev1')).toBe(true);
    await events.claim('slack/Ev2');
    await events.release('slack/Ev2');
    expect(await events.claim('slack/Ev2')).toBe(true);
  });

  it('keeps a screening, masked', async () => {
    const { remember, storage } = await memory();
    const screening = {
      title: '关于示例工作的通知',
      source: '张三13812345678.txt',
      region: '重庆市',
      tasks: [{}],
      catalogueVersion: 'v1',
    };
    const notice = { screening: screening as never, tasks: 1, masked: maskedJson(screening) };
    await remember().records.keep('s1', WANG, { type: 'screening', notice });
    expect(await storage.screenings.list({ limit: 10 })).toMatchObject([
      { id: 's1', title: '关于示例工作的通知', source: '张三〔电话〕.txt', region: '重庆市', tasks: 1 },
    ]);
  });

  it('keeps an answer once with what it takes to give it again, and its feedback', async () => {
    const { storage } = await memory();
    const { records, feedback } = createBotMemory<Saved>(storage, {
      clock: () => 0,
      idle: IDLE,
      editionOf: () => null,
    });
    const answer = fakeAnswer({ text: '我的电话 13812345678，社区能开居住证明吗' });
    const question = {
      text: answer.question,
      role: 'worker',
      region: '重庆市',
      today: '2026-11-23',
    } as const;
    for (let i = 0; i < 2; i++) await records.keep('a1', WANG, { type: 'answer', answer, question });
    await feedback.add({ answerId: 'a1', useful: true, person: WANG });
    expect(await storage.questions.list({ limit: 10 })).toMatchObject([
      {
        id: 'a1',
        text: '我的电话 〔电话〕，社区能开居住证明吗',
        role: 'worker',
        region: '重庆市',
        date: null,
        today: '2026-11-23',
        verdict: answer.verdict,
      },
    ]);
    expect(await storage.feedback.ofQuestion('a1')).toMatchObject([{ useful: true }]);
    await expect(feedback.add({ answerId: 'a2', useful: true, person: WANG })).rejects.toMatchObject({
      code: 'QD-ID',
    });
  });
});
