/** What an office has accepted or imported itself, as the commands on lists and matters show it beside what ships. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { packagePath } from '#app/files.js';
import { readWordings } from '#app/matters.js';
import { qingdan } from '../support/command-line.js';

let folder: string;
const inFolder = (name: string) => join(folder, name);
const ADDITIONS = `
matters:
  - { id: office-cat-houses, name: 给流浪猫搭过冬的窝, sort: duty, is: 社区冬天给流浪猫搭窝。 }
wordings:
  - { matter: office-cat-houses, text: 猫窝谁来搭 }
  - { matter: duty-dibao, text: 吃低保的那几家谁去看 }
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingdan-own-'));
  vi.stubEnv('QINGDAN_DATABASE_URL', '');
  vi.stubEnv('QINGDAN_CONFIG', '');
  mkdirSync(inFolder('knowledge/office'), { recursive: true });
  for (const name of readdirSync(packagePath('knowledge')))
    symlinkSync(packagePath('knowledge', name), inFolder(`knowledge/${name}`));
  writeFileSync(inFolder('knowledge/office/additions.yaml'), ADDITIONS);
  writeFileSync(
    inFolder('清单.csv'),
    '协助事项清单,\n序号,事项名称\n1,协助开展最低生活保障对象的核查\n2,冬天给流浪猫搭窝\n',
  );
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const ok = async (...argv: string[]): Promise<string> => {
  const { stdout, stderr, exitCode } = await qingdan(...argv);
  expect(stderr, argv.join(' ')).toBe('');
  expect(exitCode, stdout).toBe(0);
  return stdout;
};
const json = async <T>(...argv: string[]): Promise<T> => JSON.parse(await ok(...argv, '--json')) as T;
const importing = ['kb', 'import', '--region', '重庆市江津区', '--document', 'own', '--title', '示例'];

// The commands read the whole library, which a crowded machine takes its time for.
vi.setConfig({ testTimeout: 120_000 });

describe('accepted matters and wordings', () => {
  beforeAll(() => {
    vi.stubEnv('QINGDAN_KNOWLEDGE', inFolder('knowledge'));
    vi.stubEnv('QINGDAN_DATA_DIR', inFolder('none'));
  });

  it('are counted by kb list --matters', async () => {
    type Listed = { id: string; name: string; wordings: number }[];
    const now = await json<Listed>('kb', 'list', '--matters');
    const wordingsOf = (id: string) => now.find((one) => one.id === id)?.wordings;
    const shipped = readWordings(packagePath('knowledge')).filter(({ matter }) => matter === 'duty-dibao');
    expect(wordingsOf('office-cat-houses')).toBe(1);
    expect(wordingsOf('duty-dibao')).toBe(shipped.length + 1);
  });

  it('are chosen by name for a row by kb import --matters', async () => {
    type Plan = { joins: { id: string; name: string }[] };
    const { joins } = await json<Plan>(...importing, inFolder('清单.csv'), '--dry-run');
    const row = joins.find(({ name }) => name.includes('流浪猫'));
    writeFileSync(inFolder('归类.tsv'), `${row?.id}\t给流浪猫搭过冬的窝\n`);
    const chosen = ['--matters', inFolder('归类.tsv')];
    const report = await ok(...importing, inFolder('清单.csv'), '--dry-run', ...chosen);
    expect(report).toMatch(/本单位的事项「给流浪猫搭过冬的窝」（office-cat-houses） +已选定/u);
  });
});

describe('an imported list', () => {
  beforeAll(async () => {
    vi.stubEnv('QINGDAN_KNOWLEDGE', '');
    vi.stubEnv('QINGDAN_DATA_DIR', inFolder('data'));
    await ok(...importing, inFolder('清单.csv'), '--yes');
  });

  it('is shown by kb list beside what ships', async () => {
    type Lists = { documentId: string; imported: boolean; loaded: number }[];
    const lists = await json<Lists>('kb', 'list');
    expect(lists.filter(({ imported }) => imported)).toMatchObject([{ documentId: 'own', loaded: 2 }]);
    expect(lists.length).toBeGreaterThan(30);
    expect(await ok('kb', 'list', '--region', '重庆市江津区')).toContain('本单位导入');
  });

  it('is checked by kb lint together with what ships', async () => {
    const { errors, findings } = await json<{
      errors: number;
      findings: { documentId: string | null; code: string }[];
    }>('kb', 'lint');
    expect(errors).toBe(0);
    expect(findings.some(({ documentId }) => documentId === 'own')).toBe(true);
    expect(findings.some(({ documentId }) => documentId !== null && documentId !== 'own')).toBe(true);
  });

  it('is counted by doctor', async () => {
    const stdout = await ok('doctor');
    expect(stdout).toContain('导入的文件：own');
  });

  it('is held against the nation’s lists by kb coverage, loaded or not yet', async () => {
    type Coverage = { held: number; open: number; lacking: { matter: string; row: string }[] };
    const loaded = await json<Coverage>('kb', 'coverage', '--region', '重庆市江津区');
    const file = await json<Coverage>('kb', 'coverage', inFolder('清单.csv'), '--region', '重庆市江津区');
    for (const { held, open, lacking } of [loaded, file]) {
      expect([held, open]).toEqual([2, 0]);
      const matters = lacking.map(({ matter }) => matter);
      expect(matters).toContain('duty-public-affairs');
      expect(matters).not.toContain('duty-dibao');
    }
    const report = await ok('kb', 'coverage', inFolder('清单.csv'), '--region', '重庆市江津区');
    expect(report).toMatch(/公共事务和公益事业 .*组织法.* +duty-public-affairs/u);
    expect(report).toMatch(/清单有 2 个事项；国家的清单和法律里还有 \d+ 个事项它没有\n$/u);
  });

  it('can’t be compared where neither a file nor a region is named', async () => {
    const { stderr, exitCode } = await qingdan('kb', 'coverage');
    expect([stderr.includes('QD-USAGE'), exitCode]).toEqual([true, 2]);
  });
});
