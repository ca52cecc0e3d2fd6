/** From questions that weren't answered to their right answers, by two people at the command line. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Assistant, openAssistant } from '#app/assistant.js';
import { packagePath } from '#app/files.js';
import { openLiveAssistant } from '#app/live-assistant.js';
import { createBotMemory } from '#storage/bot-memory.js';
import { openStorage } from '#storage/open.js';
import type { Storage } from '#storage/ports.js';
import { qingdan } from '../support/command-line.js';

let folder: string;
const inFolder = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingdan-review-'));
  vi.stubEnv('QINGDAN_DATA_DIR', inFolder('data'));
  vi.stubEnv('QINGDAN_DATABASE_URL', '');
  vi.stubEnv('QINGDAN_CONFIG', '');
  vi.stubEnv('QINGDAN_KNOWLEDGE', knowledge());
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** The knowledge that ships, with few questions to be tried on: all of them take a minute. */
function knowledge(): string {
  const own = inFolder('knowledge');
  mkdirSync(own);
  for (const name of readdirSync(packagePath('knowledge')))
    symlinkSync(packagePath('knowledge', name), join(own, name));
  const asked = [
    { id: 'a', text: '单位要单身证明，居委会能出吗', expected: 'must-not-certify' },
    { id: 'b', text: '街道让社区拆违建，归社区管吗', expected: 'negative' },
  ];
  writeFileSync(join(own, 'questions.jsonl'), asked.map((one) => JSON.stringify(one)).join('\n'));
  return own;
}

const ok = async (...argv: string[]): Promise<string> => {
  const { stdout, stderr, exitCode } = await qingdan(...argv);
  expect(stderr, argv.join(' ')).toBe('');
  expect(exitCode, stdout).toBe(0);
  return stdout;
};
const refused = async (...argv: string[]): Promise<string> => (await qingdan(...argv)).stderr;
const json = async <T>(...argv: string[]): Promise<T> => JSON.parse(await ok(...argv, '--json')) as T;

async function withStore<T>(work: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage({
    dataDir: inFolder('data'),
    retention: { questions: 180, screenings: 180, events: 7, shared: 180, cases: 365 },
  } as Parameters<typeof openStorage>[0]);
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}

const REGION = '重庆市渝北区';
const ASKED = ['社区给不给出那个蓝皮小条', '蓝皮小条，社区给出不', '那个蓝皮小条居委会给不给'];

/** Has the questions asked and answered as a channel does; the first is called wrong. */
async function asked(assistant: Assistant): Promise<void> {
  await withStore(async (storage) => {
    const memory = createBotMemory(storage, { clock: Date.now, idle: 1000, editionOf: () => null });
    for (const [i, text] of ASKED.entries()) {
      const question = { text, region: REGION, today: '2026-11-23' };
      const person = { channel: 'web', userId: `u${i}` };
      await memory.records.keep(`answer-${i}`, person, {
        type: 'answer',
        answer: assistant.decide(question),
        question,
      });
      if (i === 0)
        await memory.feedback.add({ answerId: 'answer-0', useful: false, comment: '银行要的就是它', person });
    }
  });
}

interface Page {
  groups: { id: string; questions: { id: string; text: string; said: string[] }[] }[];
}

