import type { AssessmentPlan } from './assessment-plan.js';
import { type Entry, textOf } from './entry.js';
import { UNSEEN } from './said.js';

/** The plan of a year as tables, the first row of each the heads. */
export function planTables(plan: AssessmentPlan): { name: string; rows: string[][] }[] {
  const { year, published, counts, indicators, listed, refused, open, barred } = plan;
  const rowOf = (entry: Entry) => [
    textOf(entry, 'name'),
    textOf(entry, 'sort'),
    textOf(entry, 'demander'),
    textOf(entry, 'indicators'),
  ];
  const heads = ['名称', '类别', '提出单位', '考核指标'];
  const of = published === null ? UNSEEN : `${textOf(published, 'name')}，${published.day}公布`;
  return [
    {
      name: `${year}年综合考评方案：${of}`,
      rows: [
        ['类别', '整合前', '整合后', '整合前的数怎么来的'],
        ...counts.map(({ sort, before, after, told }) => [
          sort,
          String(before),
          String(after),
          told ? '方案里写的' : '按登记里提出的数',
        ]),
      ],
    },
    {
      name: '并在一起的指标',
      rows: [
        ['指标', '哪些单位的'],
        ...indicators.map(({ name, demanders }) => [name, demanders.join('、')]),
      ],
    },
    { name: '已列入', rows: [heads, ...listed.map(rowOf)] },
    {
      name: '没有列入，不考',
      rows: [
        [...heads, '理由'],
        ...refused.map((entry) => [...rowOf(entry), entry.decided?.reason ?? UNSEEN]),
      ],
    },
    { name: '还没有定', rows: [heads, ...open.map(rowOf)] },
    {
      name: '列入了但不该有的',
      rows: [
        ['名称', '问题'],
        ...barred.map(({ entry, why }) => [
          textOf(entry, 'name'),
          why === 'veto' ? '一票否决' : '以设机构、挂牌子为依据',
        ]),
      ],
    },
  ];
}
