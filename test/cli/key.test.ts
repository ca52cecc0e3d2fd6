import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadConfiguration } from '#config/load.js';
import { qingdan } from '../support/command-line.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingdan-key-'));
  vi.stubEnv('QINGDAN_DATA_DIR', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('qingdan key', () => {
  it('gives out a key once, lists it without the secret, and revokes it', async () => {
    const added = await qingdan('key', 'add', '区政务热线', '--region', '南岸区', '--scope', 'answers');
    const [, token = '', id = ''] = /^(qd_([0-9a-f]{8})_\S{43})$/mu.exec(added.stdout) ?? [];
    expect(token).not.toBe('');
    const { stdout } = await qingdan('key', 'list');
    expect(stdout).toMatch(new RegExp(`${id} +区政务热线 +重庆市南岸区 +提问 +300 .*在用`));
    expect(stdout).not.toContain(token.slice(-43));
    expect((await qingdan('key', 'revoke', id)).stdout).toContain('已停用');
    expect((await qingdan('key', 'list')).stdout).toContain('停用');
  });

  it.each([
    ['QD-REGION', ['甲', '--region', '火星']],
    ['QD-INPUT', ['甲', '--scope', 'everything']],
    ['QD-INPUT', ['甲', '--per-minute', '很多']],
    ['QD-INPUT', [' ']],
  ])('refuses with %s %j', async (code, argv) => {
    const { stderr, exitCode } = await qingdan('key', 'add', ...argv);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(code)]);
  });

  it('is needed where the configuration says so', async () => {
    expect((await loadConfiguration({})).api.keys).toBe('optional');
    expect((await loadConfiguration({ QINGDAN_API_KEYS: 'required' })).api.keys).toBe('required');
    await expect(loadConfiguration({ QINGDAN_API_KEYS: 'yes' })).rejects.toMatchObject({
      code: 'QD-CONFIG',
      message: expect.stringContaining('QINGDAN_API_KEYS'),
    });
  });
});
