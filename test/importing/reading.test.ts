import { describe, expect, it } from 'vitest';
import { extractLists } from '#importing/extract.js';
import { fieldNamed, fieldOfHeader } from '#importing/fields.js';
import { numberedParagraph, serialOf } from '#importing/numbering.js';
import { cutNames, isUnfinished, joined, LONGEST_FIELD } from '#importing/unfinished.js';
import { paragraphs, tableOf } from './support.js';

describe('a header cell', () => {
  it.each([
    ['序号', 'no'],
    ['编  号', 'no'],
    ['事项名称', 'name'],
    ['事 项', 'name'],
    ['村（社区）协助事项', 'name'],
    ['证明事项名称', 'name'],
    ['事项类别', 'category'],
    ['设定依据', 'basis'],
    ['法律法规依据', 'basis'],
    ['牵头单位', 'department'],
    ['业务主管部门（单位）', 'department'],
    ['备注', 'note'],
    ['具体内容', 'summary'],
    ['俗称', 'aliases'],
    ['出具单位', 'route'],
    ['清单种类', 'kind'],
    ['任务名称', 'name'],
    ['二级事项', 'name'],
    ['不应承担的事项', 'name'],
    ['办理指引', 'route'],
    ['单位名称', 'department'],
    ['办事途径', 'route'],
    ['办理途径', 'route'],
    ['办理渠道', 'route'],
    ['替代方式', 'route'],
    ['替代证明', 'route'],
    ['核查方式', 'route'],
    ['核实途径', 'route'],
    ['群众办理路径', 'route'],
    ['办理方式', 'route'],
    ['办证地点', 'route'],
    ['受理窗口', 'route'],
    ['去哪办', 'route'],
    ['去哪里办', 'route'],
    ['到哪开', 'route'],
    ['找谁开', 'route'],
    ['怎么办', 'route'],
    ['如何办理', 'route'],
    ['网上办理渠道', 'route'],
    ['办理依据', 'basis'],
    ['申请证明名称', 'name'],
    ['协助部门', 'department'],
    ['承担方式', 'note'],
    ['取消理由', 'note'],
  ])('%s names %s', (text, field) => {
    expect(fieldOfHeader(text)?.field).toBe(field);
  });

  it.each([
    '',
    '示例街道办事处',
    '3',
    '事项数',
    '单位电话',
    '社区名称',
    '联系方式',
    '办理时间',
    '本表由各村居委会于每月五日之前填写完毕并上报事项',
  ])('%j names nothing', (text) => {
    expect(fieldOfHeader(text)).toBeNull();
  });

  it('is found by the words a user would type', () => {
    expect(['事项名称', '序号', '主管部门', '办事路径'].map(fieldNamed)).toEqual([
      'name',
      'no',
      'department',
      'route',
    ]);
    expect(fieldNamed('价格')).toBeNull();
  });
});

describe('a numbered paragraph', () => {
  it.each([
    ['一、示例', 1, 1],
    ['（十二）示例', 2, 12],
    ['3.示例', 3, 3],
    ['3．示例', 3, 3],
    ['(4)示例', 4, 4],
    ['⑤示例', 5, 5],
  ])('%s is of its level and number', (text, level, number) => {
    expect(numberedParagraph(text)).toEqual({ level, number, text: '示例' });
  });

  it.each(['示例', '2024年5月1日', '3.5 示例', '1.'])('%s is none', (text) => {
    expect(numberedParagraph(text)).toBeNull();
  });
});

