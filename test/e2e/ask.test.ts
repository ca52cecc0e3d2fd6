import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagePath } from '#app/files.js';

/** The built command, as a user runs it; `npm test` builds first. */
function qingdan(args: string[], options: { input?: string | Buffer; env?: Record<string, string> } = {}) {
  const { input = '', env = {} } = options;
  const run = spawnSync(process.execPath, [packagePath('dist', 'src', 'cli', 'main.js'), ...args], {
    input,
    env: { ...process.env, ...env },
  });
  return { code: run.status, stdout: run.stdout.toString('utf8'), stderr: run.stderr.toString('utf8') };
}

const oneLine = (text: string, code: string) => new RegExp(`^错误 ${code}：[^\\n]+\\n$`).test(text);

describe('qingdan ask', () => {
  it('prints the verdict first, then route, sources, reason and the catalogue', () => {
    const { code, stdout } = qingdan(['ask', '社区能开无犯罪记录证明吗']);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^不能开。/);
    expect(stdout).toMatch(/去哪办：[\s\S]*依据：\n1\. 《[\s\S]*说明：/);
    expect(lines.at(-1)).toMatch(/^目录：全国，\d{4}-\d\d-\d\d有效。以正式文件为准。$/);
  });

  it('prints one JSON object with the contracted fields', () => {
    const { stdout } = qingdan([
      'ask',
      '--json',
      '--region',
      '重庆市',
      '--date',
      '2026-03-01',
      '社区能开死亡证明吗',
    ]);
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual(
      expect.arrayContaining([
        'question',
        'verdict',
        'band',
        'probability',
        'item',
        'candidates',
        'citations',
        'route',
        'text',
        'choices',
        'explanation',
        'catalogueVersion',
      ]),
    );
    expect(answer.explanation).toMatchObject({ region: '重庆市', date: '2026-03-01' });
  });

  it('answers standard input line by line, in order, and reports a bad line in its place', () => {
    const input = [
      '社区能开健在证明吗',
      '',
      '{"text":"收入证明社区能开吗","region":"湖北省咸宁市"}',
      '{"text":"x","region":"火星"}',
      '{"text":',
      '招商引资任务能派给社区吗',
    ].join('\n');
    const { code, stdout } = qingdan(['ask', '--json', '-'], { input });
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map((row) => row.verdict ?? row.error.code)).toEqual([
      'must-not-certify',
      'QD-EMPTY',
      'must-not-certify',
      'QD-REGION',
      'QD-INPUT',
      'negative',
    ]);
    expect(rows[3]).toMatchObject({ line: 4 });
    expect(code).toBe(2);
  });

  it('reads binary input without falling over', () => {
    const { code, stdout } = qingdan(['ask', '--json', '-'], {
      input: Buffer.from([0xff, 0xfe, 0, 1, 2, 10, 0xe7, 10]),
    });
    expect(code).toBe(2);
    for (const line of stdout.trimEnd().split('\n')) expect(JSON.parse(line).error.code).toBe('QD-INPUT');
  });

  it.each([
    [['ask', ''], 'QD-EMPTY'],
    [['ask', '证'.repeat(10_000)], 'QD-TOO-LONG'],
    [['ask', '--region', '火星市', '社区能开证明吗'], 'QD-REGION'],
    [['ask', '--date', '2026-02-30', '社区能开证明吗'], 'QD-DATE'],
    [['ask', '--role', 'king', '社区能开证明吗'], 'QD-INPUT'],
    [['ask', '--colour', '社区能开证明吗'], 'QD-USAGE'],
    [['ask'], 'QD-USAGE'],
    [['eval', '/nowhere.jsonl'], 'QD-FILE'],
  ])('%j is one clear line with %s and exit 2', (args, expected) => {
    const { code, stdout, stderr } = qingdan(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(oneLine(stderr, expected), stderr).toBe(true);
  });

  it('says which file of a broken knowledge folder is at fault', () => {
    const folder = mkdtempSync(join(tmpdir(), 'qingdan-'));
    mkdirSync(join(folder, 'documents'));
    writeFileSync(join(folder, 'documents', 'bad.yaml'), 'id: [unclosed');
    writeFileSync(join(folder, 'regions.yaml'), 'regions: []');
    const { code, stderr } = qingdan(['ask', '社区能开证明吗'], { env: { QINGDAN_KNOWLEDGE: folder } });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^错误 QD-YAML：.*bad\.yaml[^\n]*\n$/);
  });
});

describe('qingdan eval', () => {
  it('prints right, wrong and abstained per class and the questions that went wrong', () => {
    const folder = mkdtempSync(join(tmpdir(), 'qingdan-'));
    const file = join(folder, 'set.jsonl');
    writeFileSync(
      file,
      '{"id":"a","text":"社区能开健在证明吗","expected":"must-not-certify"}\n{"id":"b","text":"招商引资任务能派给社区吗","expected":"assist"}\n',
    );
    const { code, stdout } = qingdan(['eval', file]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/must-not-certify +1 +1 +0 +0/);
    expect(stdout).toMatch(/assist +1 +0 +1 +0/);
    expect(stdout).toContain('b 应为 assist，答成 negative');
    expect(JSON.parse(qingdan(['eval', '--json', file]).stdout)).toMatchObject({
      passed: false,
      total: { n: 2 },
    });
  });
});
