import { describe, expect, it } from 'vitest';
import type { KnowledgeBase } from '../../src/catalogue/knowledge-base.js';
import { createKnowledge } from '../../src/catalogue/load.js';
import type { ListKind } from '../../src/catalogue/schema.js';
import { extractLists } from '../../src/importing/extract.js';
import type { ImportOptions, ImportPlan } from '../../src/importing/import-plan.js';
import { planImport } from '../../src/importing/plan.js';
import { canLoad, reportOf } from '../../src/importing/report.js';
import { fixtureKnowledge } from '../support/knowledge.js';
import { tableOf } from './support.js';

const kb = fixtureKnowledge();
const header = ['序号', '事项名称', '说明'];

function planOf(
  rows: string[][],
  options: Partial<ImportOptions> = {},
  sheet = '协助事项清单',
  base: KnowledgeBase = kb,
): ImportPlan {
  const extraction = extractLists({ format: 'xlsx', blocks: [tableOf(rows, sheet)] });
  const kinds = new Map<string, ListKind[]>();
  return planImport(extraction, base, { fileName: '示例.xlsx', kinds, region: '重庆市', ...options });
}

const problems = (plan: ImportPlan, severity: string) =>
  plan.findings.filter((finding) => finding.severity === severity).map(({ problem }) => problem);

describe('a new list', () => {
  const plan = planOf([header, ['1', '示例一', '说明一'], ['2', '示例二', '']], {
    documentId: 'example-2024',
  });

  it('becomes a new document with one list', () => {
    expect(canLoad(plan)).toBe(true);
    expect(plan.documents[0]).toMatchObject({
      before: null,
      document: { id: 'example-2024', region: '重庆市', status: 'in-force', evidence: 'primary' },
    });
    expect(plan.documents[0]?.document.lists[0]?.items).toEqual([
      {
        id: 'example-2024-assist-1',
        no: 1,
        name: '示例一',
        subject: '示例一',
        locator: '“协助事项清单”第1项',
        summary: '说明一',
        aliases: [],
        exceptions: [],
      },
      expect.objectContaining({ id: 'example-2024-assist-2', summary: '示例二' }),
    ]);
  });

  it('has the same id whenever it is loaded again', () => {
    const again = () => planOf([header, ['1', '示例一', '']]).documents[0]?.document.id;
    expect(again()).toMatch(/^local-[0-9a-f]{8}$/);
    expect(again()).toBe(again());
  });

  it('joins the matters that are known by the same name', () => {
    const known =
      [...kb.itemById.values()].find(({ item }) => item.name !== item.subject) ??
      [...kb.itemById.values()][0];
    const { document } = planOf([header, ['1', known?.item.name ?? '', '']]).documents[0] ?? {};
    expect(document?.lists[0]?.items[0]?.subject).toBe(known?.item.subject);
  });
});

describe('a list that was declared and is waited for', () => {
  // cq-negative of the fixtures declares 7 rows and holds 1.
  const seven = Array.from({ length: 7 }, (_, i) => [`${i + 1}`, `示例负面${i + 1}`, '']);

  it('takes its rows where its document is named, and loses its gap', () => {
    const { document } = kb.listById.get('cq-negative') ?? {};
    const plan = planOf([header, ...seven], { documentId: document?.id }, '负面事项清单');
    expect(plan.lists[0]).toMatchObject({ listId: 'cq-negative', rows: 7, declared: 7, before: 1 });
    const list = plan.documents[0]?.document.lists.find(({ id }) => id === 'cq-negative');
    expect(list?.gap).toBeUndefined();
    expect(plan.documents[0]?.document.lists).toHaveLength(document?.lists.length ?? 0);
  });

  it('is told of where rows are missing', () => {
    const { document } = kb.listById.get('cq-negative') ?? {};
    const plan = planOf([header, ...seven.slice(0, 5)], { documentId: document?.id }, '负面事项清单');
    expect(problems(plan, 'warning').join()).toContain('应有 7 项，已载 5 项');
    expect(plan.documents[0]?.document.lists.find(({ id }) => id === 'cq-negative')?.gap).toContain(
      '只导入了5项',
    );
  });
});

