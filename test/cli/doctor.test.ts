import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { qingdan } from '../support/command-line.js';
import { FIXTURE_FOLDER } from '../support/knowledge.js';

describe('qingdan doctor', () => {
  it('shows versions, the segmenter in use, and what the knowledge base holds and lacks', async () => {
    vi.stubEnv('QINGDAN_KNOWLEDGE', FIXTURE_FOLDER);
    const { stdout, exitCode } = await qingdan('doctor', '--json');
    vi.unstubAllEnvs();
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      node: process.version,
      segmenter: { name: expect.stringMatching(/jieba|node-rs/), version: expect.stringMatching(/^\d/) },
      knowledge: {
        version: expect.stringMatching(/^[0-9a-f]{12}$/),
        documents: 4,
        lists: 7,
        items: 7,
        provisions: 1,
      },
      gaps: [{ id: 'cq-negative', held: '1/7' }],
    });
  });

  it('says where records are kept and what the office has loaded', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qingdan-doctor-'));
    vi.stubEnv('QINGDAN_DATA_DIR', folder);
    expect((await qingdan('doctor')).stdout).toContain('数据：还没有');
    const file = join(folder, '清单.txt');
    writeFileSync(file, '负面事项清单\n1.示例甲\n2.示例乙\n');
    await qingdan(
      'kb',
      'import',
      file,
      '--document',
      'example',
      '--title',
      '示例',
      '--region',
      '重庆市',
      '--yes',
    );
    const { stdout } = await qingdan('doctor');
    vi.unstubAllEnvs();
    expect(stdout).toMatch(
      /数据：SQLite（.+）.+qingdan\.db，自检通过，变更记录 1 行\n {2}导入的文件：example；附有全文：无/,
    );
  });

  it('asks for somebody to hand people to, and names whoever is set', async () => {
    expect((await qingdan('doctor')).stdout).toContain('转人工：没有设置');
    vi.stubEnv('QINGDAN_OFFICE_NAME', '示例街道');
    vi.stubEnv('QINGDAN_OFFICE_PHONE', '023-00000000');
    vi.stubEnv('QINGDAN_OFFICE_HOURS', '工作日');
    vi.stubEnv('QINGDAN_API_KEYS', 'required');
    const { stdout } = await qingdan('doctor');
    vi.unstubAllEnvs();
    expect(stdout).toContain('转人工：示例街道，023-00000000，工作日');
    expect(stdout).toContain('接口和 MCP 必须带密钥');
  });

  it('names the four lists of 重庆 that are not held', async () => {
    const { stdout } = await qingdan('doctor');
    for (const held of ['0/23', '0/30', '0/7', '0/10']) expect(stdout).toContain(held);
  });
});
