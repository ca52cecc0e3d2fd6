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

  it('names the four lists of 重庆 that are not held', async () => {
    const { stdout } = await qingdan('doctor');
    for (const held of ['0/23', '0/30', '0/7', '0/10']) expect(stdout).toContain(held);
  });
});
