import { describe, expect, it } from 'vitest';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { createKnowledge } from '#catalogue/load.js';
import { extractLists } from '#importing/extract.js';
import type { ImportOptions } from '#importing/import-plan.js';
import { planImport } from '#importing/plan.js';
import { canLoad } from '#importing/report.js';
import { header, kb, planOf, problems } from './planning.js';
import { tableOf } from './support.js';

describe('rows that stand on the opposite list in force', () => {
  // 居住证明 stands on a national must-not-certify list of the fixtures, 环境整治 on one of duties.
  const papers = [header, ['1', '居住证明（含租房）', ''], ['2', '示例证明', '']];
  const read = (options: Partial<ImportOptions> = {}) => planOf(papers, options, '社区可以出具证明清单');

  it('are errors, each with its row, the list and its document', () => {
    const plan = read();
    expect(canLoad(plan)).toBe(false);
    expect(plan.findings.filter(({ severity }) => severity === 'error')).toEqual([
      {
        severity: 'error',
        needs: 'kind',
        place: { part: '社区可以出具证明清单', line: 2 },
        problem: expect.stringMatching(/居住证明（含租房）.*相反.*《.+》.*不应出具/),
        advice: expect.stringContaining('--kind 可出具证明'),
      },
    ]);
  });

  it('stay errors where bad rows are skipped: it is the list that may have been misread', () => {
    expect(canLoad(read({ skipBadRows: true }))).toBe(false);
  });

  it.each([[''], ['社区可以出具证明清单']])(
    'are reminders once the kind is told for 「%s」, each said once',
    (part) => {
      const plan = read({ kinds: new Map([[part, ['may-certify']]]) });
      expect(canLoad(plan)).toBe(true);
      expect(problems(plan, 'warning').filter((problem) => problem.includes('相反'))).toHaveLength(1);
    },
  );

  it('stay errors where another kind is told', () => {
    expect(canLoad(read({ kinds: new Map([['别的表', ['may-certify']]]) }))).toBe(false);
  });

  it('are duties against a negative list too', () => {
    const plan = planOf([header, ['1', '环境整治', '']], {}, '社区负面事项清单');
    expect(problems(plan, 'error').join()).toContain('相反');
  });

  it('don’t count of a region below, which may say otherwise, nor of the list that they replace', () => {
    const may = [header, ['1', '居住证明', '']];
    const plan = planOf(may, { region: '重庆市' }, '不应出具证明清单');
    expect(problems(plan, 'error')).toEqual([]);
    expect(problems(plan, 'warning').join()).toContain('冲突');
  });
});

describe('a table that says the kind of each row', () => {
  const rows = [
    ['序号', '事项名称', '清单种类'],
    ['1', '居住证明', '可出具证明'],
    ['2', '示例', '协助'],
  ];

  it('keeps its kinds where several are told', () => {
    const plan = planOf(rows, { kinds: new Map([['', ['may-certify', 'assist']]]) }, 'Sheet1');
    expect(plan.lists.map(({ kind }) => kind)).toEqual(['may-certify', 'assist']);
    expect(canLoad(plan)).toBe(true);
  });

  it('is refused where one of them is none of those told', () => {
    const plan = planOf(rows, { kinds: new Map([['', ['may-certify', 'negative']]]) }, 'Sheet1');
    expect(problems(plan, 'error').join()).toContain('哪种清单');
  });
});

describe('a township’s own duties', () => {
  it('are loaded as reference rows that say whose they are', () => {
    const plan = planOf([['示例镇履行职责事项清单'], header, ['1', '环境整治', '']], {}, '配合履职');
    expect(canLoad(plan)).toBe(true);
    expect(plan.documents[0]?.document.lists).toEqual([
      expect.objectContaining({
        kind: 'reference',
        name: '示例镇履行职责事项清单（配合履职）',
        about: '乡镇（街道）',
      }),
    ]);
  });

  it('in a table by categories become a list for each part', () => {
    const plan = planOf(
      [
        ['示例街道履职事项清单'],
        ['序号', '类别', '事项名称'],
        ['1', '基本履职', '示例甲'],
        ['2', '配合履职', '示例乙'],
        ['3', '上级部门收回', '示例丙'],
      ],
      {},
      'Sheet1',
    );
    expect(plan.lists.map(({ kind, title }) => [kind, title])).toEqual([
      ['reference', '示例街道履职事项清单（基本履职）'],
      ['reference', '示例街道履职事项清单（配合履职）'],
      ['reference', '示例街道履职事项清单（上级收回）'],
    ]);
  });

  it('replace the part of the same name when they are loaded again', () => {
    const sheet = (part: string, name: string) =>
      tableOf([['示例镇履行职责事项清单'], header, ['1', name, '']], part);
    const load = (base: KnowledgeBase, ...blocks: ReturnType<typeof tableOf>[]) =>
      planImport(extractLists({ format: 'xlsx', blocks }), base, {
        fileName: '示例.xlsx',
        kinds: new Map(),
        region: '重庆市',
      }).documents[0]?.document;
    const first = load(kb, sheet('基本履职', '甲'), sheet('配合履职', '乙'));
    const base = createKnowledge([...kb.documents, ...(first === undefined ? [] : [first])], kb.regions);
    const again = load(base, sheet('配合履职', '丙'));
    expect(again?.lists.map(({ items }) => items.map(({ name }) => name))).toEqual([['甲'], ['丙']]);
  });

  it('whose owner nobody names are left to the user', () => {
    expect(problems(planOf([header, ['1', '示例', '']], {}, '履行职责事项清单'), 'error').join()).toContain(
      '哪种清单',
    );
  });
});

describe('one table of all four lists', () => {
  it('is taken apart by its categories, 证明 among them', () => {
    const plan = planOf(
      [
        ['事项名称', '类别', '说明'],
        ['调解邻里纠纷', '自治', ''],
        ['低保入户核查', '协助', ''],
        ['占道经营的查处', '负面', ''],
        ['居住情况说明', '证明', ''],
      ],
      {},
      '四张清单',
    );
    expect(plan.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(plan.lists.map(({ kind, rows }) => [kind, rows])).toEqual([
      ['autonomy', 1],
      ['assist', 1],
      ['negative', 1],
      ['may-certify', 1],
    ]);
  });
});
