/** What somebody puts right of a screening is kept without anybody's data, and waits with the unanswered questions. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maskedJson } from '#text/masked.js';
import { AT, assistant, type Office, openOffice } from './support/office.js';

const NOTICE = `渝北区青石街道办事处关于做好冬季重点工作的通知

各社区居委会：
一、协助做好流动人口信息登记，每周五报送台账，联系人张伟13800138000。
二、组织开展居民议事协商，及时公开居务。

青石街道办事处
2026年11月20日
`;
const ID = 'screening-1';
const screening = assistant().screener.screen(NOTICE, { source: '样例', region: '重庆市渝北区' });
const [task] = screening.tasks;
let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.storage.screenings.record({
    id: ID,
    at: AT,
    person: { channel: 'api', userId: 'api' },
    region: screening.region,
    title: screening.title ?? '',
    source: screening.source,
    result: maskedJson(screening),
    tasks: screening.tasks.length,
    catalogueVersion: screening.catalogueVersion,
    edition: null,
  });
});
afterAll(() => office.close());

const place = { start: task?.start ?? 0, end: task?.end ?? 0 };
const missed = { start: 5, end: 12, says: { is: 'task' }, phrase: '打13800138000报名' };
const put = (user: string | null, corrections: object[], id = ID) =>
  office.call(user, 'PUT', `/screenings/${id}/corrections`, { corrections });
const groups = async (user: string) =>
  (await office.call(user, 'GET', '/review/groups?why=corrected&days=3650')).json().items;

describe('/api/v1/screenings/{id}/corrections', () => {
  it('keeps what stood there and what a person says, masked, with a row in the audit log', async () => {
    const row = { ...place, says: { is: 'row', id: 'mca20-barred-5' } };
    const reply = await put('county-lead', [row, missed]);
    expect(reply.statusCode, reply.payload).toBe(200);
    const [first, second] = reply.json().items;
    expect(first).toMatchObject({ phrase: task?.phrase, verdict: task?.verdict });
    expect(first.said).toMatch(/^研判为「.+」；人工改为「不应出具证明」：/u);
    expect([second.verdict, second.said]).toEqual([null, '漏标的任务；由程序判定']);
    expect(second.phrase).not.toContain('13800138000');
    const log = (await office.storage.audit.list(0, 1000)).filter(({ subject }) => subject === ID);
    expect(log).toMatchObject([{ action: 'notice-corrected', detail: { tasks: 2, region: '500112' } }]);
  });

  it('waits for the review of those who see the region, until a proposal has settled it', async () => {
    const seen = await groups('county-lead');
    expect(seen.length).toBeGreaterThan(0);
    expect(seen[0].questions[0]).toMatchObject({ why: 'corrected', region: '重庆市渝北区' });
    for (const user of ['worker', 'county-lead-elsewhere']) expect(await groups(user), user).toEqual([]);
    const group = seen.find(({ questions }: { questions: { text: string }[] }) =>
      questions.some(({ text }) => text === task?.phrase),
    );
    const aim = { type: 'wordings', matter: 'paper-marital-status' };
    const proposed = await office.call('county-lead', 'POST', '/review/proposals', { aim, group: group.id });
    expect(proposed.json()).toMatchObject({ questions: group.count });
    const found = await groups('county-lead');
    expect(found.find(({ id }: { id: string }) => id === group.id).state).toBe('proposed');
  });

  it('replaces what was said before, and only for whoever works there', async () => {
    expect((await put('county-lead', [{ ...place, says: { is: 'none' } }])).statusCode).toBe(200);
    const [only, ...others] = (await groups('county-lead')).flatMap(
      ({ questions }: { questions: object[] }) => questions,
    );
    expect([only.said, others]).toEqual([[expect.stringContaining('不算任务')], []]);
    expect((await put('county-lead-elsewhere', [])).statusCode).toBe(403);
    expect((await put('auditor', [])).statusCode).toBe(403);
    expect((await put(null, [])).statusCode).toBe(401);
  });

  it.each([
    ['a screening that isn’t there', 'none', [], 404],
    ['a missed task without its words', ID, [{ start: 1, end: 3, says: { is: 'task' } }], 400],
    ['a row that isn’t there', ID, [{ ...place, says: { is: 'row', id: 'nothing' } }], 404],
    ['something that nobody can say', ID, [{ ...place, says: { is: 'maybe' } }], 400],
  ])('refuses %s', async (_, id, corrections, status) => {
    expect((await put('county-lead', corrections, id)).statusCode).toBe(status);
  });
});