describe('a plan is not carried out', () => {
  it.each<[string, string[][], Partial<ImportOptions>, string, string]>([
    ['two rows have one name', [header, ['1', '示例', ''], ['2', '示例', '']], {}, '协助', '重复'],
    ['no kind is told', [header, ['1', '示例', '']], {}, 'Sheet1', '哪种清单'],
    ['no region is told', [header, ['1', '示例', '']], { region: undefined }, '协助', '哪个地区'],
    ['a name is a paragraph', [header, ['1', '长'.repeat(201), '']], {}, '协助', '201 字'],
    ['a name breaks off', [header, ['1', '协助做好示例（含', '']], {}, '协助', '没有写完'],
    ['no row is left', [header], {}, '协助', '没有认出清单'],
  ])('when %s', (_when, rows, options, sheet, problem) => {
    const plan = planOf(rows, options, sheet);
    expect(canLoad(plan)).toBe(false);
    expect(problems(plan, 'error').join()).toContain(problem);
  });

  it('unless bad rows are to be left out', () => {
    const rows = [
      header,
      ['1', '示例', ''],
      ['2', '示例', ''],
      ['3', '', '只有说明'],
      ['4', '示例乙', ''],
      ['5', '示例丙和', ''],
    ];
    const plan = planOf(rows, { skipBadRows: true });
    expect(canLoad(plan)).toBe(true);
    expect(plan.lists[0]?.rows).toBe(2);
  });
});

describe('what a plan tells', () => {
  it('is a gap in the numbers, with the row', () => {
    const plan = planOf([header, ['1', '示例甲', ''], ['3', '示例乙', '']]);
    expect(plan.findings).toContainEqual({
      severity: 'warning',
      place: { part: '协助事项清单', line: 3 },
      problem: '序号 1 后面是 3',
      advice: expect.any(String),
    });
  });

  it('is a count that the title declares', () => {
    const plan = planOf([['示例协助事项清单（共3项）'], header, ['1', '示例甲', '']]);
    expect(problems(plan, 'warning').join()).toContain('应有 3 项，已载 1 项');
  });

  it('is put row by row: 行号, 问题, 建议', () => {
    const report = reportOf(planOf([header, ['1', '示例', ''], ['2', '示例', '']]));
    expect(report.findings[0]).toEqual(['等级', '行号', '问题', '建议']);
    expect(report.findings[1]?.slice(0, 2)).toEqual(['错误', '协助事项清单 3']);
    expect(report.summary).toContain('1 个错误');
  });
});

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

describe('the day from which a document counts', () => {
  const rows = [header, ['1', '示例', '']];
  const documentOf = (options: Partial<ImportOptions>) => planOf(rows, options).documents[0]?.document;

  it('is asked for where a new one shows none, and its gap says why', () => {
    const plan = planOf(rows);
    expect(canLoad(plan)).toBe(true);
    expect(problems(plan, 'warning').join()).toContain('起算日期不详');
    expect(plan.documents[0]?.document.dateUnknown).toContain('导入时没有写');
  });

  it.each<[string, Partial<ImportOptions>, object]>([
    ['as it is given', { issuedOn: '2024-05' }, { issuedOn: '2024-05' }],
    ['the year of its number', { number: '示例民发〔2023〕1号' }, { issuedOn: '2023' }],
    [
      'added to a known document that has none',
      { documentId: 'nanan-may', region: '重庆市南岸区', effectiveFrom: '2024-06-01' },
      { id: 'nanan-may', effectiveFrom: '2024-06-01' },
    ],
  ])('is %s', (_as, options, dates) => {
    const document = documentOf(options);
    expect(document).toMatchObject(dates);
    expect(document).not.toHaveProperty('dateUnknown');
  });

  it('of a known document stays as it is', () => {
    const document = documentOf({ documentId: 'chongqing-lists', issuedOn: '2030' });
    expect(document?.issuedOn).toBe('2019-06');
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

describe('batches that each count from 1', () => {
  it('become one list with numbers of its own, and say their place', () => {
    const blocks = ['第一批', '第二批'].map((sheet) =>
      tableOf(
        [['示例协助事项清单'], header, ['1', `示例${sheet}甲`, ''], ['2', `示例${sheet}乙`, '']],
        sheet,
      ),
    );
    const plan = planImport(extractLists({ format: 'xlsx', blocks }), kb, {
      fileName: '示例.xlsx',
      kinds: new Map(),
      region: '重庆市',
    });
    const items = plan.documents[0]?.document.lists[0]?.items ?? [];
    expect(items.map(({ no }) => no)).toEqual([1, 2, 3, 4]);
    expect(items[2]?.locator).toBe('“示例协助事项清单”第2批第1项');
  });
});
