import { describe, expect, it } from 'vitest';
import {
  additionsBy,
  changed,
  draftSchema,
  type Proposal,
  type ProposalEvent,
  type Tried,
  triedSet,
  withProposal,
} from '#review/index.js';
import { proposalBy } from './support.js';

const act = (name: string, alone = false) => ({
  who: { id: name, name },
  at: '2026-11-24T01:00:00.000Z',
  alone,
});
const became = (event: ProposalEvent, name: string, from: Partial<Proposal> = {}, alone = false) =>
  changed(proposalBy('甲', from), event, act(name, alone));

describe('a proposal', () => {
  it('is accepted by a second person, never by whoever made it', () => {
    expect(became({ type: 'accept' }, '乙')).toMatchObject({ state: 'accepted', decidedBy: { name: '乙' } });
    expect(() => became({ type: 'accept' }, '甲')).toThrow(/另一个人/);
  });
  it('is accepted by the same person only where there is nobody else', () => {
    expect(became({ type: 'accept' }, '甲', {}, true).state).toBe('accepted');
  });
  it('is accepted only once what it changes has been looked at', () => {
    expect(() => became({ type: 'accept' }, '乙', { trial: null })).toThrow(/试答/);
  });
  it('is rejected with a reason, taken back by its maker alone, and revoked after it was accepted', () => {
    expect(became({ type: 'reject', reason: '归错了' }, '乙')).toMatchObject({
      state: 'rejected',
      reason: '归错了',
    });
    expect(became({ type: 'withdraw' }, '甲').state).toBe('withdrawn');
    expect(() => became({ type: 'withdraw' }, '乙')).toThrow(/本人/);
    expect(became({ type: 'revoke', reason: '答错了' }, '乙', { state: 'accepted' }).state).toBe('revoked');
  });
  it.each([
    ['accept', 'accepted'],
    ['reject', 'accepted'],
    ['revoke', 'proposed'],
    ['revoke', 'revoked'],
    ['accept', 'withdrawn'],
  ] as const)('refuses %s when it is %s', (type, state) => {
    const event = type === 'accept' ? { type } : { type, reason: '不合适' };
    expect(() => became(event, '乙', { state })).toThrow(/QD-STATE|只有/);
  });
  it('takes each wording once, and none that is as long as a notice', () => {
    const draft = (wordings: string[]) =>
      draftSchema.safeParse({ aim: { type: 'wordings', matter: 'paper-death' }, wordings });
    expect(draft(['能开不能开', '能开不能开 ']).data?.wordings).toEqual(['能开不能开']);
    expect(draft(['长'.repeat(201)]).success).toBe(false);
    expect(draft([]).success).toBe(false);
  });
});

describe('what proposals add', () => {
  const matter = {
    id: 'office-nightschool',
    name: '社区夜校花名册',
    sort: 'duty',
    is: '夜校学员名单的登记。',
  } as const;
  it('is every wording once, and the office’s own matters', () => {
    const known = proposalBy('甲');
    const fresh = proposalBy('甲', { aim: { type: 'matter', matter }, wordings: ['夜校名单谁贴'] });
    expect(additionsBy([known, known, fresh])).toEqual({
      matters: [matter],
      wordings: [
        { matter: 'paper-marital-status', text: '单着的条社区给出不' },
        { matter: matter.id, text: '夜校名单谁贴' },
      ],
    });
    expect(withProposal(additionsBy([fresh]), fresh).matters).toEqual([matter]);
  });
});

describe('what a trial came to', () => {
  const said = (verdict: 'assist' | 'negative') =>
    ({ verdict, band: 'answer', name: '甲', row: 'a-1' }) as const;
  const tried = (before: boolean, now: boolean): Tried => ({
    text: '归社区管吗',
    region: null,
    before: said(before ? 'assist' : 'negative'),
    after: said(now ? 'assist' : 'negative'),
    right: { before, after: now },
  });
  it('counts what gets better and worse, and shows the worse first', () => {
    const set = triedSet([tried(true, true), tried(false, true), tried(true, false)]);
    expect(set).toMatchObject({ asked: 3, changed: 2, worse: 1, better: 1 });
    expect(set.changes.map(({ right }) => right?.after)).toEqual([false, true]);
  });
});
