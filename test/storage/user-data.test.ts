import { expect, it } from 'vitest';
import { at, LI, question, screening, WANG } from './support/records.js';
import { onEveryStore } from './support/stores.js';

onEveryStore('data of one person', (fresh) => {
  const filled = async () => {
    const store = await fresh();
    const { questions, feedback, screenings } = store.storage;
    await questions.record(question('wang', { person: WANG }));
    await questions.record(question('li', { person: LI }));
    for (const [person, questionId] of [
      [WANG, 'wang'],
      [LI, 'li'],
    ] as const) {
      await feedback.record({ questionId, person, useful: true, comment: null, at: at(1) });
    }
    await screenings.record(screening('s1', { person: WANG }));
    await screenings.record(screening('s2', { person: LI }));
    return store;
  };

  it('is exported whole, and nobody else’s with it', async () => {
    const { storage } = await filled();
    expect(await storage.users.export(WANG)).toMatchObject({
      questions: [{ id: 'wang' }],
      feedback: [{ questionId: 'wang' }],
      screenings: [{ id: 's1', result: { tasks: [{ phrase: '报送台账' }] } }],
      conversations: [],
    });
  });

  it('is deleted whole, and nobody else’s with it', async () => {
    const { storage } = await filled();
    expect(await storage.users.delete(WANG, { at: at(2), actor: '示例街道' })).toEqual({
      questions: 1,
      feedback: 1,
      screenings: 1,
      conversations: 0,
      events: 0,
      cases: 0,
      reminders: 0,
      shared: 0,
    });
    expect(await storage.users.export(WANG)).toMatchObject({ questions: [], feedback: [], screenings: [] });
    expect(await storage.users.export(LI)).toMatchObject({
      questions: [{ id: 'li' }],
      feedback: [{ questionId: 'li' }],
      screenings: [{ id: 's2' }],
    });
  });

  it('leaves a row in the audit log that names nobody', async () => {
    const { storage } = await filled();
    const { user } = await storage.users.export(WANG);
    await storage.users.delete(WANG, { at: at(2), actor: '示例街道' });
    const rows = await storage.audit.list(0, 10);
    expect(rows).toMatchObject([{ action: 'user-deleted', detail: { questions: 1 } }]);
    expect(JSON.stringify(rows)).not.toContain(user);
    expect(JSON.stringify(rows)).not.toContain('wang');
  });
});
