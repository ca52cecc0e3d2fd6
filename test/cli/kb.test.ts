import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { packagePath } from '#app/files.js';
import { qingdan } from '../support/command-line.js';
import { FIXTURE_FOLDER } from '../support/knowledge.js';

const SHIPPED_FOLDER = packagePath('knowledge');

beforeEach(() => {
  vi.stubEnv('QINGDAN_KNOWLEDGE', FIXTURE_FOLDER);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('qingdan kb list', () => {
  it('shows for each list how many rows it holds and how many it should', async () => {
    const { stdout, exitCode } = await qingdan('kb', 'list');
    expect(stdout).toMatch(/cq-negative +负面事项 +重庆市 +1\/7/);
    expect(stdout).toMatch(/na-may +可出具证明 +重庆市南岸区 +2\/\?/);
    expect(exitCode).toBe(0);
  });

  it('selects by kind and region', async () => {
    const { stdout } = await qingdan('kb', 'list', '--kind', 'may-certify', '--region', '南岸', '--json');
    expect(JSON.parse(stdout)).toEqual([
      expect.objectContaining({ id: 'na-may', region: '重庆市南岸区', loaded: 2, declared: null }),
    ]);
  });

  it('says so where nothing fits', async () => {
    expect((await qingdan('kb', 'list', '--region', '湖北')).stdout).toBe('没有符合条件的清单\n');
  });
});

describe('qingdan kb list --matters', () => {
  it('shows each matter of a sort with its rows and wordings', async () => {
    vi.stubEnv('QINGDAN_KNOWLEDGE', SHIPPED_FOLDER);
    const { stdout, exitCode } = await qingdan('kb', 'list', '--matters', '--sort', 'paper');
    expect(stdout).toMatch(/paper-no-crime-record +证明 +[1-9]\d* +[1-9]\d* +无犯罪记录证明/);
    expect(stdout).not.toContain('demand-');
    expect(exitCode).toBe(0);
  });

  it('says which 三事分流 a demand falls under', async () => {
    vi.stubEnv('QINGDAN_KNOWLEDGE', SHIPPED_FOLDER);
    expect((await qingdan('kb', 'list', '--matters')).stdout).toMatch(/demand-wages +诉求·大事 /);
  });

  it('gives a demand’s responsible body and its bases with --json', async () => {
    vi.stubEnv('QINGDAN_KNOWLEDGE', SHIPPED_FOLDER);
    const { stdout } = await qingdan('kb', 'list', '--matters', '--sort', 'demand', '--json');
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({
        id: 'demand-wages',
        wordings: expect.any(Number),
        triage: expect.objectContaining({ class: 'government', basis: expect.any(Array) }),
      }),
    );
  });

  it('says so where a knowledge folder has no matters', async () => {
    expect((await qingdan('kb', 'list', '--matters')).stdout).toBe('知识库里没有这一类事项\n');
  });
});

describe('qingdan kb show', () => {
  it.each([
    ['nation-law-2025', '《新组织法》'],
    ['cq-negative', '已载/应有：1/7'],
    ['nl25-duties-1', '出处：《新组织法》（主席令第一号）第十条第三项'],
    ['nation-law-2025-p1', '清单之外'],
  ])('shows %s', async (id, expected) => {
    expect((await qingdan('kb', 'show', id)).stdout).toContain(expected);
  });

  it('gives a row’s citation with --json', async () => {
    const { stdout } = await qingdan('kb', 'show', 'na-may-1', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ id: 'na-may-1', citation: { title: '某某条例' } });
  });
});

describe('qingdan kb lint', () => {
  it('ends with 0 where there are only warnings and gaps', async () => {
    const { stdout, exitCode } = await qingdan('kb', 'lint');
    expect(stdout).toContain('共 0 个错误、1 个提醒、1 个缺口');
    expect(exitCode).toBe(0);
  });

  it('gives counts and findings with --json', async () => {
    const { stdout } = await qingdan('kb', 'lint', FIXTURE_FOLDER, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ errors: 0, warnings: 1, gaps: 1, findings: { length: 2 } });
  });

  it('ends with 1 where a document does not fit its schema', async () => {
    const { stdout, exitCode } = await qingdan('kb', 'lint', folderWith('id: a\n'));
    expect(stdout).toContain('KB-SCHEMA');
    expect(exitCode).toBe(1);
  });

  it('ends with 2 and one line where a file is no YAML', async () => {
    const { stderr, exitCode } = await qingdan('kb', 'lint', folderWith('id: [a\n'));
    expect(stderr).toMatch(/^错误 QD-YAML：documents\/a\.yaml [^\n]+\n$/);
    expect(exitCode).toBe(2);
  });
});

/** A knowledge folder with one document of this text. */
function folderWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-'));
  mkdirSync(join(folder, 'documents'));
  writeFileSync(join(folder, 'documents', 'a.yaml'), text);
  const country = 'regions: [{ code: "000000", name: 全国, level: country }]\n';
  writeFileSync(join(folder, 'regions.yaml'), country);
  return folder;
}

describe('bad input', () => {
  it.each([
    [['frobnicate'], 'QD-USAGE', 'frobnicate'],
    [['kb'], 'QD-USAGE', '缺少命令'],
    [['kb', 'frobnicate'], 'QD-USAGE', 'frobnicate'],
    [['kb', 'list', '--colour'], 'QD-USAGE', '--colour'],
    [['kb', 'list', '--region'], 'QD-USAGE', '缺一个值'],
    [['kb', 'show'], 'QD-USAGE', '编号'],
    [['kb', 'show', 'a', 'b'], 'QD-USAGE', '参数太多'],
    [['kb', 'show', 'nothing-1'], 'QD-ID', 'nothing-1'],
    [['kb', 'show', 'a\nb\u0007'], 'QD-ID', 'a b'],
    [['kb', 'list', '--kind', 'good'], 'QD-INPUT', 'good'],
    [['kb', 'list', '--region', '火星'], 'QD-REGION', '火星'],
    [['kb', 'list', '--matters', '--sort', 'good'], 'QD-INPUT', 'good'],
    [['kb', 'lint', '/nonexistent'], 'QD-FILE', '/nonexistent'],
  ])('%j ends with 2 and one line with %s', async (argv, code, what) => {
    const { stdout, stderr, exitCode } = await qingdan(...argv);
    expect(stderr).toMatch(/^错误 QD-[A-Z-]+：[^\n]+\n$/);
    expect(stderr).toContain(code);
    expect(stderr).toContain(what);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });

  it('names the broken file of the knowledge base in one line', async () => {
    vi.stubEnv('QINGDAN_KNOWLEDGE', folderWith('id: [a\n'));
    const { stderr, exitCode } = await qingdan('kb', 'list');
    expect(stderr).toMatch(/^错误 QD-YAML：documents\/a\.yaml 第 \d+ 行[^\n]+\n$/);
    expect(exitCode).toBe(2);
  });
});

describe('help and version', () => {
  it.each([[['--help']], [['kb', 'list', '--help']], [['--version']]])('%j ends with 0', async (argv) => {
    const { stdout, stderr, exitCode } = await qingdan(...argv);
    expect(stdout).not.toBe('');
    expect([stderr, exitCode]).toEqual(['', 0]);
  });
});
