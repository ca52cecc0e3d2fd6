import type { MatterLibrary } from '#catalogue/matters/load.js';
import { isOfficeMatter } from '#catalogue/office.js';
import type { JoinedBy, JoinedRow } from './joined-row.js';
import { percent } from './matters-file.js';

/** What a dry run says of the rows' matters. */
export interface JoinReport {
  /** 行号, 事项名称, 归入, 把握, with a header. */
  table: string[][];
  /** Counts, then what the clerk can do. */
  lines: string[];
}

const HEADER = ['行号', '事项名称', '归入事项', '把握'];
/** Open rows are offered this many matters. */
const OFFERED = 3;

/** @param rows at least one */
export function joinReport(rows: readonly JoinedRow[], library: MatterLibrary): JoinReport {
  const nameOf = (id: string) =>
    library.byId.get(id)?.name ?? rows.find(({ matter }) => matter === id)?.name ?? id;
  const table = rows.map((row) => [
    row.place === null ? '—' : `${row.place.part} ${row.place.line}`,
    row.name,
    intoOf(row, nameOf),
    sureOf(row),
  ]);
  return { table: [HEADER, ...table], lines: [countsOf(rows), ...hintsOf(rows)] };
}

function intoOf({ by, matter, proposals }: JoinedRow, nameOf: (id: string) => string): string {
  if (matter === null) {
    const offered = proposals
      .slice(0, OFFERED)
      .map(({ name, confidence }) => `${name} ${percent(confidence)}`);
    return `待选：${offered.join('、')}`;
  }
  if (by === 'new') return '本单位的新事项';
  if (isOfficeMatter(matter)) return `本单位的事项「${nameOf(matter)}」（${matter}）`;
  return `${nameOf(matter)}（${matter}）`;
}

function sureOf({ by, proposals }: JoinedRow): string {
  const [best] = proposals;
  switch (by) {
    case 'chosen':
      return '已选定';
    case 'before':
      return '同上一版';
    case 'new':
      return '—';
    default:
      return best === undefined ? '—' : percent(best.confidence);
  }
}

function countsOf(rows: readonly JoinedRow[]): string {
  const count = (...by: JoinedBy[]) => rows.filter((row) => by.includes(row.by)).length;
  return (
    `归入事项库 ${count('sure', 'chosen', 'before')} 项，拿不准、待选 ${count('open')} 项，` +
    `本单位的新事项 ${count('new')} 项`
  );
}

function hintsOf(rows: readonly JoinedRow[]): string[] {
  const open = rows.some(({ by }) => by === 'open');
  const silent = rows.filter(({ isWorded }) => !isWorded).length;
  return [
    ...(open
      ? [
          '待选的可以先不管，照样能导入；想让群众更容易问到：加 --matters-out 归类.xlsx 写出建议，' +
            '填好“选定事项”一列（编号、名称、1～3 或“新”），再加 --matters 归类.xlsx 导入',
        ]
      : []),
    ...(silent > 0
      ? [
          `有 ${silent} 个新事项没有别名：群众换个说法时，多半问不到它们。` +
            '请在“别名”一列补几句平常的说法（顿号隔开），或归入事项库里的事项',
        ]
      : []),
  ];
}
