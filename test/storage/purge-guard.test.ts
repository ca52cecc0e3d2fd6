import { describe, expect, it } from 'vitest';
import { type PurgeOutlook, whyNotPurge } from '#storage/purge-guard.js';
import { question } from './support/records.js';
import { onEveryStore } from './support/stores.js';

const NOW = '2026-11-23T00:00:00.000Z';
const daysAgo = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();
const NONE = {
  questions: 0,
  feedback: 0,
  screenings: 0,
  events: 0,
  conversations: 0,
  cases: 0,
  reminders: 0,
  shared: 0,
};
const outlook = (due: Partial<PurgeOutlook['due']>, more: Partial<PurgeOutlook> = {}): PurgeOutlook => ({
  due: { ...NONE, ...due },
  held: { questions: 10, screenings: 10, shared: 10 },
  newest: NOW,
  ...more,
});

describe('a purge', () => {
  it.each([
    ['that has nothing to do, whatever the clock', outlook({}, { newest: daysAgo(400) })],
    ['of half of the answers', outlook({ questions: 5 })],
    ['of all events and conversations, which come anew', outlook({ events: 9, conversations: 9 })],
    ['a month after the newest record', outlook({ questions: 1 }, { newest: daysAgo(30) })],
  ])('%s may be done', (_, before) => {
    expect(whyNotPurge(before, NOW, 50)).toBeNull();
  });

  it.each([
    [
      'by a clock far beyond the newest record',
      outlook({ events: 1 }, { newest: daysAgo(400) }),
      '晚 400 天',
    ],
    ['of more than half of the answers', outlook({ questions: 6 }), '问答记录有 6 条，超过全部 10 条的 50%'],
    ['of more than half of the screenings', outlook({ screenings: 6 }), '研判记录有 6 条'],
    ['of more than half of what was passed on', outlook({ shared: 6 }), '分享的回答有 6 条'],
  ])('%s is not done, and says why', (_, before, words) => {
    expect(whyNotPurge(before, NOW, 50)).toContain(words);
  });
});

onEveryStore('a purge by a clock that is 400 days ahead', (fresh) => {
  it('deletes nothing unless it is told to', async () => {
    const { storage } = await fresh();
    await storage.questions.record(question('q1', { at: NOW }));
    const ahead = { at: daysAgo(-400), actor: '服务' };
    await expect(storage.retention.purge(ahead)).rejects.toMatchObject({
      code: 'QD-PURGE',
      exitCode: 1,
      message: expect.stringContaining('qingdan purge --yes'),
    });
    // Somebody asks while the clock is wrong: the newest record is new then, and yet all the others aren't due by right.
    await storage.questions.record(question('q2', { at: NOW }));
    await storage.questions.record(question('q3', { at: ahead.at }));
    await expect(storage.retention.purge(ahead)).rejects.toMatchObject({ code: 'QD-PURGE' });
    expect(await storage.questions.list({ limit: 10 })).toHaveLength(3);
    expect((await storage.audit.verify()).findings).toEqual([]);
    expect(await storage.retention.purge(ahead, { unguarded: true })).toMatchObject({ questions: 2 });
    expect((await storage.audit.verify()).findings).toEqual([]);
  });
});
