import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { READ_LIMITS } from '#documents/limits.js';
import { readFileContent } from '#documents/read.js';
import type { ErrorCode } from '#errors.js';
import { changed, pdfWith, withText, workbookOf } from './hostile-files.js';

const rows = [
  ['序号', '事项名称'],
  [1, '示例事项'],
];
const SHEET = 'xl/worksheets/sheet1.xml';
const LOREM = 'BT /F1 12 Tf 72 700 Td (A page with enough readable words on it.) Tj ET';
const RC4_ENCRYPTION = `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'28'.repeat(32)}> /U <${'30'.repeat(32)}> >>`;

/** Rows that differ, as in a real list, so that they don't pack like a bomb. */
const manyRows = (count: number): string =>
  Array.from({ length: count }, (_, i) => `<row><c><v>${(i * 7_919) % 99_991}</v></c></row>`).join('');

const HOSTILE: readonly [what: string, name: string, code: ErrorCode, bytes: () => Promise<Uint8Array>][] = [
  ['an empty file', 'a.txt', 'QD-FILE-NO-TEXT', async () => new Uint8Array()],
  ['a file of blanks', 'a.txt', 'QD-FILE-NO-TEXT', async () => Buffer.from(' \n\n ')],
  ['a format that is not read', 'a.xls', 'QD-FILE-TYPE', async () => Buffer.from('x')],
  ['a name without extension', '清单', 'QD-FILE-TYPE', async () => Buffer.from('x')],
  ['a workbook called .docx', 'a.docx', 'QD-FILE-TYPE', () => workbookOf(rows)],
  ['a workbook called .csv', 'a.csv', 'QD-FILE-TYPE', () => workbookOf(rows)],
  ['text called .xlsx', 'a.xlsx', 'QD-FILE-TYPE', async () => Buffer.from('序号,事项')],
  ['text called .pdf', 'a.pdf', 'QD-FILE-TYPE', async () => Buffer.from('序号,事项')],
  ['a picture called .txt', 'a.txt', 'QD-FILE-TYPE', async () => Buffer.from('89504e470d0a1a0a', 'hex')],
  ['binary called .txt', 'a.txt', 'QD-FILE-TYPE', async () => Buffer.from([0, 1, 2, 0xff, 0xfe, 0])],
  [
    'an encrypted workbook',
    'a.xlsx',
    'QD-FILE-LOCKED',
    async () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
  ],
  [
    'a zip bomb',
    'a.xlsx',
    'QD-FILE-SIZE',
    async () =>
      changed(await workbookOf(rows), (parts) => ({ ...parts, 'xl/bomb.bin': new Uint8Array(50_000_000) })),
  ],
  [
    'a bomb of many parts',
    'a.docx',
    'QD-FILE-BROKEN',
    async () =>
      zipSync(
        Object.fromEntries(Array.from({ length: 2_100 }, (_, i) => [`word/${i}.xml`, strToU8('<a/>')])),
      ),
  ],
  [
    'XML entities',
    'a.xlsx',
    'QD-FILE-UNSAFE',
    async () =>
      changed(
        await workbookOf(rows),
        withText(SHEET, (xml) => xml.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')),
      ),
  ],
  [
    'XML in UTF-16, where entities could hide',
    'a.xlsx',
    'QD-FILE-BROKEN',
    async () =>
      changed(await workbookOf(rows), (parts) => ({
        ...parts,
        [SHEET]: Buffer.from('\uFEFF<a/>', 'utf16le'),
      })),
  ],
  [
    'macros',
    'a.xlsx',
    'QD-FILE-UNSAFE',
    async () => changed(await workbookOf(rows), (parts) => ({ ...parts, 'xl/vbaProject.bin': strToU8('x') })),
  ],
  [
    'macros by content type only',
    'a.xlsx',
    'QD-FILE-UNSAFE',
    async () =>
      changed(
        await workbookOf(rows),
        withText('[Content_Types].xml', (xml) => xml.replace('sheet.main', 'sheet.macroEnabled.main')),
      ),
  ],
  [
    'links to another workbook',
    'a.xlsx',
    'QD-FILE-UNSAFE',
    async () =>
      changed(await workbookOf(rows), (parts) => ({
        ...parts,
        'xl/externalLinks/externalLink1.xml': strToU8('<a/>'),
      })),
  ],
  [
    'an external template',
    'a.docx',
    'QD-FILE-UNSAFE',
    async () =>
      zipSync({
        'word/document.xml': strToU8('<a/>'),
        'word/_rels/settings.xml.rels': strToU8(
          '<Relationships><Relationship Id="r" Type="http://x/attachedTemplate" Target="http://example.invalid/t.dotm" TargetMode="External"/></Relationships>',
        ),
      }),
  ],
  [
    'an embedded file',
    'a.docx',
    'QD-FILE-UNSAFE',
    async () =>
      zipSync({ 'word/document.xml': strToU8('<a/>'), 'word/embeddings/oleObject1.bin': strToU8('x') }),
  ],
  [
    'a part in a foreign format (altChunk)',
    'a.docx',
    'QD-FILE-UNSAFE',
    async () =>
      zipSync({
        'word/document.xml': strToU8('<a/>'),
        'word/_rels/document.xml.rels': strToU8(
          '<Relationships><Relationship Id="r" Type="http://x/relationships/aFChunk" Target="a.mht"/></Relationships>',
        ),
      }),
  ],
  [
    'an external picture whose mode is written in references',
    'a.docx',
    'QD-FILE-UNSAFE',
    async () =>
      zipSync({
        'word/document.xml': strToU8('<a/>'),
        'word/_rels/document.xml.rels': strToU8(
          '<Relationships><Relationship Id="r" Type="http://x/image" Target="http://example.invalid/a.png" TargetMode="&#69;xternal"/></Relationships>',
        ),
      }),
  ],
  [
    'part names that differ in case only',
    'a.xlsx',
    'QD-FILE-BROKEN',
    async () =>
      changed(await workbookOf(rows), (parts) => ({ ...parts, 'XL/Workbook.xml': strToU8('<a/>') })),
  ],
  [
    'a row beyond the last one',
    'a.xlsx',
    'QD-FILE-BROKEN',
    async () =>
      changed(
        await workbookOf(rows),
        withText(SHEET, (xml) => xml.replace('</sheetData>', '<row r="2147483647"/></sheetData>')),
      ),
  ],
  [
    'columns beyond the last one',
    'a.xlsx',
    'QD-FILE-BROKEN',
    async () =>
      changed(
        await workbookOf(rows),
        withText(SHEET, (xml) =>
          xml.replace('<sheetData>', '<cols><col min="1" max="2147483647" width="9"/></cols><sheetData>'),
        ),
      ),
  ],
  ['UTF-16 without its mark', 'a.txt', 'QD-FILE-TYPE', async () => Buffer.from('1.示例\n2.a', 'utf16le')],
  ['20 MB without a line end', 'a.txt', 'QD-FILE-LIMIT', async () => Buffer.alloc(19_000_000, '示例')],
  [
    'a CSV of one endless row',
    'a.csv',
    'QD-FILE-LIMIT',
    async () => Buffer.from(`a,${'x'.repeat(5_000_000)}`),
  ],
  [
    'a PDF whose pages contain themselves',
    'a.pdf',
    'QD-FILE-BROKEN',
    async () =>
      Buffer.from(
        Buffer.from(pdfWith(LOREM)).toString('latin1').replace('/Kids [3 0 R]', '/Kids [2 0 R]'),
        'latin1',
      ),
  ],
  [
    'a merge over a whole sheet',
    'a.xlsx',
    'QD-FILE-LIMIT',
    async () =>
      changed(
        await workbookOf(rows),
        withText(SHEET, (xml) =>
          xml.replace(
            '</sheetData>',
            '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
          ),
        ),
      ),
  ],
  [
    '100,000 rows',
    'a.csv',
    'QD-FILE-LIMIT',
    async () => Buffer.from(`序号,事项名称\n${'1,示例\n'.repeat(100_000)}`),
  ],
  [
    '100,000 rows of a workbook',
    'a.xlsx',
    'QD-FILE-LIMIT',
    async () =>
      changed(
        await workbookOf(rows),
        withText(SHEET, (xml) => xml.replace('</sheetData>', `${manyRows(100_000)}</sheetData>`)),
      ),
  ],
  ['100,000 lines', 'a.txt', 'QD-FILE-LIMIT', async () => Buffer.from('1.示例\n'.repeat(100_000))],
  [
    'a cell of 5,000 characters',
    'a.xlsx',
    'QD-FILE-LIMIT',
    () => workbookOf([...rows, [2, '长'.repeat(5_000)]]),
  ],
  [
    'a CSV cell of 5,000 characters',
    'a.csv',
    'QD-FILE-LIMIT',
    async () => Buffer.from(`a,b\n1,${'长'.repeat(5_000)}`),
  ],
  ['1,000 columns', 'a.csv', 'QD-FILE-LIMIT', async () => Buffer.from(`${'a,'.repeat(1_000)}a`)],
  [
    'a quote that never ends',
    'a.csv',
    'QD-FILE-BROKEN',
    async () => Buffer.from('序号,事项名称\n1,"示例\n2,示例'),
  ],
  [
    'an encrypted PDF',
    'a.pdf',
    'QD-FILE-LOCKED',
    async () => pdfWith(LOREM, { trailer: `/Encrypt 6 0 R /ID [<00> <00>]`, extra: [RC4_ENCRYPTION] }),
  ],
  ['a PDF of pictures', 'a.pdf', 'QD-FILE-NO-TEXT', async () => pdfWith('0 0 100 100 re f')],
  ['a PDF cut short', 'a.pdf', 'QD-FILE-BROKEN', async () => pdfWith(LOREM).subarray(0, 500)],
  ['a PDF without any object', 'a.pdf', 'QD-FILE-BROKEN', async () => Buffer.from('%PDF-1.7\n%%EOF')],
  [
    'an archive without end',
    'a.xlsx',
    'QD-FILE-BROKEN',
    async () => (await workbookOf(rows)).subarray(0, 3_000),
  ],
  [
    'a file larger than is read',
    'a.txt',
    'QD-FILE-SIZE',
    async () => Buffer.alloc(READ_LIMITS.bytes + 1, 0x61),
  ],
];

describe('a hostile or broken file', () => {
  it.each(HOSTILE)('%s is refused in one Chinese sentence', async (_what, name, code, bytes) => {
    const refusal = await readFileContent(await bytes(), name).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({ name: 'QingdanError', code });
    expect((refusal as Error).message).toMatch(/^[^\n]*\p{Script=Han}[^\n]*$/u);
    expect((refusal as Error).message).not.toMatch(/,|\.\s/);
  });

  it('with a validation over a whole column is an ordinary file', async () => {
    const bytes = changed(
      await workbookOf(rows),
      withText(SHEET, (xml) =>
        xml.replace(
          '</sheetData>',
          '</sheetData><dataValidations count="1"><dataValidation type="list" sqref="B1:B1048576"><formula1>"是"</formula1></dataValidation></dataValidations>',
        ),
      ),
    );
    expect((await readFileContent(bytes, 'a.xlsx')).blocks).toHaveLength(1);
  });
});

it('reads a workbook by SheetJS, which declares a type of macros for parts that it has none of', async () => {
  const { utils, write } = await import('@e965/xlsx');
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), '清单');
  const bytes = new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  const { blocks } = await readFileContent(bytes, 'a.xlsx', { limits: READ_LIMITS });
  expect(JSON.stringify(blocks)).toContain('示例事项');
});

it('refuses the same workbook once a part has that type', async () => {
  const { utils, write } = await import('@e965/xlsx');
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), '清单');
  const bytes = new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  const withPart = await changed(bytes, (parts) => ({ ...parts, 'xl/code.bin': new Uint8Array(8) }));
  const read = readFileContent(withPart, 'a.xlsx', { limits: READ_LIMITS });
  await expect(read).rejects.toMatchObject({ code: 'QD-FILE-UNSAFE' });
});
