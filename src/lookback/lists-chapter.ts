import { change, countRows, heading, paragraph, type ReportBlock, share, tableBlock } from './chapters.js';
import type { LookbackFigures, QuestionFigures } from './figures.js';
import type { Wording } from './wording.js';

/** 一、清单落实: what is loaded, what was asked, what was handed down off the lists, what was admitted. */
export function listsChapter(figures: LookbackFigures, words: Wording): ReportBlock[] {
  return [
    heading('一、清单落实情况'),
    heading('（一）清单收录', 2),
    ...holdings(figures),
    heading('（二）对照清单问答', 2),
    ...questions(figures, words),
    heading('（三）交给社区的清单外任务', 2),
    ...offList(figures, words),
    heading('（四）准入和经费', 2),
    ...admissions(figures),
  ];
}

function holdings({ lists }: LookbackFigures): ReportBlock[] {
  if (lists.length === 0) return [paragraph('没有收录这个地区的清单。')];
  const missing = lists.filter(({ held, declared }) => declared !== null && held < declared).length;
  const rows = lists.map(({ name, document, held, declared }) => [
    name,
    document,
    String(held),
    declared === null ? '文件没有写' : String(declared),
  ]);
  return [
    paragraph(
      `收录清单${lists.length}张，`,
      missing === 0 ? '文件写明项数的都已收全。' : `其中${missing}张没有收全，没有收的项目问不到。`,
    ),
    tableBlock('清单收录情况', [['清单', '文件', '已收项数', '应有项数'], ...rows], [3, 4, 1.2, 1.4]),
  ];
}

function questions({ questions: asked, before }: LookbackFigures, { k, verdict }: Wording): ReportBlock[] {
  if (asked.count === 0) return [paragraph('没有这个地区的问答记录。'), ...elsewhere(asked)];
  const lines = asked.byVerdict.map((line) => ({ ...line, name: verdict(line.verdict) }));
  const rows = countRows(lines, k, ({ name, count }) => [name, String(count), share(count, asked.count)]);
  const months = asked.byMonth.map(({ month }) => month);
  return [
    paragraph(
      `共有问答${asked.count}次，${change(asked.count, before?.questions.count)}。`,
      asked.useful + asked.wrong === 0
        ? '没有人评价过。'
        : `评价“有用”的${asked.useful}次，“不对”的${asked.wrong}次。`,
    ),
    ...elsewhere(asked),
    tableBlock('问答结果', [['结果', '次数', '占比'], ...rows], [5, 2, 2]),
    ...(months.length < 2
      ? []
      : [
          {
            type: 'chart' as const,
            chart: {
              title: '各月问答次数',
              type: 'line' as const,
              categories: months,
              series: [{ name: '问答', values: asked.byMonth.map(({ count }) => count) }],
              unit: '次',
            },
          },
        ]),
  ];
}

function elsewhere({ withoutRegion }: QuestionFigures): ReportBlock[] {
  if (withoutRegion === 0) return [];
  return [paragraph(`另有${withoutRegion}次问答没有说是哪个地区，不在这里面。`)];
}

function offList({ screenings }: LookbackFigures, { verdict }: Wording): ReportBlock[] {
  const { notices, tasks, offList, issuers, byVerdict } = screenings;
  if (notices === 0) return [paragraph('没有研判过通知。')];
  const verdicts = [...byVerdict]
    .sort(([, a], [, b]) => b - a)
    .map(([code, count]) => `${verdict(code)}${count}项`);
  const rows = issuers.map((issuer) => [issuer.name, String(issuer.tasks), String(issuer.offList)]);
  return [
    paragraph(
      `研判通知${notices}份，交给社区的任务${tasks}项：${verdicts.join('、')}。`,
      `其中清单上没有或者清单不许交的${offList}项，占${share(offList, tasks)}。`,
    ),
    tableBlock(
      '各单位交给社区的任务',
      [['发文单位', '任务', '其中清单外或不许交的'], ...rows],
      [4, 1.5, 2.5],
    ),
  ];
}

function admissions({ admissions: figures }: LookbackFigures): ReportBlock[] {
  if (figures === null) return [paragraph('没有准入记录。')];
  const { received, admitted, rejected, open, unpaid, departments } = figures;
  return [
    paragraph(
      `收到准入申请${received}件，准入${admitted}件，不予准入${rejected}件，还在办${open}件。`,
      unpaid === 0
        ? '答应的经费、人员，没有到期还没到位的。'
        : `答应的经费、人员，到期还没到位的${unpaid}件。`,
    ),
    ...(departments.length === 0
      ? []
      : [
          tableBlock('各部门准入申请', [
            ['部门', '申请', '准入'],
            ...departments.map(({ name, received: asked, admitted: taken }) => [
              name,
              String(asked),
              String(taken),
            ]),
          ]),
        ]),
  ];
}
