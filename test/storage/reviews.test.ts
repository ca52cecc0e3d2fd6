import { expect, it } from 'vitest';
import type { Actor, Role } from '#access/roles.js';
import { additionsHash, type Draft, type Trial } from '#review/index.js';
import type { Storage } from '#storage/ports.js';
import { trialOn } from '../review/support.js';
import { at, question } from './support/records.js';
import { onEveryStore } from './support/stores.js';

const COMMUNITY = '500112001001';
const NEIGHBOUR = '500112001002';
const user = (id: string, role: Role, region: string): Actor => ({ id, name: id, role, region });
const WORKER = user('小王', 'worker', COMMUNITY);
const SECRETARY = user('李书记', 'secretary', COMMUNITY);
const STRANGER = user('邻居', 'secretary', NEIGHBOUR);
const COUNTY = user('区民政', 'county-lead', '500112');
const AUDITOR = user('审计', 'auditor', '500000');
const CODES: Record<string, string> = { 甲社区: COMMUNITY, 乙社区: NEIGHBOUR };
const codeOf = (name: string) => CODES[name];

const DRAFT: Draft = {
  aim: { type: 'wordings', matter: 'paper-marital-status' },
  wordings: ['单着的条社区给出不，我电话13812345678'],
  questions: ['a'],
  note: null,
};
const act = (seconds: number) => ({ at: at(seconds) });

async function withUsers({ accounts }: Storage, ...users: readonly Actor[]): Promise<void> {
  const root: Actor = { id: 'local', name: '本机', role: 'admin', region: '000000' };
  for (const { id, name, role, region } of users) {
    const account = { id, name, role, region, department: null, passwordHash: null };
    await accounts.add(root, account, { at: at(0), actor: '本机' });
  }
}

/** A trial on what holds now. */
const trialNow = async ({ reviews }: Storage): Promise<Trial> =>
  trialOn(additionsHash(await reviews.additions()));

