import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openAssistant } from '#app/assistant.js';
import { knowledgeFolder } from '#app/files.js';
import { registerAudit } from '#cli/audit.js';
import { registerBackup } from '#cli/backup.js';
import { registerPurge } from '#cli/purge.js';
import { registerShare } from '#cli/share.js';
import { registerUserData } from '#cli/user-data.js';
import { openStorage } from '#storage/open.js';
import type { Storage } from '#storage/ports.js';
import { questionEntry } from '#storage/question-log.js';
import { readRuleFiles } from '#storage/rule-files.js';
import { SQLITE_FILE } from '#storage/settings.js';
import { at, document, LI, question, WANG } from './support/records.js';
import { settingsOf } from './support/settings.js';
import { rawDatabase } from './support/stores.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingdan-commands-'));
  vi.stubEnv('QINGDAN_DATA_DIR', folder);
  vi.stubEnv('QINGDAN_DATABASE_URL', '');
  vi.stubEnv('QINGDAN_CONFIG', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Runs one command and gives what it printed; rejects with its error. */
async function qingdan(...argv: string[]): Promise<string> {
  const program = new Command().exitOverride();
  const all = [registerAudit, registerBackup, registerPurge, registerShare, registerUserData];
  for (const register of all) register(program);
  let printed = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed += String(chunk);
    return true;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return printed;
  } catch (error) {
    throw Object.assign(error as Error, { printed });
  } finally {
    spy.mockRestore();
  }
}

async function filled<T>(fill: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage(settingsOf(folder));
  try {
    return await fill(storage);
  } finally {
    await storage.close();
  }
}

