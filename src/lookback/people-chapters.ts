import { summaryOf, type TallyLine } from '#registers/tally.js';
import { anonymous, printed } from './anonymity.js';
import { change, countRows, heading, paragraph, type ReportBlock, tableBlock } from './chapters.js';
import { clustersOf } from './clusters.js';
import type { LookbackFigures } from './figures.js';
import type { Wording } from './wording.js';

/** Clusters shown. */
const MOST_CLUSTERS = 20;
/** Bars of a chart. */
const MOST_BARS = 10;

/** 五、社区万能章: what was sealed and refused, and who demands it. */
export function sealsChapter(figures: LookbackFigures, { k }: Wording): ReportBlock[] {
  const summary = summaryOf(figures.registers.tallies.seal);
  if (summary.total === 0) return [heading('五、“社区万能章”情况'), paragraph('没有用章登记。')];
  const refused = (line: TallyLine) => line.outcomes.get('不予出具') ?? 0;
  // A row's parts are shown only where none of them is small: else the small one could be had by subtraction.
  const parts = (line: TallyLine) => {
    const safe = [...line.outcomes.values()].every((count) => count === 0 || count >= k);
    return safe ? [String(line.outcomes.get('出具') ?? 0), String(refused(line))] : ['—', '—'];
  };
  const rows = (lines: readonly TallyLine[]) =>
    countRows(lines, k, (line) => [line.name, String(line.count), ...parts(line)]);
  const { lines: demanders } = anonymous(summary.byWho, k);
  const shown = demanders.slice(0, MOST_BARS);
  return [
    heading('五、“社区万能章”情况'),
    paragraph(
      `登记要求用章${summary.total}件，${change(summary.total, figures.before?.seals)}。`,
      `出具${printed(summary.outcomes.get('出具') ?? 0, k)}件，不予出具${printed(summary.outcomes.get('不予出具') ?? 0, k)}件，转其他单位办理${printed(summary.outcomes.get('转其他单位办理') ?? 0, k)}件。`,
    ),
    tableBlock(
      '要求盖章的证明',
      [['证明', '件数', '出具', '不予出具'], ...rows(summary.byWhat)],
      [4, 1.4, 1.2, 1.4],
    ),
    tableBlock(
      '要求提供证明的单位',
      [['单位', '件数', '出具', '不予出具'], ...rows(summary.byWho)],
      [4, 1.4, 1.2, 1.4],
    ),
    ...(shown.length < 2
      ? []
      : [
          {
            type: 'chart' as const,
            chart: {
              title: '要求提供证明最多的单位',
              type: 'row' as const,
              categories: shown.map(({ name }) => name),
              series: [{ name: '件数', values: shown.map(({ count }) => count) }],
              unit: '件',
            },
          },
        ]),
  ];
}

/** 六、居民诉求. */
export function casesChapter({ cases }: LookbackFigures, { k }: Wording): ReportBlock[] {
  if (cases === null) return [heading('六、居民诉求办理情况'), paragraph('没有诉求办理记录。')];
  const rows = countRows(cases.byClass, k, ({ name, count }) => [name, String(count)]);
  return [
    heading('六、居民诉求办理情况'),
    paragraph(
      `收到诉求${cases.received}件，办结${cases.closed}件，超过期限的${printed(cases.overdue, k)}件。`,
    ),
    ...(cases.byClass.length === 0 ? [] : [tableBlock('三事分流', [['类别', '件数'], ...rows], [3, 2])]),
  ];
}

/** 七、专项督察. */
export function inspectionsChapter({ inspections }: LookbackFigures): ReportBlock[] {
  if (inspections.length === 0) return [heading('七、专项督察情况'), paragraph('这段时间没有开展专项督察。')];
  return [
    heading('七、专项督察情况'),
    tableBlock(
      '专项督察',
      [
        ['督察', '应交自查表', '已交', '发现问题', '已销号', '整改中', '其中超期'],
        ...inspections.map(({ title, line }) => [
          title,
          ...[line.sheets, line.submitted, line.findings, line.closed, line.open, line.overdue].map(String),
        ]),
      ],
      [4, 1.3, 1, 1, 1, 1, 1],
    ),
  ];
}

/** 八、没有答上的问题: what people ask and the lists don't say. */
export function unansweredChapter(
  { questions: { unanswered } }: LookbackFigures,
  { k }: Wording,
): ReportBlock[] {
  const clusters = clustersOf(unanswered).filter(({ people }) => people >= k);
  if (clusters.length === 0) {
    return [heading('八、没有答上的问题'), paragraph(`没有${k}个人以上都问、又没有答上的问题。`)];
  }
  return [
    heading('八、没有答上的问题'),
    paragraph('下面这些问得多、清单里又没有查准，可以补进清单或者补上说法：'),
    tableBlock(
      '没有答上的问题',
      [
        ['问得最多的说法', '次数', '几种说法'],
        ...clusters
          .slice(0, MOST_CLUSTERS)
          .map(({ text, count, texts }) => [text, String(count), String(texts)]),
      ],
      [6, 1.2, 1.3],
    ),
  ];
}

/** What was asked about most, by the rows of lists. */
export function itemsAsked(
  { questions: { items } }: LookbackFigures,
  { k, item, verdict }: Wording,
): string[][] {
  const lines = items.map((line) => ({ ...line, name: item(line.itemId) }));
  return [
    ['事项', '次数', '结果'],
    ...countRows(lines, k, ({ name, count, verdict: code }) => [name, String(count), verdict(code)]),
  ];
}
