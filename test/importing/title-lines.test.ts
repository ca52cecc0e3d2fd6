import { describe, expect, it } from 'vitest';
import type { Block, FileContent } from '#documents/content.js';
import { extractLists } from '#importing/extract.js';
import { titleGroups, wholeTitles } from '#importing/title-lines.js';
import { paragraphs, tableOf } from './support.js';

const header = ['序号', '证明名称'];
const rows = [header, ['1', '示例甲证明'], ['2', '示例乙证明']];

/** A file with these lines as its title, as each format lays it out. */
const LAYOUTS: Record<string, (lines: readonly string[]) => FileContent> = {
  'a sheet': (lines) => ({
    format: 'xlsx',
    blocks: [tableOf([...lines.map((line) => [line, '']), ...rows], 'Sheet1')],
  }),
  'lines above a table': (lines) => ({
    format: 'docx',
    blocks: [...paragraphs(...lines), tableOf(rows, '表1')],
  }),
  'the first line above a table and the others in it': ([first = '', ...others]) => ({
    format: 'pdf',
    blocks: [...paragraphs(first), tableOf([...others.map((line) => [line, '']), ...rows], '表1')],
  }),
  'numbered lines': (lines) => ({
    format: 'txt',
    blocks: paragraphs(...lines, '1. 示例甲证明；', '2. 示例乙证明；'),
  }),
};
const kindsOf = (content: FileContent) =>
  extractLists(content).lists.map(({ kind, rows }) => [kind, rows.length]);

const TITLES: readonly [title: string, kind: string][] = [
  ['示例市不应由基层群众性自治组织出具证明事项清单（第一批）', 'must-not-certify'],
  ['示例市取消村（居）民委员会出具的证明材料清单', 'must-not-certify'],
  ['示例县关于公布社区不再出具证明事项清单的通知', 'must-not-certify'],
  ['示例区不得由社区作为责任主体的协助事项清单', 'negative'],
];

describe('a title on several lines', () => {
  const splits = TITLES.flatMap(([title, kind]) =>
    Object.keys(LAYOUTS)
      // The numbered paragraphs of a notice are its instructions, whatever its title says.
      .filter((layout) => layout !== 'numbered lines' || !title.endsWith('通知'))
      .map((layout): [string, string, string] => [title, layout, kind]),
  );

  it.each(splits)('%s, split after any character, in %s, is of kind %s', (title, layout, kind) => {
    const wrong = Array.from({ length: title.length - 1 }, (_, i) => i + 1).filter((at) => {
      const content = LAYOUTS[layout]?.([title.slice(0, at), title.slice(at)]);
      return content === undefined || kindsOf(content).join() !== `${kind},2`;
    });
    expect(wrong.map((at) => title.slice(0, at))).toEqual([]);
  });

  it.each(Object.keys(LAYOUTS))('on three lines with the number and the date in between, in %s', (layout) => {
    const lines = [
      '示例市不应由',
      '示例民发〔2024〕1号',
      '（2024年5月1日）',
      '基层群众性自治组织',
      '出具证明事项清单',
    ];
    expect(kindsOf(LAYOUTS[layout]?.(lines) as FileContent)).toEqual([['must-not-certify', 2]]);
  });

  it('is told of', () => {
    const { findings } = extractLists(
      LAYOUTS['numbered lines']?.(['示例市不应由社区', '出具证明事项清单']) as FileContent,
    );
    expect(findings).toContainEqual(
      expect.objectContaining({
        severity: 'note',
        problem: expect.stringContaining('示例市不应由社区出具证明事项清单'),
      }),
    );
  });

  it('whose first line is not there is of no kind, so that the user has to tell it', () => {
    for (const layout of Object.values(LAYOUTS)) {
      expect(kindsOf(layout(['出具证明事项清单（第一批）'])).map(([kind]) => kind)).toEqual([null]);
    }
  });

  it('that is cut off leaves the kind to a sheet that says it', () => {
    const sheet = (name: string): FileContent => ({
      format: 'xlsx',
      blocks: [tableOf([['出具证明事项清单', ''], ...rows], name)],
    });
    expect(kindsOf(sheet('不应出具'))).toEqual([['must-not-certify', 2]]);
    expect(kindsOf(sheet('证明事项'))).toEqual([[null, 2]]);
  });

  it('that says both leaves the kind to the user, whatever stands around it', () => {
    const blocks: Block[] = [
      ...paragraphs('关于取消一批证明事项的通知', '示例市取消和保留的证明事项清单'),
      tableOf(rows, '表1'),
    ];
    expect(kindsOf({ format: 'docx', blocks })).toEqual([[null, 2]]);
  });

  it('without an owner leaves whose duties they are to a sheet that says it', () => {
    const duties = [
      ['履行职责事项清单', ''],
      ['序号', '事项名称'],
      ['1', '示例甲'],
    ];
    const blocks = [tableOf(duties, '基本履职')];
    expect(extractLists({ format: 'xlsx', blocks }).lists).toEqual([
      expect.objectContaining({ kind: 'reference', about: '乡镇（街道）' }),
    ]);
  });

  it('of the second list below items is put together too', () => {
    const blocks: Block[] = paragraphs(
      '示例市社区协助事项清单',
      '1. 示例甲；',
      '2. 示例乙。',
      '示例市不应由社区',
      '出具证明事项清单',
      '1. 示例丙；',
    );
    expect(kindsOf({ format: 'docx', blocks })).toEqual([
      ['assist', 2],
      ['must-not-certify', 1],
    ]);
  });
});

describe('lines that are titles of their own', () => {
  it.each([
    [['示例市社区事项清单', '社区负面事项清单']],
    [['关于取消证明事项的通知', '社区可以出具证明事项清单']],
    [['社区协助事项', '社区不应出具证明清单']],
    [['附件1', '示例市社区自治事项清单']],
    [['社区自治事项清单 1', '社区协助事项清单 2', '社区自治事项清单']],
    [['填报单位：示例街道', '示例市社区自治事项清单']],
    [['现将清单印发，请遵照执行。', '示例市社区自治事项清单']],
    [['1. 不应由社区', '证明事项清单']],
    [['内部资料，不得外传', '示例市社区自治事项清单']],
  ])('stay apart: %j', (lines) => {
    expect(wholeTitles(lines)).toEqual(lines);
  });

  it('below items the lines of an item stay with it', () => {
    const below = () => false;
    expect(titleGroups(['调解时不得收费', '社区协助事项清单'], below)).toEqual([[0], [1]]);
    expect(titleGroups(['不得要求社区', '出具证明事项清单'], below)).toEqual([[0, 1]]);
  });
});
