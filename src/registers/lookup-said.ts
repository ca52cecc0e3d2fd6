import type { Stretch } from '#text/stretch.js';
import { type Entry, textOf } from './entry.js';
import type { RegisterKind } from './kind.js';
import type { Lookup } from './lookup.js';
import { labelOf, sharingAdvice, summaryLine, UNSEEN } from './said.js';
import { type AskedField, askedBySeveral } from './shared-fields.js';
import { summaryOf, type TallyLine } from './tally.js';

/** Entries that are read out at most, and lines of a count. */
const MOST_ENTRIES = 10;
const MOST_LINES = 5;

/** What was found of a lookup, and where: as a person reads it. */
export interface Found {
  readonly kind: RegisterKind;
  readonly lookup: Lookup;
  /** Region in words. */
  readonly region: string;
  /** Newest first. */
  readonly entries: readonly Entry[];
  /** There are more than these. */
  readonly cut: boolean;
}

/** Lines to read out, and the commands that do more, which only an office can use. */
export interface Told {
  readonly lines: readonly string[];
  readonly commands: readonly string[];
}

/** The entries, newest first; those that have the field that was asked for, and those that don't. */
export function entriesSaid({ kind, lookup, region, entries, cut }: Found): Told {
  const { field, stretch, name, place } = lookup;
  const about = `${place}${name === '' ? '' : `“${name}”`}`;
  const span = spanOf(stretch);
  const where = `${region}的${kind.name}里${span + about === '' ? '' : '，'}${span}`;
  if (entries.length === 0) {
    const none = `${where}没有${about === '' ? '' : `${about}的`}记录。没有记，不等于没有办。`;
    const commands = [
      `记一条：qingdan register ${kind.id} add；从表格导入：qingdan register ${kind.id} import`,
    ];
    return { lines: [none], commands };
  }
  const shown = entries.slice(0, MOST_ENTRIES);
  const left = entries.length - shown.length;
  const head = `${where}${about === '' ? '' : `${about}的`}有 ${entries.length} 条${cut ? '（只看了最近的）' : ''}`;
  const parts = [head, outcomesSaid(kind, entries), field === null ? '' : fieldSaid(kind, field, entries)];
  return {
    lines: [
      `${parts.filter((part) => part !== '').join('，')}：`,
      ...shown.map((entry, i) => `${i + 1}. ${entrySaid(kind, entry)}`),
      ...(left === 0 ? [] : [`还有 ${left} 条没有列。`]),
    ],
    commands: [
      `全部：qingdan register ${kind.id} list${optionsOf(stretch)}；导出：qingdan register ${kind.id} export 文件.xlsx`,
    ],
  };
}

/** How many came to what, where that is said of each. */
function outcomesSaid(kind: RegisterKind, entries: readonly Entry[]): string {
  if (kind.outcome === null || !kind.looked.shows.includes(kind.outcome)) return '';
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const outcome = textOf(entry, kind.outcome);
    if (outcome !== '') counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => `${name} ${count}`).join('、');
}

function fieldSaid(kind: RegisterKind, field: string, entries: readonly Entry[]): string {
  const label = labelOf(kind, field);
  const has = entries.filter((entry) => textOf(entry, field) !== '').length;
  if (has === entries.length) return `都写着${label}`;
  return has === 0 ? `都没有写${label}` : `写着${label}的 ${has} 条，没有写的 ${entries.length - has} 条`;
}

function entrySaid(kind: RegisterKind, entry: Entry): string {
  const shown = kind.looked.shows.flatMap((key) => {
    const text = textOf(entry, key);
    // Lists and yes-or-no are left empty where there is nothing to say; of all else it is missed.
    const sort = kind.fields.find((field) => field.key === key)?.sort;
    if (text === '' && (sort === 'list' || sort === 'yes')) return [];
    return [`${labelOf(kind, key)}：${text === '' ? UNSEEN : text}`];
  });
  const head = [entry.place, entry.day, `“${textOf(entry, kind.what)}”`].filter((part) => part !== '');
  return `${head.join(' ')}${shown.length === 0 ? '' : `（${shown.join('；')}）`}，${entry.number}`;
}

