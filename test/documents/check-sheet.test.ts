import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { checkSheet } from '#documents/check-sheet.js';
import { plainText } from '#documents/content.js';
import { readFileContent } from '#documents/read.js';
import { writeWorkbook } from '#documents/write.js';

/** The sheet as a person gives it back: with these corrections and marks by row, from 1. */
async function returned(
  marks: Readonly<Record<number, string>>,
  texts: Readonly<Record<number, string>> = {},
) {
  const lines = ['关于做好有关工作的通知', '得要求社区出具健在证明。', '青石街道办事处'];
  const bytes = await writeWorkbook([checkSheet(lines.map((text) => ({ text, confidence: 80 })))]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as never);
  const sheet = book.worksheets[0];
  for (const [row, mark] of Object.entries(marks)) if (sheet) sheet.getCell(Number(row) + 1, 4).value = mark;
  for (const [row, text] of Object.entries(texts)) if (sheet) sheet.getCell(Number(row) + 1, 2).value = text;
  return new Uint8Array((await book.xlsx.writeBuffer()) as unknown as ArrayBuffer);
}

describe('lines recognised in a picture', () => {
  it('are taken by nothing as long as nobody has checked them', async () => {
    await expect(readFileContent(await returned({}), '核对表.xlsx')).rejects.toMatchObject({
      code: 'QD-FILE-UNCHECKED',
      message: expect.stringMatching(/还有 3 行没有核对（第 1、2、3 行）.*填“是”/),
    });
  });

  it('are refused for one line that is left', async () => {
    await expect(readFileContent(await returned({ 1: '是', 3: '√' }), '别名.xlsx')).rejects.toMatchObject({
      code: 'QD-FILE-UNCHECKED',
      message: expect.stringContaining('第 2 行'),
    });
  });

  it('are read as the person put them right', async () => {
    const bytes = await returned({ 1: '是', 2: '是', 3: '是' }, { 2: '不得要求社区出具健在证明。' });
    expect(plainText(await readFileContent(bytes, '核对表.xlsx'))).toBe(
      '关于做好有关工作的通知\n不得要求社区出具健在证明。\n青石街道办事处',
    );
  });

  it('come from pictures, which aren’t read themselves', async () => {
    await expect(readFileContent(new Uint8Array([0x89, 0x50, 0x4e, 0x47]), '通知.png')).rejects.toMatchObject(
      {
        code: 'QD-FILE-TYPE',
        message: expect.stringContaining('qingdan ocr'),
      },
    );
  });
});
