import { describe, expect, it } from 'vitest';
import { applicationSchema, FIELD_ORDER } from '#admission/application.js';
import { applicationFrom, fieldFrom, fieldLabelled, writtenField } from '#admission/form-fields.js';
import { applicationForm, decisionForm, opinionForm } from '#admission/forms.js';
import { apply, newAdmission } from '#admission/model.js';
import type { Admission, AdmissionEvent } from '#admission/state.js';
import { registerSheet, yearSheet } from '#admission/tables.js';
import { readFileContent } from '#documents/read.js';
import { writeDocx } from '#documents/write-docx.js';
import { APPLICATION, LEAD, processOf } from './examples.js';

const PROCESS = processOf(['apply', 'review', 'decide']);
const PLACE = { number: '准入〔2026〕0001号', region: '500112', regionName: '重庆市渝北区', owner: 'x' };

function having(day: string, ...events: AdmissionEvent[]): Admission {
  return events.reduce(
    (admission, event) => apply(admission, event, { day, actor: LEAD, process: PROCESS }),
    newAdmission({ ...PLACE, application: APPLICATION }, { day, process: PROCESS }),
  );
}
const REVIEWED: AdmissionEvent[] = [{ type: 'submit' }, { type: 'review', agrees: true, text: '依据清楚' }];
const ADMIT: AdmissionEvent = {
  type: 'decide',
  admit: true,
  reason: '确需协助',
  number: '渝北准〔2026〕3号',
};

async function rowsOf(bytes: Uint8Array): Promise<string[][]> {
  const { blocks } = await readFileContent(bytes, '表.docx');
  return blocks.flatMap((block) => (block.type === 'table' ? block.rows.map(({ cells }) => cells) : []));
}

describe('a field of the form', () => {
  it.each([
    ['from', '2026年12月1日', { from: '2026-12-01' }],
    ['to', '2027.11.30', { to: '2027-11-30' }],
    ['forms', '甲表、乙表；丙表', { forms: ['甲表', '乙表', '丙表'] }],
    ['apps', '无', { apps: [] }],
    [
      'funds',
      '每年1.2万元，2026年12月31日前拨付',
      { funds: { what: expect.any(String), amount: 12000, due: '2026-12-31' } },
    ],
    ['funds', '无', { funds: { what: '无' } }],
    ['task', ' 楼道巡查 ', { task: '楼道巡查' }],
  ] as const)('%s is read from 「%s」', (field, text, expected) => {
    expect(fieldFrom(field, text)).toEqual(expected);
  });

  it.each([
    ['from', '下个月'],
    ['from', '2026-02-30'],
    ['to', '2026-12-01到2027-11-30'],
    ['task', ''],
    ['task', '长'.repeat(101)],
  ] as const)('%s is refused as 「%s」, and named', (field, text) => {
    expect(() => fieldFrom(field, text)).toThrow(expect.objectContaining({ code: 'QD-INPUT' }));
  });

  it('is known by its label, with or without a hint behind it', () => {
    expect(fieldLabelled('经费保障（费随事转）：')).toBe('funds');
    expect(fieldLabelled('经费')).toBeNull();
  });

  it('is written so that it is read back', () => {
    for (const field of FIELD_ORDER) {
      const written = writtenField(field, APPLICATION);
      if (written === '') continue;
      expect(writtenField(field, fieldFrom(field, written)), field).toBe(written);
    }
  });
});

describe('申请表', () => {
  it('is read back as it was written, from the Word file', async () => {
    const { title, blocks } = applicationForm(PROCESS, {
      regionName: PLACE.regionName,
      application: APPLICATION,
    });
    const read = applicationFrom(await rowsOf(await writeDocx(title, blocks, '2026-11-23')));
    expect(applicationSchema.safeParse(read).success).toBe(true);
    expect(read).toMatchObject({
      ...APPLICATION,
      staff: { what: APPLICATION.staff.what },
      funds: { amount: 3000 },
    });
  });

  it('is refused as an application where it is blank', async () => {
    const { title, blocks } = applicationForm(PROCESS, { regionName: '', application: {} });
    const rows = await rowsOf(await writeDocx(title, blocks, '2026-11-23'));
    expect(() => applicationFrom(rows)).toThrow('没有认出申请表的栏目');
  });

  it('has the same bytes for the same content and day', async () => {
    const { title, blocks } = applicationForm(PROCESS, { regionName: '渝北', application: APPLICATION });
    expect(await writeDocx(title, blocks, '2026-11-23')).toEqual(
      await writeDocx(title, blocks, '2026-11-23'),
    );
  });
});

describe('审核意见 and 决定书', () => {
  const textOf = ({ blocks }: ReturnType<typeof decisionForm>) => JSON.stringify(blocks);

  it('say what was decided, for whom, from when to when, with what means', () => {
    const text = textOf(decisionForm(PROCESS, having('2026-11-23', ...REVIEWED, ADMIT)));
    for (const part of [
      '渝北准〔2026〕3号',
      '区城管局',
      '自2026年12月1日起，至2027年11月30日止',
      '3000元',
      '准予准入',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('say that it was refused, and why', () => {
    const refused = having('2026-11-23', ...REVIEWED, { type: 'decide', admit: false, reason: '没有经费。' });
    const form = decisionForm(PROCESS, refused);
    expect(form.title).toBe('社区工作事项不予准入决定书');
    expect(textOf(form)).toContain('理由：没有经费。');
  });

  it('aren’t written before there is anything to say', () => {
    const draft = having('2026-11-23');
    for (const write of [opinionForm, decisionForm]) {
      expect(() => write(PROCESS, draft)).toThrow(expect.objectContaining({ code: 'QD-STATE' }));
    }
    expect(textOf(opinionForm(PROCESS, having('2026-11-23', ...REVIEWED)))).toContain('同意准入。依据清楚');
  });
});

describe('登记簿 and 年度目录', () => {
  const admitted = having('2026-11-23', ...REVIEWED, ADMIT);

  it('have a row for each application, with its state on the day', () => {
    const { rows } = registerSheet([admitted, having('2026-11-23')], '2026-12-05');
    expect(rows).toHaveLength(3);
    expect(rows[1]).toContain('实施中');
    expect(rows[2]).toContain('草稿');
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  });

  it.each([
    [2025, 0],
    [2026, 1],
    [2027, 1],
    [2028, 0],
  ])('hold for %i what was in force on some day of it: %i', (year, count) => {
    expect(yearSheet([admitted], year, '2026-12-05').rows).toHaveLength(count + 1);
  });

  it('leave out what was revoked before the year, and say what hasn’t come', () => {
    const revoked = apply(
      admitted,
      { type: 'revoke', reason: '政策变了', from: '2026-12-20' },
      { day: '2026-12-10', actor: LEAD, process: PROCESS },
    );
    expect(yearSheet([revoked], 2027, '2027-01-05').rows).toHaveLength(1);
    const [, row] = yearSheet([admitted], 2027, '2027-01-05').rows;
    expect(row?.at(-1)).toBe('经费、人员没有到位');
  });
});