/** What the entries come to: by outcome, by what they are about, by who asks, and by both. */
export function summarySaid({ kind, lookup: { stretch }, region, entries, cut }: Found): Told {
  const tallies = entries.map((entry) => ({
    what: textOf(entry, kind.what),
    who: textOf(entry, kind.who),
    outcome: textOf(entry, kind.outcome),
    state: entry.state,
    count: 1,
  }));
  const { byWhat, byWho, byBoth, ...summary } = summaryOf(tallies);
  const outcomes = [...summary.outcomes].filter(([name]) => name !== '');
  const both = byWhat.length + byWho.length > 2 ? byBoth.filter(({ who }) => who !== '') : [];
  const span = spanOf(stretch);
  return {
    lines: [
      `${region}${span === '' ? '' : `${span}，`}${summaryLine(kind, { byWhat, byWho, byBoth, ...summary })}${cut ? '（只数了最近的）' : ''}`,
      ...(outcomes.length === 0
        ? []
        : [
            `${labelOf(kind, kind.outcome ?? '')}：${outcomes.map(([name, count]) => `${name} ${count}`).join('、')}。`,
          ]),
      ...counted(labelOf(kind, kind.what), byWhat),
      ...counted(labelOf(kind, kind.who ?? ''), byWho),
      ...counted(
        '谁要哪一种',
        both.map((line) => ({ ...line, name: `${line.who}要“${line.name}”` })),
      ),
    ],
    commands: [`每一种的数：qingdan register ${kind.id} summary${optionsOf(stretch)} --out 汇总.xlsx`],
  };
}

/** The first lines of a count, most first. */
function counted(label: string, lines: readonly TallyLine[]): string[] {
  if (lines.length === 0) return [];
  const shown = lines
    .slice(0, MOST_LINES)
    .map(({ name, count }) => `${name === '' ? UNSEEN : name} ${count}`);
  const left = lines.length - shown.length;
  return [`${label}：${shown.join('、')}${left === 0 ? '' : `，还有 ${left} 种`}。`];
}

const MORE_FIELDS = ['全部、导出：qingdan register fields shared --out 共享.xlsx'];

/**
 * Which data several bodies ask for, or who asks for one.
 * @param asked all that forms ask for
 * @param wanted a name as it was said, with what forms ask for under it; null where none was
 */
export function sharedSaid(
  region: string,
  asked: readonly AskedField[],
  wanted: { readonly name: string; readonly found: AskedField | null } | null,
): Told {
  if (asked.length === 0) {
    return {
      lines: [`${region}的报表台账登记里还没有写各张表要填哪些数据项，看不出谁也要这一项。`],
      commands: [
        '每张表“要填的数据项”写上（用顿号隔开）就能查：qingdan register forms amend 编号 要填的数据项=姓名、住址',
      ],
    };
  }
  if (wanted !== null) {
    const { name, found } = wanted;
    const lines =
      found === null ? [`${region}登记的表里，没有哪张写着要填“${name}”。`] : fieldLines(found, name);
    return { lines, commands: MORE_FIELDS };
  }
  const several = askedBySeveral(asked);
  if (several.length === 0)
    return { lines: [`${region}登记的表里，没有几个单位都要的数据项。`], commands: MORE_FIELDS };
  const shown = several.slice(0, MOST_LINES);
  const left = several.length - shown.length;
  return {
    lines: [
      `${region}登记的表里，几个单位都要的数据项有 ${several.length} 个：`,
      ...shown.flatMap((field) => fieldLines(field)),
      ...(left === 0 ? [] : [`还有 ${left} 个没有列。`]),
      `只问一项，说「${shown[0]?.name}别的表要过吗」。`,
    ],
    commands: MORE_FIELDS,
  };
}

/** @param said as the person called it. Default: as it is shown */
function fieldLines({ name, askedBy, demanders, timesAYear, holder }: AskedField, said = name): string[] {
  const forms = askedBy.map(({ demander, form, frequency }) => `${demander}“${form}”（${frequency}）`);
  const times = timesAYear === 0 ? '' : `，一年共 ${timesAYear} 次`;
  const held = holder === null ? '' : `${holder.unit}已经掌握；`;
  const advice = demanders > 1 || holder !== null ? [`　${held}建议：${sharingAdvice(holder)}。`] : [];
  const called = said === name ? '' : `（也叫“${name}”）`;
  return [`“${said}”${called}有 ${demanders} 个单位要${times}：${forms.join('、')}。`, ...advice];
}

/** The time that was asked about, with its days. */
const spanOf = (stretch: Stretch | null): string =>
  stretch === null ? '' : `${stretch.words}（${stretch.from} 到 ${stretch.to}）`;
const optionsOf = (stretch: Stretch | null): string =>
  stretch === null ? '' : ` --from ${stretch.from} --to ${stretch.to}`;
