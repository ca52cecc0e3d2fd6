import ExcelJS from 'exceljs';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { Screening } from '#answer/index.js';
import { reportFormatOf, toMarkdown, writeReport } from '#answer/report/index.js';
import { law, screening, task } from './screenings.js';

describe('a report', () => {
  it('as workbook has a summary and the table, no cell of it a formula', async () => {
    const bytes = await writeReport(screening([task({ phrase: '=HYPERLINK("http://x","点")' })]), '.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['汇总', '逐项研判', '依据']);
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

  it('writes a basis once, by its number, however many tasks rest on it', () => {
    const text = toMarkdown(screening([task({}), task({ phrase: '招商引资' })]));
    expect(text.match(/《某法》第三条/g)).toHaveLength(1);
    expect(text).toContain('\\[1\\] 《某法》第三条');
    expect(text.match(/\| \\\[1\\\] \|/g)).toHaveLength(2);
  });

  it('shows first what something has to be done about, each under its number in the notice', () => {
    const text = toMarkdown(
      screening([
        task({ phrase: '修订公约', verdict: 'autonomy' }),
        task({ phrase: '反诈宣传', verdict: 'assist' }),
        task({ phrase: '违建拆除' }),
      ]),
    );
    expect([...text.matchAll(/^\| (\d) \| (.{4}) /gmu)].map(([, n, phrase]) => `${n}${phrase}`)).toEqual([
      '3违建拆除',
      '2反诈宣传',
      '1修订公约',
    ]);
  });

  it('says last what was not counted as a task, and why, so that a reader can check', async () => {
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

  it('says which tasks are in the letters, and which aren’t before somebody has looked', () => {
    const text = toMarkdown(
      screening([
        task({}),
        task({ band: 'confirm' }),
        task({ citations: [{ ...law, evidence: 'secondary' }] }),
      ]),
    );
    expect(text).toContain('- 已写入函的：第 1 项');
    expect(text).toContain('- 没有写入函的（判定没有把握）：第 2 项');
    expect(text).toContain('- 没有写入函的（依据只见报道转述，或没有见到条文）：第 3 项');
  });

  it('as workbook is ready to print: wrapped, filtered, the head on every page, within a print area', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(await writeReport(screening([task({})]), '.xlsx')) as never);
    const sheet = book.getWorksheet('逐项研判');
    expect(sheet?.autoFilter).toBe('A1:F2');
    expect(sheet?.pageSetup).toMatchObject({ printArea: 'A1:F2', printTitlesRow: '1:1', fitToWidth: 1 });
    expect(sheet?.getCell('B2').alignment?.wrapText).toBe(true);
    expect(sheet?.getColumn(2).width).toBe(44);
  });

  it('says which endings it knows', () => {
    expect(reportFormatOf('报告.DOCX')).toBe('.docx');
    expect(() => reportFormatOf('报告.pdf')).toThrow('.xlsx、.docx、.md');
  });
});
