import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Table } from '#documents/content.js';
import { overprintedLines } from '#documents/pdf-overprint.js';
import { readFileContent } from '#documents/read.js';

async function sheetOf(change: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Table> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('清单');
  for (const row of [
    ['序号', '事项', '旧名'],
    [1, '示例一', 'a'],
    [2, '示例二', 'b'],
  ])
    sheet.addRow(row);
  change(sheet, book);
  const bytes = new Uint8Array((await book.xlsx.writeBuffer()) as unknown as ArrayBuffer);
  const [block] = (await readFileContent(bytes, 'a.xlsx')).blocks;
  if (block?.type !== 'table') throw new Error('no table');
  return block;
}
const textsOf = ({ rows }: Table): string => rows.map(({ cells }) => cells.join()).join('|');

describe('what a sheet doesn’t show', () => {
  it('is no doubt where all is shown', async () => {
    expect((await sheetOf(() => undefined)).doubts).toBeUndefined();
  });

  it.each<[string, (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void, string, string]>([
    ['a hidden row', (sheet) => Object.assign(sheet.getRow(2), { hidden: true }), '示例一', '隐藏的第 2 行'],
    [
      'a hidden column',
      (sheet) => Object.assign(sheet.getColumn(3), { hidden: true }),
      '旧名',
      '隐藏的 C 列',
    ],
    [
      'a row that is struck out',
      (sheet) => sheet.getRow(3).eachCell((cell) => Object.assign(cell, { font: { strike: true } })),
      '示例二',
      '第 3 行画了删除线',
    ],
    [
      'words that are struck out',
      (sheet) => {
        sheet.getCell('B2').value = {
          richText: [{ text: '留' }, { text: '去', font: { strike: true } }, { text: '下' }],
        };
      },
      '去',
      '第 2 行画了删除线',
    ],
  ])('%s is left out and told of', async (_what, change, gone, told) => {
    const table = await sheetOf(change);
    expect(textsOf(table)).not.toContain(gone);
    expect(table.doubts).toEqual([
      expect.objectContaining({ severity: 'warning', problem: expect.stringContaining(told) }),
    ]);
  });

  it('a hidden sheet is left out and told of', async () => {
    const table = await sheetOf((_, book) => book.addWorksheet('底稿', { state: 'hidden' }).addRow(['x']));
    expect(table.doubts?.[0]?.problem).toBe('隐藏的工作表「底稿」没有读入');
  });
});

describe('words of a ruled PDF table', () => {
  const piece = { text: '示例', x: 10, y: 100, width: 24, size: 12 };
  const rules = (y: number, x = 0) => ({
    horizontal: [{ y, from: 0, to: 99 }],
    vertical: [{ x, from: 90, to: 120 }],
  });

  it.each([
    ['with a rule below them are read', rules(98), [piece], 0],
    ['with a rule through them are doubtful', rules(104), [piece], 1],
    ['upon other words are doubtful', rules(0), [piece, { ...piece, text: '重叠', x: 14 }], 1],
    ['that run over the next column are doubtful', rules(0, 22), [piece], 1],
    ['that touch the next column are read', rules(0, 33), [piece], 0],
    ['printed twice to look bold are read', rules(0), [piece, { ...piece, x: 10.3 }], 0],
  ])('%s', (_what, drawn, pieces, count) => {
    expect(overprintedLines(pieces, drawn, [120, 90])).toHaveLength(count);
  });
});
