import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFileContent } from '#documents/read.js';
import { writeWorkbook } from '#documents/write.js';
import { entryNumber } from '#registers/entry.js';
import type { Field } from '#registers/field.js';
import type { RegisterKind } from '#registers/kind.js';
import { REGISTERS } from '#registers/kinds/index.js';
import { readRegister, writeRegister, writeRegisterTemplate } from '#registers/sheet.js';
import { entry } from './examples.js';

const KINDS = Object.values<RegisterKind>(REGISTERS);
const REGION = '500108001001';

/** Text as people type it: no edges of space, no word that stands for nothing. */
const words = fc
  .string({
    unit: fc.constantFrom(
      '社',
      '区',
      '燃',
      '气',
      '表',
      '=',
      '+',
      '-',
      '@',
      '"',
      ',',
      '1',
      'a',
      '\n',
      '_x0041_',
    ),
  })
  .map((text) => text.trim())
  .filter((text) => text !== '' && !/^(?:-|—|\/)$/u.test(text) && !text.includes('\n\n'));
const day = fc
  .tuple(
    fc.integer({ min: 2000, max: 2099 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);

function valueFor(field: Field): fc.Arbitrary<unknown> {
  switch (field.sort) {
    case 'text':
      return words.map((text) => text.replace(/\n/g, ''));
    case 'date':
      return day;
    case 'whole':
      return fc.nat({ max: 999_999_999 });
    case 'yes':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...(field.choices ?? []));
    case 'list':
      return fc.uniqueArray(fc.constantFrom('姓名', '住址', '=1+1', '@公式', '年龄', '-'), {
        minLength: 1,
        maxLength: 5,
      });
  }
}

const draftOf = (kind: RegisterKind) =>
  fc.record(Object.fromEntries(kind.fields.map((field) => [field.key, valueFor(field)])), {
    requiredKeys: kind.fields.filter(({ required }) => required).map(({ key }) => key),
  });

describe.each(KINDS)('a workbook of $name', (kind) => {
  it('gives its entries again when it is read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(draftOf(kind), { minLength: 1, maxLength: 8 }), async (drafts) => {
        const usable = drafts.filter((values) =>
          Object.values(values).every(
            (value) => value !== '' && !(Array.isArray(value) && value.join('、') === '-'),
          ),
        );
        const entries = usable.map((values, i) =>
          entry(kind.id, values as never, { number: entryNumber(kind, '2026', i + 1), place: '阳光社区' }),
        );
        const bytes = await writeRegister(kind, entries);
        const read = readRegister(kind, await readFileContent(bytes, '登记.xlsx'), REGION);
        expect(read.faults).toEqual([]);
        expect(read.drafts).toEqual(
          entries.map(({ values, region, place }) => ({ kind: kind.id, region, place, values })),
        );
      }),
      { numRuns: 3 },
    );
  });

  it('has a blank form whose heads are read', async () => {
    const content = await readFileContent(await writeRegisterTemplate(kind), '空表.xlsx');
    expect(readRegister(kind, content, REGION)).toEqual({ drafts: [], faults: [] });
  });
});

describe('a workbook that somebody filled in', () => {
  const kind: RegisterKind = REGISTERS.forms;
  const sheetOf = async (rows: string[][]) =>
    readFileContent(await writeWorkbook([{ name: '表一', rows }]), '表.xlsx');
  const HEADS = ['提出日期', '报表或台账名称', '要求单位', '多久一次', '每次约用小时'];

  it('is read under a title, with days as people write them', async () => {
    const content = await sheetOf([
      ['2026年报表登记'],
      HEADS,
      ['2026年3月1日', '燃气表', '区城管局', '每周', '2'],
      ['2026.4.2', '老人表', '区民政局', '每月', ''],
    ]);
    const { drafts, faults } = readRegister(kind, content, REGION);
    expect(faults).toEqual([]);
    expect(drafts.map(({ values }) => values)).toEqual([
      { day: '2026-03-01', name: '燃气表', demander: '区城管局', frequency: '每周', hours: 2 },
      { day: '2026-04-02', name: '老人表', demander: '区民政局', frequency: '每月' },
    ]);
  });

  it('has its faults told by row and column, and the other rows taken', async () => {
    const content = await sheetOf([
      HEADS,
      ['2026-02-30', '燃气表', '区城管局', '每周', ''],
      ['2026-03-01', '', '区民政局', '天天', '两'],
      ['2026-03-01', '老人表', '区民政局', '每月', ''],
    ]);
    const { drafts, faults } = readRegister(kind, content, REGION);
    expect(drafts).toHaveLength(1);
    expect(faults).toEqual([
      '第 2 行：「提出日期」「2026-02-30」不是日期，请写成 2026-03-01',
      '第 3 行：「报表或台账名称」没有填',
      expect.stringContaining('第 3 行：「多久一次」「天天」不在可选的里面'),
      '第 3 行：「每次约用小时」「两」不是整数',
    ]);
  });

  it('without the heads is refused, with what it needs', async () => {
    const content = await sheetOf([['名称', '单位']]);
    expect(() => readRegister(kind, content, REGION)).toThrow(
      '至少要有：提出日期、报表或台账名称、要求单位、多久一次',
    );
  });
});