onEveryStore('the review of unanswered questions', (fresh) => {
  const opened = async (...users: readonly Actor[]) => {
    const { storage } = await fresh();
    await withUsers(storage, ...users);
    return storage;
  };

  it('gives each user the questions of their own regions, with what was said after 不对', async () => {
    const storage = await opened();
    const { questions, feedback, reviews } = storage;
    const asked = { verdict: 'not-listed', band: 'answer' } as const;
    await questions.record(question('a', { ...asked, at: at(1), region: '甲社区', text: '单着的条给出不' }));
    await questions.record(question('b', { ...asked, at: at(2), region: '乙社区' }));
    await questions.record(question('c', { ...asked, at: at(3), region: null }));
    await questions.record(question('d', { at: at(4), region: '甲社区', verdict: 'assist', band: 'answer' }));
    await questions.record(question('e', { at: at(5), region: '甲社区', verdict: 'assist', band: 'answer' }));
    const { person } = question('d');
    await feedback.record({ questionId: 'd', person, useful: false, comment: '上月才开过', at: at(6) });
    const seen = async (actor: Actor) =>
      (await reviews.questions(actor, { from: at(0), limit: 100, codeOf })).map(({ id }) => id);
    expect(await seen(WORKER)).toEqual(['d', 'a']);
    expect(await seen(STRANGER)).toEqual(['b']);
    expect(await seen(COUNTY)).toEqual(['d', 'b', 'a']);
    expect(await seen(user('本机', 'admin', '000000'))).toEqual(['d', 'c', 'b', 'a']);
    const [first] = await reviews.questions(WORKER, { from: at(0), limit: 1, codeOf });
    expect(first).toMatchObject({ id: 'd', why: 'wrong', said: ['上月才开过'] });
  });

  it('takes a proposal up at once when a second person accepts it, and back when it is revoked', async () => {
    const storage = await opened(WORKER, SECRETARY);
    const { reviews, audit } = storage;
    const { id, wordings } = await reviews.propose(WORKER, 'p-1', { region: COMMUNITY }, DRAFT, act(1));
    expect(wordings.join()).not.toContain('13812345678');
    expect(await reviews.additions()).toEqual({ matters: [], wordings: [] });
    const accept = { type: 'accept' } as const;
    const accepting = (actor: Actor) => reviews.change(actor, id, { event: accept }, act(3));
    await expect(accepting(SECRETARY)).rejects.toMatchObject({ code: 'QD-STATE' });
    await reviews.change(WORKER, id, { trial: await trialNow(storage) }, act(2));
    await expect(accepting(WORKER)).rejects.toMatchObject({ code: 'QD-FORBIDDEN' });
    await expect(accepting(STRANGER)).rejects.toMatchObject({ code: 'QD-ID' });
    expect(await accepting(SECRETARY)).toMatchObject({ state: 'accepted', decidedBy: { name: '李书记' } });
    expect((await reviews.additions()).wordings).toEqual([
      { matter: 'paper-marital-status', text: wordings[0] },
    ]);
    expect((await audit.verify()).findings).toEqual([]);
    const revoke = { type: 'revoke', reason: '归错了' } as const;
    await reviews.change(SECRETARY, id, { event: revoke }, act(4));
    expect(await reviews.additions()).toEqual({ matters: [], wordings: [] });
    const rows = (await audit.list(0, 100)).filter(({ subject }) => subject === id);
    expect(rows.map(({ action, actor }) => [action, actor])).toEqual([
      ['wordings-proposed', '小王'],
      ['wordings-accepted', '李书记'],
      ['wordings-revoked', '李书记'],
    ]);
    expect((await audit.verify()).findings).toEqual([]);
  });

  it('asks to try anew what others changed meanwhile', async () => {
    const storage = await opened(WORKER, SECRETARY);
    const { reviews } = storage;
    for (const id of ['p-1', 'p-2']) {
      await reviews.propose(WORKER, id, { region: COMMUNITY }, DRAFT, act(1));
      await reviews.change(WORKER, id, { trial: await trialNow(storage) }, act(2));
    }
    await reviews.change(SECRETARY, 'p-1', { event: { type: 'accept' } }, act(3));
    const second = reviews.change(SECRETARY, 'p-2', { event: { type: 'accept' } }, act(4));
    await expect(second).rejects.toMatchObject({ code: 'QD-STATE' });
  });

  it('lets nobody decide for regions beside their own that work with the same store', async () => {
    const storage = await opened(WORKER, SECRETARY, STRANGER, COUNTY);
    const { reviews } = storage;
    await reviews.propose(WORKER, 'p-1', { region: COMMUNITY }, DRAFT, act(1));
    await reviews.change(WORKER, 'p-1', { trial: await trialNow(storage) }, act(2));
    const accepting = (actor: Actor) => reviews.change(actor, 'p-1', { event: { type: 'accept' } }, act(3));
    await expect(accepting(SECRETARY)).rejects.toMatchObject({ code: 'QD-FORBIDDEN' });
    await expect(accepting(AUDITOR)).rejects.toMatchObject({ code: 'QD-FORBIDDEN' });
    expect((await accepting(COUNTY)).state).toBe('accepted');
  });

  it('finds out what was put in behind its back', async () => {
    const store = await fresh();
    const { reviews, audit } = store.storage;
    await reviews.propose(WORKER, 'p-1', { region: COMMUNITY }, DRAFT, act(1));
    await store.sql(`update review_proposal set state = 'accepted'`);
    expect((await audit.verify()).findings).toMatchObject([
      { fault: 'lists', message: /问法提案 p-1没有审计记录/ },
    ]);
  });

  it('pages through proposals, the newest first', async () => {
    const { reviews } = await opened();
    for (const n of [1, 2, 3]) await reviews.propose(WORKER, `p-${n}`, { region: COMMUNITY }, DRAFT, act(n));
    const ids = async (after?: string) =>
      (await reviews.list(WORKER, { limit: 2, after })).map(({ id }) => id);
    expect(await ids()).toEqual(['p-3', 'p-2']);
    expect(await ids('p-2')).toEqual(['p-1']);
    expect(await reviews.list(STRANGER, { limit: 10 })).toEqual([]);
  });

  it('keeps questions with what is right, for those who see them', async () => {
    const storage = await opened();
    const { keptQuestions, audit } = storage;
    const draft = {
      text: '单着的条社区给出不',
      role: null,
      region: '甲社区',
      expected: ['must-not-certify' as const],
      row: null,
      note: null,
    };
    await keptQuestions.keep(WORKER, 'k-1', COMMUNITY, draft, act(1));
    expect(await keptQuestions.list(SECRETARY)).toMatchObject([{ id: 'k-1', keptBy: '小王' }]);
    expect(await keptQuestions.list(STRANGER)).toEqual([]);
    const keeping = keptQuestions.keep(WORKER, 'k-2', NEIGHBOUR, draft, act(1));
    await expect(keeping).rejects.toMatchObject({ code: 'QD-FORBIDDEN' });
    await expect(keptQuestions.drop(STRANGER, 'k-1', act(2))).rejects.toMatchObject({ code: 'QD-ID' });
    await keptQuestions.drop(SECRETARY, 'k-1', act(2));
    expect(await keptQuestions.all()).toEqual([]);
    expect((await audit.list(0, 10)).map(({ action }) => action)).toEqual([
      'question-kept',
      'question-dropped',
    ]);
  });
});
