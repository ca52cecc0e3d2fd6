import type { OpenQuestion, Proposal, Trial } from '#review/index.js';

/** The n-th question of a day. */
export const question = (text: string, n = 0): OpenQuestion => ({
  id: `q${String(n).padStart(5, '0')}`,
  at: new Date(Date.UTC(2026, 10, 1) + n * 1000).toISOString(),
  text,
  role: null,
  region: null,
  verdict: 'not-listed',
  why: 'not-listed',
  said: [],
});

const NOTHING = { asked: 0, changed: 0, worse: 0, better: 0, changes: [] };
export const trialOn = (additions: string): Trial => ({
  at: '2026-11-23T01:00:00.000Z',
  version: '0123456789ab',
  additions,
  own: [],
  office: NOTHING,
  shipped: NOTHING,
});

export const proposalBy = (name: string, more: Partial<Proposal> = {}): Proposal => ({
  id: 'p-1',
  region: '500112001001',
  aim: { type: 'wordings', matter: 'paper-marital-status' },
  wordings: ['单着的条社区给出不'],
  questions: [],
  note: null,
  proposedBy: { id: name, name },
  proposedAt: '2026-11-23T01:00:00.000Z',
  state: 'proposed',
  decidedBy: null,
  decidedAt: null,
  reason: null,
  trial: trialOn('x'),
  ...more,
});
