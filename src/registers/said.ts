import { type Entry, textOf } from './entry.js';
import { cellOf } from './field.js';
import type { RegisterKind } from './kind.js';
import { stateWord } from './life.js';
import type { LimitCheck } from './limits.js';
import type { AskedField } from './shared-fields.js';
import type { RegisterSummary } from './tally.js';

/** Stands for what nobody has written down. */
export const UNSEEN = '未见';

/** A region's code in words. */
export type PlaceNames = (code: string) => string;
const asCode: PlaceNames = (code) => code;

/** An entry with every field that is filled in, line by line. @param nameOf default: codes stay codes */
export function entryLines(kind: RegisterKind, entry: Entry, nameOf: PlaceNames = asCode): string[] {
  const { number, region, place, decided, ended } = entry;
  const lines = [
    `${number}（${kind.name}，编号 ${entry.id}）`,
    `地区：${place === '' ? nameOf(region) : `${place}（${region}）`}`,
    ...kind.fields
      .filter(({ key }) => key in entry.values)
      .map(({ key, label }) => `${label}：${cellOf(entry.values[key])}`),
    `情况：${stateWord(kind, entry.state)}`,
  ];
  if (decided !== null) {
    const parts = [decided.day, decided.by, decided.number ?? '', decided.reason ?? ''];
    lines.push(`决定：${parts.filter((part) => part !== '').join('，')}`);
  }
  if (ended !== null) lines.push(`停用：${ended.day}，${ended.reason}`);
  return lines;
}

/** Entries as rows of a table, the first the heads. */
export function entryTable(
  kind: RegisterKind,
  entries: readonly Entry[],
  nameOf: PlaceNames = asCode,
): string[][] {
  const who = kind.who === null ? [] : [labelOf(kind, kind.who)];
  const heads = ['登记号', '日期', '地区', labelOf(kind, kind.what), ...who, '情况'];
  return [
    heads,
    ...entries.map((entry) => [
      entry.number,
      entry.day,
      entry.place === '' ? nameOf(entry.region) : entry.place,
      textOf(entry, kind.what),
      ...(kind.who === null ? [] : [orUnseen(textOf(entry, kind.who))]),
      stateWord(kind, entry.state),
    ]),
  ];
}

/** A year of a register as tables by what it is about, by who asks, and by both, the first row of each the heads. */
export function summaryTables(
  kind: RegisterKind,
  summary: RegisterSummary,
): { name: string; rows: string[][] }[] {
  const outcomes = [...summary.outcomes.keys()].filter((name) => name !== '').sort();
  const what = labelOf(kind, kind.what);
  const who = kind.who === null ? '' : labelOf(kind, kind.who);
  const numbers = (line: { count: number; outcomes: ReadonlyMap<string, number> }) => [
    String(line.count),
    ...outcomes.map((name) => String(line.outcomes.get(name) ?? 0)),
  ];
  const tables = [
    {
      name: `按${what}`,
      rows: [
        [what, '合计', ...outcomes],
        ...summary.byWhat.map((line) => [orUnseen(line.name), ...numbers(line)]),
        ['合计', ...numbers({ count: summary.total, outcomes: summary.outcomes })],
      ],
    },
  ];
  if (summary.byWho.length === 0) return tables;
  tables.push(
    {
      name: `按${who}`,
      rows: [[who, '合计', ...outcomes], ...summary.byWho.map((line) => [line.name, ...numbers(line)])],
    },
    {
      name: `${what}和${who}`,
      rows: [
        [what, who, '合计', ...outcomes],
        ...summary.byBoth.map((line) => [orUnseen(line.name), orUnseen(line.who), ...numbers(line)]),
      ],
    },
  );
  return tables;
}

/** 共几条, and how many of them nobody has decided on. */
export function summaryLine(kind: RegisterKind, { total, states }: RegisterSummary): string {
  const parts = [...states]
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${stateWord(kind, state)} ${count} 条`);
  return `${kind.name}共 ${total} 条${kind.decision === null ? '' : `，其中${parts.join('、')}`}。`;
}

/** What several bodies ask for, with who has it already: 一次采集、多方共享. */
export function sharedFieldRows(asked: readonly AskedField[]): string[][] {
  return [
    ['数据项', '几个单位要', '哪些单位、哪张表、多久一次', '一年要几次', '谁已经掌握', '建议'],
    ...asked.map(({ name, askedBy, demanders, timesAYear, holder }) => [
      name,
      String(demanders),
      askedBy.map(({ demander, form, frequency }) => `${demander}“${form}”（${frequency}）`).join('；'),
      String(timesAYear),
      holder === null ? UNSEEN : [holder.unit, holder.system].filter((part) => part !== '').join('，'),
      sharingAdvice(holder),
    ]),
  ];
}

export function sharingAdvice(holder: AskedField['holder']): string {
  if (holder === null) return '合成一次采集，几个单位共用；先查清有没有单位已经掌握';
  if (holder.shared === false) return `请${holder.unit}开放共享；在这之前合成一次采集`;
  return `由${holder.unit}共享，社区不再填`;
}

/** A limit that is kept or broken, in one line. */
export function limitLine(kind: RegisterKind, { limit, count, over, names }: LimitCheck): string {
  const label = labelOf(kind, limit.field);
  const what = `${kind.name}里${label}为“${limit.is}”的有 ${count} 个，规定最多 ${limit.most} 个`;
  return over ? `${what}，多了 ${count - limit.most} 个：${names.join('、')}` : `${what}，没有超`;
}

const orUnseen = (text: string) => (text === '' ? UNSEEN : text);

export function labelOf(kind: RegisterKind, key: string): string {
  return kind.fields.find((field) => field.key === key)?.label ?? key;
}
