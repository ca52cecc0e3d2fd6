import { expect, it } from 'vitest';
import { question, screening, WANG } from './support/records.js';
import { onEveryStore } from './support/stores.js';

const NOW = Date.UTC(2026, 10, 23);
const daysAgo = (days: number, seconds = 0) =>
  new Date(NOW - days * 86_400_000 + seconds * 1000).toISOString();
const ACT = { at: daysAgo(0), actor: '示例街道' };

onEveryStore('retention', (fresh) => {
  const filled = async () => {
    const shared = new Map<string, string>();
    const store = await fresh();
    const { questions, feedback, screenings, events, conversations, sharedPages, audit } = store.storage;
    for (const [id, at] of [
      ['old', daysAgo(180, -1)],
      ['young', daysAgo(180)],
    ] as const) {
      await questions.record(question(id, { at }));
      await feedback.record({ questionId: id, person: WANG, useful: true, comment: null, at: daysAgo(0) });
      await screenings.record(screening(id, { at }));
      shared.set(id, await sharedPages.keep({ id }, at));
    }
    await events.take('web', 'old', daysAgo(7, -1));
    await events.take('web', 'young', daysAgo(7));
    await conversations.save('old', {}, { at: daysAgo(1), expiresAt: daysAgo(0) });
    await conversations.save('young', {}, { at: daysAgo(1), expiresAt: daysAgo(0, 1) });
    const entry = { actor: '示例街道', action: 'example', subject: 's', detail: {} };
    await audit.append({ ...entry, at: daysAgo(5000) });
    return { ...store, sharedId: (id: string) => shared.get(id) ?? '' };
  };
  const ONE_EACH = {
    questions: 1,
    feedback: 1,
    screenings: 1,
    events: 1,
    conversations: 1,
    cases: 0,
    reminders: 0,
    shared: 1,
  };

  it('deletes what is older than the setting, to the second, and keeps the rest', async () => {
    const { storage, sharedId } = await filled();
    expect(await storage.retention.due(ACT.at)).toEqual(ONE_EACH);
    expect(await storage.retention.purge(ACT)).toEqual(ONE_EACH);
    expect((await storage.questions.list({ limit: 10 })).map(({ id }) => id)).toEqual(['young']);
    expect((await storage.screenings.list({ limit: 10 })).map(({ id }) => id)).toEqual(['young']);
    expect(await storage.sharedPages.find(sharedId('old'))).toBeNull();
    expect(await storage.sharedPages.find(sharedId('young'))).toEqual({ id: 'young' });
    expect(await storage.feedback.ofQuestion('young')).toHaveLength(1);
    expect(await storage.feedback.ofQuestion('old')).toHaveLength(0);
    expect(await storage.events.take('web', 'young', daysAgo(0))).toBe(false);
    expect(await storage.conversations.load('young', daysAgo(0))).toEqual({});
  });

  it('has nothing left to delete the second time', async () => {
    const { storage } = await filled();
    await storage.retention.purge(ACT);
    const nothing = {
      questions: 0,
      feedback: 0,
      screenings: 0,
      events: 0,
      conversations: 0,
      cases: 0,
      reminders: 0,
      shared: 0,
    };
    expect(await storage.retention.due(ACT.at)).toEqual(nothing);
  });

  it('keeps the audit log whole, with a row for the purge', async () => {
    const { storage } = await filled();
    await storage.retention.purge(ACT);
    const rows = await storage.audit.list(0, 10);
    expect(rows).toMatchObject([
      { at: daysAgo(5000) },
      { action: 'records-purged', detail: { questions: 1, days: { questions: 180 } } },
    ]);
    expect((await storage.audit.verify()).findings).toEqual([]);
  });
});
