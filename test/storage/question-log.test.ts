import { expect, it } from 'vitest';
import { at, LI, question, WANG } from './support/records.js';
import { onEveryStore } from './support/stores.js';

onEveryStore('the question log', (fresh) => {
  it('gives back what was recorded, with a keyed hash in place of the person', async () => {
    const { storage } = await fresh();
    await storage.questions.record(question('q1'));
    const { person, ...same } = question('q1');
    const found = await storage.questions.find('q1');
    expect(found).toEqual({
      ...same,
      channel: person.channel,
      user: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it('keeps neither a personal number nor the name of a person', async () => {
    const { storage, sql } = await fresh();
    const text = '我是 13812345678，身份证 11010519491231002X，能开证明吗';
    await storage.questions.record(question('q1', { text, person: { channel: 'web', userId: 'zhang-san' } }));
    const stored = JSON.stringify(await sql('select * from question'));
    expect(stored).toContain('〔电话〕');
    for (const secret of ['13812345678', '11010519491231002X', 'zhang-san'])
      expect(stored).not.toContain(secret);
  });

  it('tells persons apart, also the same name on two channels', async () => {
    const { storage } = await fresh();
    const persons = [WANG, LI, { channel: 'slack', userId: 'wang' }, WANG];
    for (const [i, person] of persons.entries())
      await storage.questions.record(question(`q${i}`, { person }));
    const users = (await storage.questions.list({ limit: 10 })).map(({ user }) => user);
    expect(new Set(users).size).toBe(3);
    expect(users[0]).toBe(users[3]);
  });

  it('holds an answer once, however often it is recorded', async () => {
    const { storage } = await fresh();
    await Promise.all(Array.from({ length: 20 }, () => storage.questions.record(question('q1'))));
    await storage.questions.record(question('q1', { text: '别的' }));
    expect(await storage.questions.list({ limit: 10 })).toMatchObject([
      { id: 'q1', text: '社区能开居住证明吗' },
    ]);
  });

  it.each([
    ['oldest', false, ['q0', 'q1', 'q2', 'q3']],
    ['newest', true, ['q3', 'q2', 'q1', 'q0']],
  ])('is read in pages, %s first, within a stretch of time', async (_, newestFirst, expected) => {
    const { storage } = await fresh();
    // Pairs share a minute, so that a page may end inside one.
    for (const i of [5, 3, 1, 4, 2, 0]) {
      await storage.questions.record(question(`q${i}`, { at: at(Math.floor(i / 2)) }));
    }
    const seen: string[] = [];
    let after: { at: string; id: string } | undefined;
    for (;;) {
      const page = await storage.questions.list({ from: at(0), to: at(2), limit: 3, after, newestFirst });
      seen.push(...page.map(({ id }) => id));
      after = page.at(-1);
      if (page.length < 3) break;
    }
    expect(seen).toEqual(expected);
  });

  it.each([0, 1001, 1.5])('refuses a page of %s rows', async (limit) => {
    const { storage } = await fresh();
    await expect(async () => storage.questions.list({ limit })).rejects.toMatchObject({ code: 'QD-INPUT' });
  });

  it('is still there after the store was closed and opened again', async () => {
    const { storage, open } = await fresh();
    await storage.questions.record(question('q1'));
    expect(await (await open()).questions.find('q1')).toMatchObject({ id: 'q1' });
  });
});
