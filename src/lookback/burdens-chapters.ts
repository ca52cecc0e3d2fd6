import { textOf } from '#registers/entry.js';
import type { KindId } from '#registers/kind.js';
import { askedBySeveral } from '#registers/shared-fields.js';
import { type RegisterSummary, summaryOf } from '#registers/tally.js';
import { heading, paragraph, type ReportBlock, tableBlock } from './chapters.js';
import type { LookbackFigures } from './figures.js';

const sumOf = ({ registers }: LookbackFigures, kind: KindId): RegisterSummary =>
  summaryOf(registers.tallies[kind]);
const withOutcome = ({ outcomes }: RegisterSummary, outcome: string) => outcomes.get(outcome) ?? 0;

/** 二、会议台账: meetings, forms, apps and groups. */
export function meetingsChapter(figures: LookbackFigures): ReportBlock[] {
  return [
    heading('二、会议台账精简情况'),
    heading('（一）会议', 2),
    ...meetings(figures),
    heading('（二）报表台账', 2),
    ...forms(figures),
    heading('（三）应用、工作群和打卡', 2),
    ...channels(figures),
  ];
}

function meetings(figures: LookbackFigures): ReportBlock[] {
  const summary = sumOf(figures, 'meetings');
  if (summary.total === 0) return [paragraph('没有会议登记。')];
  const { meetingsByMonth } = figures.registers;
  return [
    paragraph(
      `登记会议${summary.total}次`,
      figures.before === null ? '' : `（上期${figures.before.meetings}次）`,
      `，其中与社区职责无关的${withOutcome(summary, '否')}次。`,
    ),
    tableBlock(
      '召集会议最多的单位',
      [
        ['召集单位', '次数', '其中与社区职责无关'],
        ...summary.byWho.map(({ name, count, outcomes }) => [
          name,
          String(count),
          String(outcomes.get('否') ?? 0),
        ]),
      ],
      [4, 1.5, 2.5],
    ),
    ...(meetingsByMonth.length < 2
      ? []
      : [
          {
            type: 'chart' as const,
            chart: {
              title: '各月会议次数',
              type: 'bar' as const,
              categories: meetingsByMonth.map(({ month }) => month),
              series: [{ name: '会议', values: meetingsByMonth.map(({ count }) => count) }],
              unit: '次',
            },
          },
        ]),
  ];
}

function forms(figures: LookbackFigures): ReportBlock[] {
  const { formTimes, formHours, shared } = figures.registers;
  const summary = sumOf(figures, 'forms');
  if (summary.total === 0) return [paragraph('没有报表台账登记。')];
  const several = askedBySeveral(shared);
  const { states } = summary;
  return [
    paragraph(
      `登记报表台账${summary.total}种：已准入${states.get('admitted') ?? 0}种，不予准入${states.get('refused') ?? 0}种，没有见到准入的${states.get('recorded') ?? 0}种。`,
      `按登记的次数算，在册的一年要报${formTimes}次${formHours === 0 ? '' : `，写明用时的约${formHours}小时`}。`,
    ),
    tableBlock(
      '要报表台账最多的单位',
      [['要求单位', '种数'], ...summary.byWho.map(({ name, count }) => [name, String(count)])],
      [4, 1.5],
    ),
    paragraph(
      several.length === 0
        ? '没有发现几个单位都要的数据项。'
        : `几个单位都要的数据项${several.length}个，可以一次采集、多方共享。`,
    ),
    ...(several.length === 0
      ? []
      : [
          tableBlock(
            '几个单位都要的数据项',
            [
              ['数据项', '几个单位要', '一年要几次', '谁已经掌握'],
              ...several.map(({ name, demanders, timesAYear, holder }) => [
                name,
                String(demanders),
                String(timesAYear),
                holder?.unit ?? '未见',
              ]),
            ],
            [3, 1.5, 1.5, 3],
          ),
        ]),
  ];
}

function channels(figures: LookbackFigures): ReportBlock[] {
  const summary = sumOf(figures, 'channels');
  if (summary.total === 0) return [paragraph('没有应用、工作群和打卡登记。')];
  const sorts = [...summary.outcomes].map(([name, count]) => `${name}${count}个`);
  return [
    paragraph(
      `登记${summary.total}个：${sorts.join('、')}。没有见到准入的${summary.states.get('recorded') ?? 0}个。`,
    ),
  ];
}

/** 三、考核评比: the plan of the year, before and after, off the plan, barred; boards as a ground. */
export function assessmentsChapter({ registers: { plans } }: LookbackFigures): ReportBlock[] {
  const withRecords = plans.filter(
    ({ listed, refused, open, published }) =>
      listed.length + refused.length + open.length > 0 || published !== null,
  );
  if (withRecords.length === 0) return [heading('三、考核评比规范情况'), paragraph('没有考核评比登记。')];
  return [
    heading('三、考核评比规范情况'),
    ...withRecords.flatMap((plan): ReportBlock[] => [
      paragraph(
        `${plan.year}年：`,
        plan.published === null
          ? '没有见到公布的综合考评方案。'
          : `综合考评方案是“${textOf(plan.published, 'name')}”。`,
        ...plan.counts.map(
          ({ sort, before, after, told }) =>
            `${sort}由${before}项${told ? '' : '（登记里提出的）'}到${after}项；`,
        ),
        `没有列入的${plan.refused.length}项，还没有定的${plan.open.length}项。`,
        `列入的里面有“一票否决”的${plan.barred.filter(({ why }) => why === 'veto').length}项，以设机构、挂牌子为依据的${plan.barred.filter(({ why }) => why === 'boards').length}项。`,
      ),
      {
        type: 'chart',
        chart: {
          title: `${plan.year}年考核、评比项目数`,
          type: 'bar',
          categories: plan.counts.map(({ sort }) => sort),
          series: [
            { name: '整合前', values: plan.counts.map(({ before }) => before) },
            { name: '整合后', values: plan.counts.map(({ after }) => after) },
          ],
          unit: '项',
        },
      },
      ...(plan.refused.length === 0
        ? []
        : [
            tableBlock(
              '没有列入方案的',
              [
                ['名称', '提出单位', '理由'],
                ...plan.refused.map((entry) => [
                  textOf(entry, 'name'),
                  textOf(entry, 'demander'),
                  entry.decided?.reason ?? '',
                ]),
              ],
              [3, 2, 4],
            ),
          ]),
    ]),
  ];
}

/** 四、规约. */
export function covenantsChapter({ registers: { covenants } }: LookbackFigures): ReportBlock[] {
  const { all, filed, reviewed, problems, mended } = covenants;
  return [
    heading('四、村（居）规民约规范情况'),
    all === 0
      ? paragraph('没有村规民约、居民公约登记。')
      : paragraph(
          `登记${all}份，写明备案日期的${filed}份，做过合法性审查的${reviewed}份。`,
          problems === 0 ? '审查没有发现问题。' : `审查发现问题的${problems}份，已经改好的${mended}份。`,
        ),
  ];
}
