import { expect, it } from 'vitest';
import { at, LI, question, WANG } from './support/records.js';
import { onEveryStore } from './support/stores.js';

onEveryStore('feedback', (fresh) => {
  it('counts one judgement of whom the answer was for, the last', async () => {
    const { storage } = await fresh();
    await storage.questions.record(question('q1'));
    await storage.questions.record(question('q2', { person: LI }));
    const judge = (questionId: string, person: typeof WANG, useful: boolean, minute: number) =>
      storage.feedback.record({ questionId, person, useful, comment: null, at: at(minute) });
    await judge('q1', WANG, true, 1);
    await judge('q2', LI, true, 2);
    await judge('q1', WANG, false, 3);
    expect(await storage.feedback.tally(at(0), at(60))).toEqual({ useful: 1, wrong: 1 });
    expect(await storage.feedback.tally(at(3), at(60))).toEqual({ useful: 0, wrong: 1 });
    expect(await storage.feedback.ofQuestion('q1')).toEqual([{ useful: false, comment: null, at: at(3) }]);
  });

  it('is refused from anybody else, however often', async () => {
    const { storage } = await fresh();
    await storage.questions.record(question('q1'));
    const others = Array.from({ length: 20 }, (_, i) => ({ channel: 'web', userId: `other-${i}` }));
    for (const person of others) {
      const judged = storage.feedback.record({
        questionId: 'q1',
        person,
        useful: false,
        comment: null,
        at: at(1),
      });
      await expect(judged).rejects.toMatchObject({ code: 'QD-ID' });
    }
    expect(await storage.feedback.tally(at(0), at(60))).toEqual({ useful: 0, wrong: 0 });
  });

  it('masks a comment', async () => {
    const { storage } = await fresh();
    await storage.questions.record(question('q1'));
    const comment = '打 13812345678 找我';
    await storage.feedback.record({ questionId: 'q1', person: WANG, useful: false, comment, at: at(1) });
    expect(await storage.feedback.ofQuestion('q1')).toMatchObject([{ comment: '打 〔电话〕 找我' }]);
  });

  it('is refused for an answer that nobody gave, without harm to what is written beside it', async () => {
    const { storage } = await fresh();
    const lost = storage.feedback.record({
      questionId: 'q2',
      person: WANG,
      useful: true,
      comment: null,
      at: at(1),
    });
    const kept = storage.questions.record(question('q1'));
    await expect(lost).rejects.toMatchObject({ code: 'QD-ID' });
    await kept;
    expect(await storage.questions.find('q1')).not.toBeNull();
  });
});
