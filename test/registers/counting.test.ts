import { describe, expect, it } from 'vitest';
import { readKnowledge } from '#app/open.js';
import { readRegisterFacts } from '#app/register-facts.js';
import { assessmentPlan, offPlan } from '#registers/assessment-plan.js';
import { REGISTERS } from '#registers/kinds/index.js';
import { checkLimits } from '#registers/limits.js';
import { measured } from '#registers/measure.js';
import { entriesNamed } from '#registers/named.js';
import { askedBySeveral, askedFields, yearlyLoad } from '#registers/shared-fields.js';
import { takeoverOf } from '#registers/takeover.js';
import { summaryOf } from '#registers/tally.js';
import { entry, form } from './examples.js';

const facts = readRegisterFacts();

describe('fields that forms ask for', () => {
  const forms = [
    form('燃气表', '区城管局', ['姓名', '身份证号', '住 址'], '每周'),
    form('老人表', '区民政局', ['姓名', '公民身份号码', '年龄']),
    form('老人表二', '区民政局', ['年龄'], '不定期'),
  ];

  it('are one and the same under their several names', () => {
    const asked = askedBySeveral(askedFields(forms, [], facts.fieldNames));
    expect(asked.map(({ name, demanders, timesAYear }) => [name, demanders, timesAYear])).toEqual([
      ['公民身份号码', 2, 64],
      ['姓名', 2, 64],
    ]);
  });

  it('are held by whom the register of fields says, under any of its names', () => {
    const held = entry('fields', {
      day: '2026-01-01',
      name: '年纪',
      same: ['年龄'],
      holder: '区公安分局',
      shared: true,
    });
    const asked = askedFields(forms, [held], facts.fieldNames);
    expect(asked.find(({ name }) => name === '年龄')?.holder).toEqual({
      unit: '区公安分局',
      system: '',
      shared: true,
    });
  });

  it('of a form that was refused or ended count no more', () => {
    const [first, ...others] = forms;
    const gone = { ...first, state: 'refused' as const } as (typeof forms)[number];
    expect(askedBySeveral(askedFields([gone, ...others], [], facts.fieldNames))).toEqual([]);
  });

  it('cost what their frequency says in a year', () => {
    const weekly = form('燃气表', '区城管局', ['姓名'], '每周');
    expect(yearlyLoad({ ...weekly, values: { ...weekly.values, hours: 2 } })).toEqual({
      times: 52,
      hours: 104,
    });
    expect(yearlyLoad(form('老人表', '区民政局', [], '不定期'))).toBeNull();
  });
});

describe('the plan of a year', () => {
  const assessment = (
    name: string,
    demander: string,
    more: object,
    state: 'recorded' | 'admitted' | 'refused',
  ) =>
    entry(
      'assessments',
      { day: '2026-01-05', name, year: 2026, sort: '考核', demander, ...more },
      { state, id: name },
    );
  const plan = entry('plans', {
    day: '2026-02-01',
    name: '2026年综合考评方案',
    year: 2026,
    issuer: '区委办',
    number: '示例〔2026〕1号',
    before: 23,
  });
  const all = [
    assessment('平安考核', '区委政法委', { indicators: ['满意度', '纠纷化解'], veto: true }, 'admitted'),
    assessment('民政考核', '区民政局', { indicators: ['满意度'] }, 'admitted'),
    assessment('统计考核', '区统计局', {}, 'refused'),
    assessment('招商考核', '区商务局', { year: 2025 }, 'admitted'),
    assessment('最美庭院', '区妇联', { sort: '评比' }, 'recorded'),
  ];

  it('merges indicators and says what is off it and what is barred', () => {
    const merged = assessmentPlan(all, [plan], 2026);
    expect(merged.indicators).toEqual([
      { name: '满意度', demanders: ['区委政法委', '区民政局'] },
      { name: '纠纷化解', demanders: ['区委政法委'] },
    ]);
    expect(merged.refused.map(({ id }) => id)).toEqual(['统计考核']);
    expect(merged.open.map(({ id }) => id)).toEqual(['最美庭院']);
    expect(merged.barred.map(({ entry: { id }, why }) => [id, why])).toEqual([['平安考核', 'veto']]);
  });

  it('counts before by its own number, else by what was asked for', () => {
    expect(assessmentPlan(all, [plan], 2026).counts).toEqual([
      { sort: '考核', before: 23, told: true, after: 2 },
      { sort: '评比', before: 1, told: false, after: 0 },
    ]);
    expect(assessmentPlan(all, [], 2026).counts[0]).toEqual({
      sort: '考核',
      before: 3,
      told: false,
      after: 2,
    });
  });

  it('refuses what comes after it, in its own year', () => {
    expect(offPlan({ values: { year: 2026 } }, [plan])).toBe(
      '没有列入2026-03-01公布的“2026年综合考评方案”（示例〔2026〕1号）',
    );
    expect(offPlan({ values: { year: 2027 } }, [plan])).toBeNull();
  });
});

