import { readdirSync, readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { packagePath } from '#app/files.js';
import { readCharterRules } from '#app/lexicon.js';
import {
  charterDocx,
  charterMarkdown,
  findingLines,
  isCharter,
  isCharterFile,
  reviewCharter,
} from '#charter/index.js';
import { growth, LINEAR } from '../support/growth.js';

const FOLDER = packagePath('test', 'evaluation', 'charters');
const rules = readCharterRules();
const DAY = '2026-11-27';
const review = (...clauses: string[]) => reviewCharter(['石坝村村规民约', ...clauses].join('\n'), rules, DAY);
const found = (clause: string) => review(clause).findings.map(({ rule }) => rule);

/** A charter's lines with the rules that a reader finds in each. */
function marked(name: string): { text: string; rules: string[] }[] {
  return readFileSync(`${FOLDER}/${name}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([text = '', marks = '']) => ({ text, rules: marks.split(',').filter(Boolean).sort() }));
}
const CHARTERS = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));

describe('the marked charters', () => {
  it('are thirteen', () => expect(CHARTERS).toHaveLength(13));

  it.each(CHARTERS)('%s: each clause is found to be what a reader marked', (name) => {
    const lines = marked(name);
    const read = reviewCharter(lines.map(({ text }) => text).join('\n'), rules, DAY);
    const starts = lines.map((_, i) => lines.slice(0, i).reduce((sum, { text }) => sum + text.length + 1, 0));
    const got = lines.map(({ text }, i) => ({
      text,
      rules: [
        ...new Set(
          read.findings
            .filter(({ clause }) => {
              const at = read.clauses[clause]?.start ?? -1;
              return at >= (starts[i] ?? 0) && at <= (starts[i] ?? 0) + text.length;
            })
            .map(({ rule }) => rule),
        ),
      ].sort(),
    }));
    expect(got).toEqual(lines);
  });

  it('use every rule but those that none of them breaks', () => {
    const used = new Set(CHARTERS.flatMap((name) => marked(name).flatMap((line) => line.rules)));
    const unused = rules.rules.map(({ id }) => id).filter((id) => !used.has(id));
    expect(unused).toEqual([]);
  });
});

describe('a clause', () => {
  it.each([
    ['不得以任何名义罚款。', []],
    ['禁止乱倒垃圾，违者罚款50元。', ['fine']],
    ['不牵绳遛狗的罚款二百元。', ['fine']],
    ['打架斗殴的，由公安机关依法拘留、罚款。', []],
    ['发现赌博的没收赌具，并报派出所处理。', ['confiscate']],
    ['不得随意停水停电。', []],
    ['不交水费的停水。', ['utilities']],
    ['不得包办婚姻、干涉婚姻自由。', []],
    ['寡妇不得再婚。', ['marriage']],
    ['依法被剥夺政治权利的，不得参加选举。', []],
  ])('%s', (clause, expected) => {
    expect(found(clause)).toEqual(expected);
  });

  it('is shown with the provisions that hold on the day, the committee’s own law first', () => {
    const [finding] = review('不交水费的停水。').findings;
    expect(finding?.articles.map(({ title, locator }) => title + locator)).toEqual([
      '中华人民共和国村民委员会组织法第三十一条第二款',
      '中华人民共和国行政强制法第四十三条第二款',
      '中华人民共和国电力法第二十六条',
      '中华人民共和国电力法第二十九条第一款',
      '供水条例第二十三条',
    ]);
    const before = reviewCharter('石坝村村规民约\n不交水费的停水。', rules, '2025-12-31');
    expect(before.findings[0]?.articles.map(({ title }) => title)).not.toContain('供水条例');
    expect(before.findings[0]?.articles.map(({ title }) => title)).not.toContain(
      '中华人民共和国村民委员会组织法',
    );
  });

  it('of a town’s covenant is held against the town’s law', () => {
    const read = reviewCharter('珊瑚社区居民公约\n不牵绳的罚款。', rules, DAY);
    expect(read.findings[0]?.articles[0]?.title).toBe('中华人民共和国城市居民委员会组织法');
    expect(read.procedure.map(({ articles }) => articles.map(({ locator }) => locator))).toEqual([
      ['第三十条'],
      ['第三十一条第一款'],
    ]);
  });
});

describe('the procedure', () => {
  it('is asked for where the text doesn’t speak of it', () => {
    expect(review('爱护卫生。').procedure.map(({ said }) => said)).toEqual([null, null]);
    expect(review('经村民会议通过，报镇政府备案。').procedure.every(({ said }) => said !== null)).toBe(true);
  });
});

describe('the report', () => {
  const read = review('第三条　乱倒垃圾的罚款50元。', '第四条　张榜公布其姓名。');

  it('names clause, problem, provision and what to write instead', async () => {
    const text = charterMarkdown(read);
    expect(text).toContain('| 第三条 | 乱倒垃圾的罚款50元。 | 罚款（同法律抵触） |');
    expect(text).toContain('《中华人民共和国行政处罚法》（2021年修订）第十六条');
    expect(text).toContain('1 处同法律抵触，1 处请人工核对');
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await charterDocx(read)) });
    for (const part of ['罚款（同法律抵触）', '删去罚款', '没有看到「备案」', '第十六条：'])
      expect(value).toContain(part);
  });

  it('says that finding nothing isn’t a clean bill', () => {
    expect(charterMarkdown(review('爱护卫生。'))).toContain('没有看出的不等于没有问题');
  });

  it('is short in a conversation', () => {
    expect(findingLines(read, 1)).toEqual([
      expect.stringMatching(/^1\. 第三条：“乱倒垃圾的罚款50元。”，罚款，同法律抵触。/),
    ]);
  });
});

describe('a charter is told', () => {
  it.each([
    ['石坝村村规民约\n第一条　爱护卫生。\n第二条　尊老爱幼。\n第三条　团结。', true],
    ['关于修订村规民约的通知\n各村：\n请于月底前修订。\n青石镇', false],
    ['村规民约能罚款吗', false],
    ['请帮我看看村规民约怎么写\n谢谢\n急\n在线等', false],
  ])('%s', (text, expected) => expect(isCharter(text)).toBe(expected));

  it.each([
    ['石坝村村规民约.docx', true],
    ['关于修订村规民约的通知.docx', false],
    ['通知.docx', false],
  ])('by the file name %s', (name, expected) => expect(isCharterFile(name)).toBe(expected));
});

it('takes time that grows with the length, no faster', () => {
  const text = (n: number) => `石坝村村规民约\n${'不得乱倒垃圾罚款违者的公安机关依法收回不分户口'.repeat(n)}`;
  expect(growth(150, (n) => reviewCharter(text(n), rules, DAY))).toBeLessThan(LINEAR);
});
