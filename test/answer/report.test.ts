import ExcelJS from 'exceljs';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { ScreenedTask, Screening } from '#answer/index.js';
import { reportFormatOf, toMarkdown, writeReport } from '#answer/report/index.js';
import type { Citation } from '#catalogue/citation.js';

const law: Citation = {
  documentId: 'some-law',
  title: '某法',
  number: null,
  locator: '第三条',
  region: '全国',
  effectiveFrom: null,
  evidence: 'primary',
  summary: '要给经费。',
  url: null,
};

const task = (fields: Partial<ScreenedTask>): ScreenedTask => ({
  phrase: '违建拆除',
  start: 0,
  end: 4,
  verdict: 'negative',
  band: 'answer',
  item: null,
  citations: [law],
  suggestion: '不应承担。',
  demand: null,
  certificate: false,
  capacity: 'unsaid',
  candidates: [],
  ...fields,
});

const screening = (tasks: ScreenedTask[], fields: Partial<Screening> = {}): Screening => ({
  title: '关于有关工作的通知',
  source: 'x.txt',
  issuer: '青石街道办事处',
  number: null,
  region: '全国',
  date: '2026-11-23',
  meansRules: [law],
  tasks,
  skipped: [],
  catalogueVersion: 'abc',
  ...fields,
});

describe('draft letters', () => {
  it('return what is barred or on no list, with its basis', () => {
    const text = toMarkdown(screening([task({}), task({ phrase: '代收保费', verdict: 'not-listed' })]));
    expect(text).toContain('关于退回有关工作事项的函');
    expect(text).toContain('1. “违建拆除”。依据：《某法》第三条。');
    expect(text).toContain('1. “代收保费”。');
    expect(text).not.toContain('商请');
  });

  it('tell papers on no list from tasks: those aren’t admitted, they aren’t issued', () => {
    const paper = task({ phrase: '为租户出具居住证明', verdict: 'not-listed', certificate: true });
    const text = toMarkdown(screening([paper, task({ phrase: '代收保费', verdict: 'not-listed' })]));
    expect(text).toMatch(/办理准入[^\n]*：\n+1\. “代收保费”/);
    expect(text).toMatch(/不属于社区（村）应当出具的证明[^\n]*：\n+1\. “为租户出具居住证明”/);
    expect(text).toContain('证明清单未列：1 项');
  });

  it('come behind what was not counted as a task, and why, so that a reader can check', async () => {
    const skipped: Screening['skipped'] = [
      { phrase: '派出所负责核查', start: 0, end: 7, reason: 'others' },
      { phrase: '2026年3月1日', start: 9, end: 18, reason: 'frame' },
    ];
    const read = screening([task({})], { skipped });
    const text = toMarkdown(read);
    expect(text).toContain('| 派出所负责核查 | 是别的单位的事 |');
    expect(text).not.toContain('2026年3月1日');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(await writeReport(read, '.xlsx')) as never);
    expect(book.getWorksheet('未列为任务的内容')?.getCell('A2').text).toBe('派出所负责核查');
  });

  it('ask for means where the committee helps, resting on the rule in force', () => {
    const text = toMarkdown(screening([task({ verdict: 'assist', phrase: '反诈宣传' })]));
    expect(text).toContain('关于商请明确协助事项经费和责任的函');
    expect(text).toContain('按照《某法》第三条关于协助工作的经费和条件的规定');
    expect(text).not.toContain('退回');
  });

  it('leave a marked blank for what the notice doesn’t say', async () => {
    const bytes = await writeReport(screening([task({})], { title: null, issuer: null }), '.docx');
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(value).toContain('____：');
    expect(value).toContain('《____》');
    expect(value).toContain('____年____月____日');
  });

  it('aren’t written where nothing gives reason for one', () => {
    expect(toMarkdown(screening([task({ verdict: 'autonomy' })]))).not.toContain('函');
  });
});

describe('a report', () => {
  it('as workbook has a summary and the table, no cell of it a formula', async () => {
    const bytes = await writeReport(screening([task({ phrase: '=HYPERLINK("http://x","点")' })]), '.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['汇总', '逐项研判', '退回函']);
    const cells: ExcelJS.Cell[] = [];
    for (const sheet of book.worksheets) sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell)));
    expect(cells.map(({ type }) => type)).not.toContain(ExcelJS.ValueType.Formula);
    expect(book.getWorksheet('逐项研判')?.getCell('B2').text).toBe('\'=HYPERLINK("http://x","点")');
  });

  it('as Markdown keeps a phrase inside its cell', () => {
    const text = toMarkdown(screening([task({ phrase: '清理|杂物\n和[棚屋](x)' })]));
    expect(text).toContain('| 清理\\|杂物和\\[棚屋\\](x) |');
  });

  it('as document has every task and every basis', async () => {
    const bytes = await writeReport(
      screening([task({}), task({ phrase: '反诈宣传', verdict: 'assist' })]),
      '.docx',
    );
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    for (const expected of ['通知研判报告', '违建拆除', '反诈宣传', '《某法》第三条', '依法协助'])
      expect(value).toContain(expected);
  });

  it('says which endings it knows', () => {
    expect(reportFormatOf('报告.DOCX')).toBe('.docx');
    expect(() => reportFormatOf('报告.pdf')).toThrow('.xlsx、.docx、.md');
  });
});
