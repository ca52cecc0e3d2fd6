import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chinaDay } from '#text/days.js';
import { addDays } from '#text/working-days.js';
import { qingdan } from '../support/command-line.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingdan-remind-'));
  vi.stubEnv('QINGDAN_DATA_DIR', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('qingdan remind', () => {
  it('keeps what is said as in a conversation, lists it, and takes one back', async () => {
    const [today, tomorrow] = [chinaDay(Date.now()), addDays(chinaDay(Date.now()), 1)];
    expect((await qingdan('remind', '明天提醒我问路灯的事')).stdout).toContain(
      `${tomorrow} 提醒「问路灯的事」`,
    );
    await qingdan('remind', '今天交材料，电话13812345678');
    const list = async (...more: string[]) => (await qingdan('remind', 'list', ...more)).stdout;
    expect(await list()).toBe(`1. ${today} 交材料，电话〔电话〕\n2. ${tomorrow} 问路灯的事\n`);
    expect(await list('--channel', 'web', '--user', 'wang')).toContain('没有记着的提醒');
    expect((await qingdan('remind', 'cancel', '2')).stdout).toContain(`不再提醒：${tomorrow} 问路灯的事`);
    expect((await qingdan('remind', 'due')).stdout).toContain(`您让我在 ${today} 提醒：交材料`);
    expect(JSON.parse((await qingdan('remind', 'due', '--json')).stdout)).toEqual([]);
    expect(await list()).toContain('没有记着的提醒');
  });

  it.each([
    ['QD-INPUT', ['交材料']],
    ['QD-INPUT', ['明天']],
    ['QD-DATE', ['交材料', '--on', '2020-01-01']],
    ['QD-DATE', ['交材料', '--on', '明天']],
    ['QD-TOO-LONG', [`明天${'交'.repeat(200)}`]],
  ])('refuses with %s %j', async (code, argv) => {
    const { stderr, exitCode } = await qingdan('remind', ...argv);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(code)]);
  });

  it('refuses to take back what isn’t there', async () => {
    await qingdan('remind', '明天交材料');
    for (const number of ['0', '2']) {
      expect((await qingdan('remind', 'cancel', number)).stderr).toContain('QD-ID');
    }
  });
});