describe('a table', () => {
  const extract = (rows: string[][]) => extractLists({ format: 'xlsx', blocks: [tableOf(rows, '自治事项')] });

  it('is left out and told of when it has no header', () => {
    const { lists, findings } = extract([
      ['张三', '000'],
      ['李四', '111'],
    ]);
    expect(lists).toEqual([]);
    expect(findings).toEqual([
      expect.objectContaining({ severity: 'error', problem: expect.stringContaining('表头') }),
    ]);
  });

  it('tells of a row without a name', () => {
    const { findings } = extract([
      ['序号', '事项名称', '备注'],
      ['1', '示例一', ''],
      ['2', '', '示例备注'],
    ]);
    expect(findings).toEqual([
      {
        severity: 'error',
        place: { part: '自治事项', line: 3 },
        problem: expect.stringContaining('没有事项名称'),
        advice: expect.any(String),
      },
    ]);
  });

  it('tells of a formula that failed', () => {
    const { findings } = extract([
      ['序号', '事项名称'],
      ['1', '#REF!'],
    ]);
    expect(findings).toEqual([
      expect.objectContaining({ severity: 'error', problem: expect.stringContaining('#REF!') }),
    ]);
  });
});

describe('a number in its column', () => {
  it.each([
    ['01', 3, 1],
    ['０２', 3, 2],
    ['3、', 3, 3],
    ['(4)', 4, 4],
    ['六', 1, 6],
    ['（二）', 2, 2],
    ['⑦', 5, 7],
    ['1.10', 3.1, 10],
  ])('%s is of its level', (cell, level, number) => {
    expect(serialOf(cell)).toEqual({ level, number });
  });

  it.each(['', 'F1', '示例', '2024年'])('%j is none', (cell) => {
    expect(serialOf(cell)).toBeNull();
  });
});

describe('a text that breaks off', () => {
  it.each(['登记、', '登记（含', '登记和', '示例对象的', '协助做好', '登记与', '《示例', '登记……'])(
    '%s goes on',
    (text) => {
      expect(isUnfinished(text)).toBe(true);
      expect(joined(text, '核对')).toBe(`${text}核对`);
    },
  );

  it.each(['阅读普及', '居民参与', '会议目的', '信息核对', '不文明行为', '活动开展', '登记（含核对）'])(
    '%s is whole',
    (text) => {
      expect(isUnfinished(text)).toBe(false);
    },
  );

  it('is told of among the names of a list, but for the mark that its rows end in', () => {
    expect([...cutNames(['甲；', '乙，', '丙的'])]).toEqual(['乙，', '丙的']);
    expect([...cutNames(['甲，', '乙，', '丙和，', '丁。'])]).toEqual(['丙和，']);
  });

  it('that is whole is set apart from the next', () => {
    expect(joined('登记。', '核对')).toBe('登记。；核对');
  });

  it('doesn’t grow without end', () => {
    const long = '长'.repeat(LONGEST_FIELD + 1);
    expect(joined(long, '更长')).toBe(long);
  });
});

describe('numbered paragraphs', () => {
  const extract = (...texts: string[]) => extractLists({ format: 'docx', blocks: paragraphs(...texts) });

  it('of a notice without a list give no list of a kind', () => {
    const { lists } = extract('关于规范社区负面事项清单管理的通知', '1.严格落实负面清单。', '2.加强检查。');
    expect(lists.map(({ kind }) => kind)).toEqual([null]);
  });

  it('that change their level among the items are told of', () => {
    const { findings } = extract('社区协助事项清单', '1.示例一', '2.示例二', '三、示例三');
    expect(findings.map(({ problem }) => problem).join()).toContain('不是一级');
  });

  it('outside of the tables that hold the lists are told of', () => {
    const blocks = [
      tableOf([
        ['序号', '自治事项'],
        ['1', '示例一'],
      ]),
      ...paragraphs('社区负面事项清单', '1.甲', '2.乙'),
    ];
    const { lists, findings } = extractLists({ format: 'docx', blocks });
    expect(lists).toHaveLength(1);
    expect(findings).toContainEqual(
      expect.objectContaining({ problem: expect.stringContaining('2 个编号段落') }),
    );
  });
});

it('a column without a header that holds something is told of', () => {
  const table = tableOf([
    ['序号', '自治事项', ''],
    ['1', '示例一', '多出来的'],
  ]);
  const { findings } = extractLists({ format: 'xlsx', blocks: [table] });
  expect(findings).toEqual([
    expect.objectContaining({ severity: 'warning', problem: 'C 列没有表头，没有读入' }),
  ]);
});