describe('limits', () => {
  const kb = readKnowledge();
  const board = (name: string, where: string, state: 'recorded' | 'ended' = 'recorded') =>
    entry('boards', { day: '2026-01-01', name, where }, { id: name, state });
  const boards = [
    board('甲', '门外'),
    board('乙', '门外'),
    board('丙', '门外'),
    board('丁', '门外'),
    board('戊', '室内'),
  ];
  const at = (region: string) =>
    checkLimits(kb, facts.limits, boards, { region, day: '2026-11-27', what: 'name' });

  it('hold where their row does', () => {
    expect(at('重庆市南岸区').map(({ count, over, names }) => ({ count, over, names }))).toEqual([
      { count: 4, over: true, names: ['甲', '乙', '丙', '丁'] },
    ]);
  });

  it('of another region say nothing', () => {
    expect(at('河南省郑州市')).toEqual([]);
  });

  it('measure what is on the register', () => {
    expect(
      measured({ register: 'boards', state: 'on', field: 'where', is: '门外' }, [
        ...boards,
        board('己', '门外', 'ended'),
      ]),
    ).toBe(4);
  });
});

describe('a task that somebody may take over', () => {
  const team = entry('organisations', {
    day: '2025-01-01',
    name: '暖心助餐队',
    class: '生活服务类',
    services: ['助餐'],
  });
  const troupe = entry(
    'organisations',
    { day: '2025-01-01', name: '夕阳红舞队', class: '文体活动类', services: ['广场舞'] },
    { id: 'b' },
  );

  it('goes to organisations whose services it names', () => {
    const found = takeoverOf('开展独居老人助餐服务', [troupe, team], facts.organisations);
    expect(found.outcome).toBe('organisations');
    expect(found.organisations.map(({ entry: { values }, services }) => [values.name, services])).toEqual([
      ['暖心助餐队', ['助餐']],
    ]);
  });

  it('goes to a class where none on the register does it', () => {
    expect(takeoverOf('组织社区健身比赛', [team], facts.organisations)).toMatchObject({
      outcome: 'class',
      organisations: [],
    });
  });

  it('goes to nobody where nothing speaks for it', () => {
    expect(takeoverOf('负责征地拆迁', [team, troupe], facts.organisations).outcome).toBe('none');
  });
});

describe('entries by name', () => {
  const forms = [form('燃气安全排查统计表', '区城管局', []), form('高龄老人津贴申报表', '区民政局', [])];
  it.each([
    ['燃气安全排查统计表', '燃气安全排查统计表'],
    ['燃气排查统计表', '燃气安全排查统计表'],
    ['高龄津贴申报表', '高龄老人津贴申报表'],
  ])('%s is %s', (words, name) => {
    expect(entriesNamed(REGISTERS.forms, forms, words).map(({ values }) => values.name)).toEqual([name]);
  });
  it.each(['表', '人口普查登记表', ''])('%s is none of them', (words) => {
    expect(entriesNamed(REGISTERS.forms, forms, words)).toEqual([]);
  });
});

it('tallies add up, without what was taken off', () => {
  const summary = summaryOf([
    { what: '居住证明', who: '某银行', outcome: '出具', state: 'recorded', count: 3 },
    { what: '居住证明', who: '', outcome: '不予出具', state: 'recorded', count: 2 },
    { what: '收入证明', who: '某银行', outcome: '出具', state: 'ended', count: 9 },
  ]);
  expect(summary.total).toBe(5);
  expect(summary.byWhat).toEqual([
    {
      name: '居住证明',
      count: 5,
      outcomes: new Map([
        ['出具', 3],
        ['不予出具', 2],
      ]),
    },
  ]);
  expect(summary.byWho).toEqual([{ name: '某银行', count: 3, outcomes: new Map([['出具', 3]]) }]);
});
