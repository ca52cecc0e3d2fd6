/** What was asked, week by week, as each user may see it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { questionEntry } from '#storage/question-log.js';
import { assistant, type Office, openOffice, TODAY } from './support/office.js';

const REGION = '重庆市渝北区';
let office: Office;
beforeAll(async () => {
  office = await openOffice();
  const { storage } = office;
  const asked = [
    ['社区能开婚姻状况证明吗', '2026-11-23T00:30:00.000Z', REGION],
    // Half past midnight in China, the first day of the last week.
    ['社区能开婚姻状况证明吗', '2026-11-16T16:30:00.000Z', REGION],
    // An hour earlier it is the week before.
    ['社区能开月球居住许可吗', '2026-11-16T15:30:00.000Z', REGION],
    ['社区能开婚姻状况证明吗', '2026-11-20T00:00:00.000Z', '重庆市南岸区'],
    ['社区能开婚姻状况证明吗', '2026-08-01T00:00:00.000Z', REGION],
  ] as const;
  for (const [i, [text, at, region]] of asked.entries()) {
    const answer = assistant().decide({ text, region, today: TODAY });
    const about = { role: null, region, date: null, how: null, today: TODAY, edition: null };
    const person = { channel: 'web', userId: `u${i}` };
    await storage.questions.record(questionEntry(answer, { ...about, id: `answer-${i}`, at, person }));
  }
  const person = { channel: 'web', userId: 'u0' };
  await storage.feedback.record({
    questionId: 'answer-0',
    person,
    useful: false,
    comment: null,
    at: '2026-11-23T00:31:00.000Z',
  });
});
afterAll(() => office.close());
const weeks = async (user: string | null, query = '') => office.call(user, 'GET', `/review/weeks${query}`);

it('counts answers by verdict, what wasn’t answered and what was called wrong, by days in China', async () => {
  const { items } = (await weeks('county-lead')).json();
  expect(items).toHaveLength(8);
  expect(items[7]).toEqual({
    from: '2026-11-17',
    to: '2026-11-23',
    verdicts: { 'must-not-certify': 2 },
    open: 0,
    wrong: 1,
    useful: 0,
    notices: 0,
  });
  expect(items[6]).toMatchObject({ to: '2026-11-16', verdicts: { 'not-listed': 1 }, open: 1 });
  const all = items.flatMap(({ verdicts }: { verdicts: object }) => Object.values(verdicts) as number[]);
  expect(all.reduce((sum: number, times: number) => sum + times, 0)).toBe(3);
});

it('gives whoever stands above both counties the answers of both, and others none', async () => {
  const last = async (user: string) => (await weeks(user, '?weeks=1')).json().items[0].verdicts;
  expect(await last('city')).toEqual({ 'must-not-certify': 3 });
  expect(await last('county-lead-elsewhere')).toEqual({ 'must-not-certify': 1 });
  expect(await last('worker')).toEqual({});
  expect((await weeks(null)).statusCode).toBe(401);
  expect((await weeks('city', '?weeks=99')).statusCode).toBe(400);
});
