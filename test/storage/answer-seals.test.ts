import { expect, it } from 'vitest';
import { migrate } from '#storage/migrate.js';
import { MIGRATIONS } from '#storage/migrations/index.js';
import { at, LI, question, WANG } from './support/records.js';
import { emptied, onEveryStore, rawDatabase } from './support/stores.js';

const ACT = { at: at(10), actor: '示例街道' };

/** What somebody does who has the database and not the key, with what is said of it. */
const TAMPERINGS: readonly (readonly [what: string, statements: readonly string[], said: string])[] = [
  ['a deleted newest answer', ["delete from question where id = 'q4'"], '少了 1 条答复（应有 4 条）'],
  ['a deleted answer of the middle', ["delete from question where id = 'q2'"], '少了 1 条答复'],
  [
    'a changed verdict and text',
    ["update question set verdict = 'may-certify', text = '别的' where id = 'q3'"],
    '答复 q3（',
  ],
  ['a changed day', ["update question set at = '2020-01-01T00:00:00.000Z' where id = 'q3'"], '答复 q3（'],
  [
    'an added answer',
    [
      'create table copied as select * from question',
      "update copied set id = 'q9' where id = 'q1'",
      "insert into question select * from copied where id = 'q9'",
      'drop table copied',
    ],
    '多了 1 条答复',
  ],
  [
    'a deletion with the count set back',
    ["delete from question where id = 'q4'", 'update answer_seal set added = 3'],
    '不见了或被改过',
  ],
  ['a lost sum', ['delete from answer_seal'], '不见了或被改过'],
];

onEveryStore('the answers that are kept', (fresh) => {
  const filled = async () => {
    const store = await fresh();
    for (const n of [1, 2, 3, 4]) {
      const person = n === 1 ? LI : WANG;
      await store.storage.questions.record(question(`q${n}`, { at: at(n), person, probability: 1 / 3 }));
    }
    return store;
  };
  const said = async ({ storage }: Awaited<ReturnType<typeof filled>>) =>
    (await storage.audit.verify()).findings.map(({ fault, message }) => `${fault} ${message}`).join('\n');

  it('are vouched for, also when one is recorded twice', async () => {
    const store = await filled();
    await store.storage.questions.record(question('q2', { at: at(2), text: '又一次' }));
    expect(await said(store)).toBe('');
  });

  it.each(TAMPERINGS)('show %s', async (_what, statements, words) => {
    const store = await filled();
    for (const statement of statements) await store.sql(statement);
    const found = await said(store);
    expect(found).toContain('answers ');
    expect(found).toContain(words);
  });

  it('may be deleted by whom they were for, and by their time', async () => {
    const store = await filled();
    await store.storage.users.delete(LI, ACT);
    const later = new Date(Date.parse(at(3)) + 180 * 86_400_000).toISOString();
    await store.storage.retention.purge({ at: later, actor: '服务' }, { unguarded: true });
    expect((await store.storage.questions.list({ limit: 10 })).map(({ id }) => id)).toEqual(['q3', 'q4']);
    expect(await said(store)).toBe('');
  });

  it('are written down in the audit log when there are others than before', async () => {
    const { storage } = await filled();
    expect(await storage.audit.digestAnswers(ACT)).toBe(true);
    expect(await storage.audit.digestAnswers(ACT)).toBe(false);
    expect(await storage.audit.list(0, 10)).toMatchObject([
      { action: 'answers-digested', detail: { added: 4, removed: 0 } },
    ]);
  });

  it('show that they were put back to an earlier state together with their sum', async () => {
    const store = await filled();
    const [before] = await store.sql('select * from answer_seal');
    await store.storage.questions.record(question('q5', { at: at(5) }));
    await store.storage.audit.digestAnswers(ACT);
    await store.sql("delete from question where id = 'q5'");
    const { added, removed, sum, signature } = before as Record<string, string>;
    await store.sql(
      `update answer_seal set added = ${added}, removed = ${removed}, sum = '${sum}', signature = '${signature}'`,
    );
    expect(await said(store)).toContain('被整个退回过：变更记录里已有 5 条，现在只记着 4 条');
  });

  it('of an earlier version of the program are sealed once, at its first start', async () => {
    const { storage, settings, driver, open, sql } = await filled();
    const questions = await sql('select * from question');
    const meta = await sql('select * from meta');
    const head = await sql('select * from audit_head');
    await storage.close();
    // As version 0.3.0 left it.
    await emptied(settings, driver);
    const db = rawDatabase(settings, driver);
    const earlier = Object.entries(MIGRATIONS).filter(([name]) => name < '0004');
    await migrate(db, '测试库', Object.fromEntries(earlier));
    const unsealed = questions.map(({ seal, ...row }) => row);
    for (const [table, rows] of Object.entries({ meta, audit_head: head, question: unsealed }))
      await db
        .insertInto(table as 'meta')
        .values(rows as never)
        .execute();
    await db.destroy();
    const upgraded = await open();
    expect(await upgraded.audit.list(0, 10)).toMatchObject([
      { actor: '升级', at: at(4), detail: { added: 4 } },
    ]);
    expect(await upgraded.questions.list({ limit: 10 })).toHaveLength(4);
    expect((await upgraded.audit.verify()).findings).toEqual([]);
    await upgraded.questions.record(question('q5', { at: at(5) }));
    expect((await upgraded.audit.verify()).findings).toEqual([]);
    // Whoever takes the sum away gets no other one for what they have changed.
    await sql('delete from answer_seal');
    await sql("update question set text = '别的', seal = null where id = 'q1'");
    const later = await open();
    expect((await later.audit.verify()).findings).toMatchObject([{ fault: 'answers' }]);
  });
});