describe('qingdan review', () => {
  it('leads two people from an unanswered question to its right answer, and back', async () => {
    const before = openAssistant();
    await ok('user', 'add', '管理员', '--role', 'admin', '--region', '重庆市');
    await ok('user', 'add', '小王', '--role', 'county-lead', '--region', REGION, '--as', '管理员');
    await asked(before);
    const { groups } = await json<Page>('review', 'list', '--as', '小王');
    expect(groups).toHaveLength(1);
    const [{ id = '', questions = [] } = {}] = groups;
    expect(questions.map(({ text }) => text).sort()).toEqual([...ASKED].sort());
    expect(questions.at(-1)?.said).toEqual(['银行要的就是它']);
    const shown = await ok('review', 'show', id, '--as', '小王');
    for (const word of ['银行要的就是它', '最像的事项', '不对 1']) expect(shown).toContain(word);

    const kept = ['--expect', '不能开', '--as', '小王'] as const;
    await ok('review', 'keep', 'answer-1', ...kept);
    expect((await qingdan('eval')).stdout).toContain('1 题，答对 0 题');

    const to = ['--matter', 'paper-marital-status', '--as', '小王'] as const;
    const proposal = await json<{ id: string }>('review', 'propose', id, ...to);
    expect(await refused('review', 'accept', proposal.id, '--yes', '--as', '小王')).toContain('QD-FORBIDDEN');
    const unconfirmed = await qingdan('review', 'accept', proposal.id, '--as', '管理员');
    expect(unconfirmed.stdout).toMatch(/提案里的问法：3 句[\s\S]*→ ✗? ?不能开[\s\S]*变对 1[\s\S]*问了 2 题/);
    expect(unconfirmed.exitCode).toBe(1);

    await withStore(async (storage) => {
      const act = { at: new Date().toISOString(), actor: '服务' };
      const live = await openLiveAssistant(storage, { program: '0.0.0' }, act);
      const ask = () => live.assistant.decide({ text: ASKED[1] ?? '', region: REGION }).verdict;
      expect(ask()).not.toBe('must-not-certify');
      expect(await ok('review', 'accept', proposal.id, '--yes', '--as', '管理员')).toContain('马上生效');
      await live.refresh(act);
      expect(ask()).toBe('must-not-certify');
      await live.close();
    });
    expect(await ok('ask', '--region', REGION, ASKED[0] ?? '')).toContain('不能开');
    expect(await ok('eval')).toContain('1 题，答对 1 题');
    expect(await ok('review', 'list', '--as', '小王')).toContain('没有要办的');
    expect(await ok('audit', 'list')).toMatch(/管理员（.*接受问法/);
    expect(await ok('audit', 'verify')).toContain('核验通过');

    await ok('review', 'revoke', proposal.id, '--reason', '再想一想', '--as', '管理员');
    expect((await qingdan('eval')).stdout).toContain('答对 0 题');
    expect(await ok('review', 'list', '--as', '小王')).toContain(id);
  }, 240_000);

  it('takes a new matter of the office, and lets whoever works alone accept it, told so', async () => {
    await withStore(async () => undefined);
    const matter = [
      '--name',
      '邻里食堂健康码表',
      '--sort',
      '职责',
      '--is',
      '邻里食堂送饭员每天的健康登记表',
    ] as const;
    const wording = ['--wording', '邻里食堂送饭员的健康码表归社区填吗'] as const;
    const { id, aim } = await json<{ id: string; aim: { matter: { id: string } } }>(
      'review',
      'propose',
      ...matter,
      ...wording,
    );
    expect(aim.matter.id).toMatch(/^office-[0-9a-f]{8}$/);
    expect(await ok('review', 'accept', id, '--yes')).toContain('都是您一个人');
    const { kb, decide } = openAssistant({
      office: await withStore(async ({ reviews }) => ({
        documents: [],
        texts: new Map(),
        additions: await reviews.additions(),
      })),
    });
    expect(kb.additions.matters).toHaveLength(1);
    const { candidates } = decide({ text: '邻里食堂送饭员的健康码表归社区填吗' });
    expect(candidates[0]?.name).toBe('邻里食堂健康码表');
    expect(await refused('review', 'propose', ...matter, ...wording)).toContain('已经有了');
  }, 240_000);

  it.each([
    [['propose', '--wording', '能开吗', '--matter', 'paper-nothing'], 'QD-ID'],
    [['propose', '--wording', '能开吗'], 'QD-USAGE'],
    [['propose', '--wording', '能开吗', '--name', '甲'], 'QD-USAGE'],
    [['list', '--why', '不知道'], 'QD-INPUT'],
    [['keep', '能开吗', '--expect', '也许'], 'QD-INPUT'],
    [['show', 'p-0'], 'QD-ID'],
  ])(
    'refuses %j',
    async (argv, code) => {
      await withStore(async () => undefined);
      expect(await refused('review', ...argv)).toContain(code);
    },
    60_000,
  );
});

describe('qingdan audit answers', () => {
  it('shows what was said of answers, the newest first, and counts', async () => {
    await asked(openAssistant());
    const [answered] = await json<{ id: string; feedback: object[] }[]>('audit', 'answers', '--feedback');
    expect(answered).toMatchObject({
      id: 'answer-0',
      feedback: [{ useful: false, comment: '银行要的就是它' }],
    });
    const latest = await json<{ id: string }[]>('audit', 'answers', '--latest', '--limit', '1');
    expect(latest.map(({ id }) => id)).toEqual(['answer-2']);
    const counts = await json<{ total: number; wrong: number }>('audit', 'answers', '--counts');
    expect(counts).toMatchObject({ total: 3, wrong: 1 });
    expect(await ok('audit', 'answers', '--verdict', '不能开')).toContain('没有符合条件');
  }, 60_000);
});