describe('commands on the store', () => {
  it.each([
    ['audit', 'verify'],
    ['purge'],
    ['backup', 'copy.db'],
    ['user-data', 'export', '--channel', 'web', '--user', 'wang'],
  ])('%s refuse a folder without a store and make none there', async (...argv) => {
    await expect(qingdan(...argv)).rejects.toMatchObject({ code: 'QD-STORAGE' });
    expect(existsSync(join(folder, SQLITE_FILE))).toBe(false);
  });

  it('audit verify passes a whole log, and names what is wrong with another', async () => {
    const head = await filled(async ({ lists, audit }) => {
      await lists.publish([document('a', ['甲'])], { at: at(0), actor: '示例街道', source: '清单.xlsx' });
      return audit.head();
    });
    const witness = `${head.seq}:${head.hash}`;
    const passed = await qingdan('audit', 'verify', '--head', witness);
    expect(passed).toContain(witness);
    expect(passed).toContain('核验通过');
    const db = rawDatabase(settingsOf(folder));
    await db.updateTable('audit').set({ actor: '别人' }).execute();
    await db.destroy();
    await expect(qingdan('audit', 'verify')).rejects.toMatchObject({
      code: 'QD-AUDIT',
      exitCode: 1,
      printed: expect.stringContaining('第 1 行的内容被改过'),
    });
  });

  it.each(['5', '5:ab', 'x:y'])('audit verify refuses the head %s', async (head) => {
    await filled(async () => undefined);
    await expect(qingdan('audit', 'verify', '--head', head)).rejects.toMatchObject({ code: 'QD-INPUT' });
  });

  it('audit list shows who did what', async () => {
    const act = { at: at(0), actor: '示例街道', source: '清单.xlsx' };
    await filled(({ lists }) => lists.publish([document('a', ['甲'])], act));
    const shown = await qingdan('audit', 'list');
    for (const word of ['示例街道', '发布清单文件', '清单.xlsx']) expect(shown).toContain(word);
  });

  it('audit answers finds what was asked by day in China and by words', async () => {
    await filled(async ({ questions }) => {
      // A quarter past midnight on 3 March in Beijing.
      await questions.record(question('late', { at: '2026-03-02T16:15:00.000Z', text: '能开居住证明吗' }));
      await questions.record(question('next', { at: '2026-03-03T16:15:00.000Z', text: '能开居住证明吗' }));
      await questions.record(question('other', { at: '2026-03-03T01:00:00.000Z', text: '归社区管吗' }));
    });
    const day = ['--from', '2026-03-03', '--to', '2026-03-03'];
    const shown = await qingdan('audit', 'answers', ...day);
    expect(shown).toMatch(/late +2026-03-03 00:15 +web +must-not-certify +能开居住证明吗/);
    const found = JSON.parse(await qingdan('audit', 'answers', ...day, '--find', '居住', '--json'));
    expect(found.map(({ id }: { id: string }) => id)).toEqual(['late']);
    expect(await qingdan('audit', 'answers', '--find', '结婚')).toContain('没有符合条件');
    await expect(qingdan('audit', 'answers', '--from', '昨天')).rejects.toMatchObject({ code: 'QD-DATE' });
  });

  it('audit replay answers a logged question once more', async () => {
    const today = '2026-03-03';
    const assistant = openAssistant({ today });
    const asked = { text: '社区能开居住证明吗', role: 'resident', region: '重庆市' } as const;
    const answer = assistant.decide(asked);
    await filled(async ({ editions, questions }) => {
      const rules = readRuleFiles(knowledgeFolder());
      const edition = await editions.keep(
        { kb: assistant.kb, rules, program: '0.1.0' },
        { at: at(0), actor: '启动' },
      );
      const about = {
        at: at(0),
        person: WANG,
        role: asked.role,
        region: asked.region,
        date: null,
        how: null,
        today,
      };
      await questions.record(questionEntry(answer, { id: 'q1', ...about, edition }));
    });
    const shown = await qingdan('audit', 'replay', 'q1');
    expect(shown).toContain(answer.text);
    expect(shown).toContain('完全一致');
    await expect(qingdan('audit', 'replay', 'q2')).rejects.toMatchObject({ code: 'QD-ID' });
  });

  it('purge counts with --dry-run and deletes without', async () => {
    await filled(async ({ questions }) => {
      await questions.record(question('old', { at: '2020-01-01T00:00:00.000Z' }));
      await questions.record(question('new', { at: new Date().toISOString() }));
    });
    expect(await qingdan('purge', '--dry-run')).toContain('到期未删：问答记录 1 条');
    expect(await qingdan('purge')).toContain('已删除：问答记录 1 条');
    expect(await filled(({ questions }) => questions.list({ limit: 10 }))).toMatchObject([{ id: 'new' }]);
  });

  it.each([
    ['as a browser shows it', (id: string) => `https://qd.example.gov.cn/answers/${id}?from=chat`],
    ['as it stands on the site', (id: string) => `/answers/${id}`],
    ['by the id alone', (id: string) => id],
  ])('share remove takes an answer down by its address, %s', async (_, addressOf) => {
    const id = await filled(({ sharedPages }) => sharedPages.keep({ region: '全国' }, at(0)));
    expect(await qingdan('share', 'remove', addressOf(id))).toContain('已撤下');
    expect(await filled(({ sharedPages }) => sharedPages.find(id))).toBeNull();
    expect(await qingdan('audit', 'list')).toContain('撤下分享的回答');
    await expect(qingdan('share', 'remove', addressOf(id))).rejects.toMatchObject({ code: 'QD-ID' });
    await expect(qingdan('share', 'remove', '/items/mca20')).rejects.toMatchObject({ code: 'QD-INPUT' });
  });

  it('backup writes a copy and says where the key is', async () => {
    await filled(({ questions }) => questions.record(question('q1')));
    const shown = await qingdan('backup', join(folder, 'copy.db'));
    expect(shown).toContain('copy.db');
    expect(shown).toContain('secret.key');
    expect(existsSync(join(folder, 'copy.db'))).toBe(true);
  });

  it('user-data exports one person’s records and deletes them only with --yes', async () => {
    await filled(async ({ questions }) => {
      await questions.record(question('wang', { person: WANG }));
      await questions.record(question('li', { person: LI }));
    });
    const person = ['--channel', 'web', '--user', 'wang'];
    expect(JSON.parse(await qingdan('user-data', 'export', ...person))).toMatchObject({
      questions: [{ id: 'wang' }],
    });
    await expect(qingdan('user-data', 'delete', ...person)).rejects.toMatchObject({ code: 'QD-USAGE' });
    expect(await qingdan('user-data', 'delete', ...person, '--yes')).toContain('问答记录 1 条');
    expect(await filled(({ questions }) => questions.list({ limit: 10 }))).toMatchObject([{ id: 'li' }]);
  });
});
