import { describe, expect, it } from 'vitest';
import { extractLists } from '#importing/extract.js';
import type { ImportOptions } from '#importing/import-plan.js';
import { planImport } from '#importing/plan.js';
import { canLoad, reportOf } from '#importing/report.js';
import { header, kb, planOf, problems } from './planning.js';
import { tableOf } from './support.js';

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
