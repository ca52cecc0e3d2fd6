import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const SCRIPT = fileURLToPath(new URL('../../scripts/statute-articles.mjs', import.meta.url));

const LAWS: Readonly<Record<string, string>> = {
  '社会法/某保护法(2024-01-01).md': [
    '# 中华人民共和国某保护法',
    '## 第一章 总则',
    '第一条 为了保护，制定本法。',
    '第二条 居民委员会、村民委员会协助做好保护工作。',
    '第三条 下列组织应当宣传：',
    '',
    '（一）学校；',
    '（二）基层群众性自治组织。',
    '## 第二章 居民委员会',
    '第四条 县级人民政府应当培训居民委员会成员。',
  ].join('\n'),
  '社会法/某保护法(2019-01-01).md': '# 中华人民共和国某保护法\n第九条 居民委员会收费。',
  '地方/某旧条例(1990-01-01).md': '# 某旧条例\n第五条 村委会收提留。\n第六条 居委会收提留。',
  '地方/readme.html': '# 某网页\n第一条 居委会。',
};

const KNOWLEDGE: Readonly<Record<string, string>> = {
  'documents/basis.yaml': [
    'id: basis',
    'title: 汇编',
    'lists:',
    '  - items:',
    '      - { id: a-1, locator: 第二条第二款, law: { title: 某保护法 } }',
  ].join('\n'),
  'left-out-articles.yaml': '- { law: 某旧条例, articles: 全部, reason: 已经废止 }',
};

describe('scripts/statute-articles.mjs', () => {
  const root = mkdtempSync(join(tmpdir(), 'qingdan-statutes-'));
  const laws = join(root, 'laws');
  const knowledge = join(root, 'knowledge');

  const write = (folder: string, files: Readonly<Record<string, string>>): void => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };
  const run = (args: readonly string[], folder = knowledge) =>
    spawnSync(process.execPath, [SCRIPT, ...args], {
      encoding: 'utf8',
      env: { ...process.env, QINGDAN_KNOWLEDGE: folder },
    });

  beforeAll(() => {
    write(laws, LAWS);
    write(knowledge, KNOWLEDGE);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('prints the articles that name the committee and are not held, with their words', () => {
    const { stdout, status } = run([laws]);
    expect(stdout).toContain(
      'MISSING   中华人民共和国某保护法 (2024-01-01) 第三条: 第三条 下列组织应当宣传：',
    );
    expect(stdout).toContain('第四条: 第四条 县级人民政府应当培训居民委员会成员。');
    expect(stdout).toContain('1 in the knowledge base, 2 left out with a reason, 2 missing');
    expect(status).toBe(1);
  });

  it('passes over what is held, what names no committee, headings, and versions that are not the newest', () => {
    const { stdout } = run([laws]);
    for (const article of ['第一条', '第二条', '第九条']) expect(stdout).not.toContain(`某保护法 ${article}`);
    expect(stdout).not.toMatch(/第[一二九]条:/);
    expect(stdout).not.toContain('某网页');
  });

  it('says why an article was left out, for a whole law as for one article of it', () => {
    expect(run([laws]).stdout).toContain('left out  某旧条例 第六条: 已经废止');
    const judged = join(root, 'judged');
    cpSync(knowledge, judged, { recursive: true });
    const reason = '- { law: 中华人民共和国某保护法, articles: [第三条, 第四条], reason: 职责在政府 }';
    writeFileSync(
      join(judged, 'left-out-articles.yaml'),
      `${KNOWLEDGE['left-out-articles.yaml']}\n${reason}\n`,
    );
    const { stdout, status } = run([laws], judged);
    expect(stdout).toContain('left out  中华人民共和国某保护法 第四条: 职责在政府');
    expect(status).toBe(0);
  });

  it('tells of an article that is left out and in the knowledge base', () => {
    const twice = join(root, 'twice');
    cpSync(knowledge, twice, { recursive: true });
    writeFileSync(
      join(twice, 'left-out-articles.yaml'),
      '- { law: 某保护法, articles: [第二条], reason: 顺带提到 }',
    );
    const { stdout, status } = run([join(laws, '地方')], twice);
    expect(stdout).toContain('BOTH      某保护法 第二条');
    expect(status).toBe(1);
  });

  it('reads a git directory as it reads a folder, and only the paths that are asked for', () => {
    const git = (...args: string[]): void => {
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', '-C', laws, ...args], {
        stdio: 'pipe',
      });
    };
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'laws');
    const { stdout } = run([join(laws, '.git'), '社会法/']);
    expect(stdout).toContain('1 in the knowledge base, 0 left out with a reason, 2 missing');
  });

  it('refuses a folder that is not there', () => {
    const { stderr, status } = run([join(root, 'nowhere')]);
    expect(stderr).toContain('usage:');
    expect(status).toBe(2);
  });
});

describe('the shipped reasons', () => {
  it('are for articles that are no rows', () => {
    const empty = mkdtempSync(join(tmpdir(), 'qingdan-no-laws-'));
    const { stdout, status } = spawnSync(process.execPath, [SCRIPT, empty], { encoding: 'utf8' });
    rmSync(empty, { recursive: true });
    expect(stdout).not.toContain('BOTH');
    expect(status).toBe(0);
  });

  it('are given once for each article', () => {
    const path = fileURLToPath(new URL('../../knowledge/left-out-articles.yaml', import.meta.url));
    const entries = parse(readFileSync(path, 'utf8')) as { law: string; articles: string | string[] }[];
    const articles = entries.flatMap(({ law, articles }) => [articles].flat().map((one) => `${law} ${one}`));
    expect(articles.filter((one, i) => articles.indexOf(one) !== i)).toEqual([]);
  });
});
