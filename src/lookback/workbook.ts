import type { SheetToWrite } from '#documents/write.js';
import { sharedFieldRows } from '#registers/said.js';
import { askedBySeveral } from '#registers/shared-fields.js';
import { summaryOf } from '#registers/tally.js';
import { countRows } from './chapters.js';
import { clustersOf } from './clusters.js';
import type { LookbackFigures } from './figures.js';
import { itemsAsked } from './people-chapters.js';
import type { Wording } from './wording.js';

/** The numbers behind the report, whole: a sheet for each, the small numbers of persons put together as in the report. */
export function lookbackSheets(figures: LookbackFigures, words: Wording): SheetToWrite[] {
  const { questions, screenings, registers, lists, inspections, scope } = figures;
  const { k, verdict } = words;
  const seal = summaryOf(registers.tallies.seal);
  const verdicts = questions.byVerdict.map((line) => ({ ...line, name: verdict(line.verdict) }));
  return [
    {
      name: '范围',
      rows: [
        ['项目', '内容'],
        ['地区', `${scope.name}（${scope.region}）`],
        ['时间', `${scope.from} 至 ${scope.to}`],
        ['问答', String(questions.count)],
        ['没有说地区的问答', String(questions.withoutRegion)],
        ['研判通知', String(screenings.notices)],
        ['涉及居民的数字最少几人才单列', String(k)],
      ],
    },
    {
      name: '清单收录',
      rows: [
        ['清单', '文件', '已收项数', '应有项数'],
        ...lists.map(({ name, document, held, declared }) => [
          name,
          document,
          String(held),
          String(declared ?? ''),
        ]),
      ],
    },
    {
      name: '问答结果',
      rows: [['结果', '次数'], ...countRows(verdicts, k, ({ name, count }) => [name, String(count)])],
    },
    {
      name: '各月问答',
      rows: [['月份', '次数'], ...questions.byMonth.map(({ month, count }) => [month, String(count)])],
    },
    { name: '问得多的事项', rows: itemsAsked(figures, words) },
    {
      name: '各单位的任务',
      rows: [
        ['发文单位', '任务', '清单外或不许交的'],
        ...screenings.issuers.map(({ name, tasks, offList }) => [name, String(tasks), String(offList)]),
      ],
    },
    ...countSheets('会议', registers.tallies.meetings),
    ...countSheets('报表台账', registers.tallies.forms),
    ...countSheets('应用和工作群', registers.tallies.channels),
    ...countSheets('考核评比', registers.tallies.assessments),
    { name: '数据项共享', rows: sharedFieldRows(askedBySeveral(registers.shared)) },
    {
      name: '用章按证明',
      rows: [['证明', '件数'], ...countRows(seal.byWhat, k, ({ name, count }) => [name, String(count)])],
    },
    {
      name: '用章按单位',
      rows: [['单位', '件数'], ...countRows(seal.byWho, k, ({ name, count }) => [name, String(count)])],
    },
    {
      name: '专项督察',
      rows: [
        ['督察', '应交自查表', '已交', '发现问题', '已销号', '整改中', '其中超期'],
        ...inspections.map(({ title, line }) => [
          title,
          ...[line.sheets, line.submitted, line.findings, line.closed, line.open, line.overdue].map(String),
        ]),
      ],
    },
    {
      name: '没有答上的问题',
      rows: [
        ['问得最多的说法', '次数', '几种说法'],
        ...clustersOf(questions.unanswered)
          .filter(({ people }) => people >= k)
          .map(({ text, count, texts }) => [text, String(count), String(texts)]),
      ],
    },
  ];
}

function countSheets(
  name: string,
  tallies: LookbackFigures['registers']['tallies']['forms'],
): SheetToWrite[] {
  const summary = summaryOf(tallies);
  return [
    {
      name: `${name}按单位`,
      rows: [['单位', '数量'], ...summary.byWho.map((line) => [line.name, String(line.count)])],
    },
  ];
}
