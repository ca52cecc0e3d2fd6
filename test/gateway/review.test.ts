/** Two people of one county over HTTP: from an unanswered question to what is accepted, and who may not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TrialRequest } from '#app/trial.js';
import type { TrialWork } from '#app/trial-work.js';
import { QingdanError } from '#errors.js';
import { questionEntry } from '#storage/question-log.js';
import { assistant, type Office, openOffice, TODAY } from './support/office.js';

const REGION = '重庆市渝北区';
const ASKED = ['社区给不给开那个没对象的单子', '没对象的单子，社区给开不'];
const trials: TrialRequest[] = [];

const tried: TrialWork = async (request, onProgress) => {
  trials.push(request);
  onProgress({ done: 1, total: 2 });
  return { own: [], office: [], shipped: [] };
};
let work = tried;
let office: Office;
beforeAll(async () => {
  office = await openOffice({}, { trials: (request, onProgress) => work(request, onProgress) });
  for (const [i, text] of ASKED.entries()) {
    // Whatever the readers have learned by now: what goes on here begins with what they couldn't answer.
    const unanswered = { verdict: 'not-listed', band: 'abstain' } as const;
    const answer = { ...assistant().decide({ text, region: REGION, today: TODAY }), ...unanswered };
    const about = { role: null, region: REGION, date: null, how: null, today: TODAY, edition: null };
    const person = { channel: 'web', userId: `u${i}` };
    await office.storage.questions.record(
      questionEntry(answer, { ...about, id: `answer-${i}`, at: `${TODAY}T00:0${i}:00.000Z`, person }),
    );
  }
});
afterAll(() => office.close());

const get = async (user: string, url: string) => (await office.call(user, 'GET', url)).json();
const post = (user: string, url: string, body: object = {}) => office.call(user, 'POST', url, body);

describe('/api/v1/review', () => {
  it('shows each user the groups of their own regions', async () => {
    const { items, total } = await get('county-lead', '/review/groups');
    expect(items).toMatchObject([
      { state: 'open', count: 2, questions: [{ text: ASKED[1] }, { text: ASKED[0] }] },
    ]);
    expect(total).toEqual({ groups: 1, questions: 2 });
    for (const user of ['worker', 'county-lead-elsewhere', 'county-department'])
      expect((await get(user, '/review/groups')).items, user).toEqual([]);
    expect((await office.call(null, 'GET', '/review/groups')).statusCode).toBe(401);
  });

  it('names the matters that a group comes nearest to', async () => {
    const [{ id }] = (await get('county-lead', '/review/groups')).items;
    const { suggestions } = await get('county-lead', `/review/groups/${id}`);
    expect(suggestions.map((one: { id: string }) => one.id)).toContain('paper-marital-status');
    expect((await office.call('worker', 'GET', `/review/groups/${id}`)).statusCode).toBe(404);
  });

  it('leads a proposal through its trial to a second person', async () => {
    const [{ id: group }] = (await get('county-lead', '/review/groups')).items;
    const aim = { type: 'wordings', matter: 'paper-marital-status' };
    const proposed = await post('county-lead', '/review/proposals', { aim, group });
    expect(proposed.statusCode).toBe(201);
    const { id, may } = proposed.json();
    expect(proposed.json()).toMatchObject({
      wordings: [ASKED[1], ASKED[0]],
      questions: 2,
      fresh: false,
      trial: null,
    });
    expect(may).toEqual({ accept: false, reject: true, withdraw: true, revoke: false });
    const url = `/review/proposals/${id}`;
    const accept = (user: string) => post(user, `${url}/events`, { type: 'accept' });
    expect((await accept('city')).statusCode).toBe(409);
    expect((await post('city', `${url}/trial`)).statusCode).toBe(202);
    await expect.poll(async () => (await get('city', url)).fresh).toBe(true);
    expect(trials.at(-1)?.additions.wordings).toHaveLength(2);
    const refusals = { 'county-lead': 403, auditor: 403, secretary: 404, 'county-lead-elsewhere': 404 };
    for (const [user, status] of Object.entries(refusals))
      expect((await accept(user)).statusCode, user).toBe(status);
    // Another county works with the same store: only who stands above both decides.
    expect((await accept('city')).json()).toMatchObject({ state: 'accepted', may: { revoke: true } });
    expect((await office.storage.reviews.additions()).wordings).toHaveLength(2);
    expect((await get('county-lead', '/review/groups')).items).toEqual([]);
    const revoke = { type: 'revoke', reason: '归错了' };
    expect((await post('city', `${url}/events`, revoke)).json()).toMatchObject({ state: 'revoked' });
    expect((await get('county-lead', '/review/groups')).items).toMatchObject([{ proposals: [id] }]);
  });

  it('says why a trial came to nothing', async () => {
    const aim = { type: 'wordings', matter: 'paper-death' };
    const { id } = (await post('admin', '/review/proposals', { aim, wordings: ['人没了的条'] })).json();
    work = async () => {
      throw new QingdanError('QD-BUSY', '内存不够');
    };
    await post('admin', `/review/proposals/${id}/trial`);
    await expect
      .poll(async () => (await get('admin', `/review/proposals/${id}`)).failed)
      .toContain('内存不够');
    work = tried;
  });

  it('keeps questions for those who see them', async () => {
    const kept = { question: 'answer-0', expected: ['must-not-certify'] };
    const { id, text } = (await post('county-lead', '/review/kept', kept)).json();
    expect(text).toBe(ASKED[0]);
    expect((await get('county-lead', '/review/kept')).items).toHaveLength(1);
    expect((await get('county-lead-elsewhere', '/review/kept')).items).toEqual([]);
    expect((await office.call('worker', 'DELETE', `/review/kept/${id}`)).statusCode).toBe(404);
    expect((await office.call('county-lead', 'DELETE', `/review/kept/${id}`)).statusCode).toBe(204);
  });

  it.each([
    ['/review/proposals', { aim: { type: 'wordings', matter: 'paper-nothing' }, wordings: ['能开吗'] }, 404],
    ['/review/proposals', { aim: { type: 'wordings', matter: 'paper-death' }, wordings: [] }, 400],
    ['/review/proposals', { aim: { type: 'wordings' } }, 400],
    ['/review/kept', { question: '能开吗', expected: [] }, 400],
  ])('refuses %s %j', async (url, body, status) => {
    expect((await post('admin', url, body)).statusCode).toBe(status);
  });
});
