import { citedLocator, citedMark, citedTitle, toCitation } from '#catalogue/citation.js';
import { holdTogether } from '#catalogue/lint/contradictions.js';
import type { Regions } from '#catalogue/regions.js';
import { effective, type ItemRow, kindOf } from '#catalogue/rows.js';
import type { Document } from '#catalogue/schema.js';
import { contradict } from '#catalogue/subjects.js';
import { shown } from '#errors.js';
import { normalise } from '#text/normalise.js';
import type { ImportPlan, PlannedList } from './import-plan.js';
import { KIND_TITLES } from './kinds.js';

/** Characters: a shorter rest of a name is no name of a matter. */
const SHORTEST_KEY = 2;
/** Rows of other lists that one finding names. */
const MOST_NAMED = 2;

/**
 * Tells row by row what stands on the opposite list in force: a list may have been taken for its contrary, and a wrong
 * polarity makes every answer wrong. It is an error until the user says the kind, then a reminder.
 * @param merged all documents as they would stand after the import
 * @returns the pairs of items told of, as lint names them: 「id id」
 */
export function checkOpposites(
  plan: ImportPlan,
  merged: readonly Document[],
  regions: Regions,
): ReadonlySet<string> {
  const planned = new Map(plan.lists.map((list) => [list.listId, list]));
  const others = new Map<string, Set<ItemRow>>();
  for (const row of itemRows(merged)) {
    if (planned.has(row.list.id)) continue;
    for (const key of keysOf(row)) others.set(key, (others.get(key) ?? new Set()).add(row));
  }
  const told = new Set<string>();
  for (const row of itemRows(plan.documents.map(({ document }) => document))) {
    const list = planned.get(row.list.id);
    if (list === undefined) continue;
    const near = new Set(keysOf(row).flatMap((key) => [...(others.get(key) ?? [])]));
    const opposite = [...near]
      .filter((other) => contradict(row, other) && holdTogether(row, other))
      .filter((other) => depthOf(regions, row, other) >= 0)
      .sort((a, b) => depthOf(regions, row, a) - depthOf(regions, row, b));
    if (opposite.length === 0) continue;
    for (const other of opposite) {
      told.add(`${row.item.id} ${other.item.id}`).add(`${other.item.id} ${row.item.id}`);
    }
    plan.findings.push(findingOf(row, opposite, list, plan));
  }
  return told;
}

function findingOf(
  row: ItemRow,
  opposite: readonly ItemRow[],
  { isKindTold }: PlannedList,
  { places }: ImportPlan,
): ImportPlan['findings'][number] {
  const where = opposite.slice(0, MOST_NAMED).map((other) => {
    const citation = toCitation(other);
    const document = `${citedTitle(citation)}${citedMark(citation)}`;
    return `${document}「${other.list.name}」${citedLocator(citation)}是${KIND_TITLES[kindOf(other)]}`;
  });
  const kind = KIND_TITLES[kindOf(row)].replace(/事项清单$|清单$/, '');
  const more = opposite.length > MOST_NAMED ? `，另有 ${opposite.length - MOST_NAMED} 处` : '';
  return {
    severity: isKindTold ? 'warning' : 'error',
    place: places.get(row.item.id) ?? null,
    problem: `「${shown(row.item.name)}」认作${KIND_TITLES[kindOf(row)]}，现行清单说的相反：${where.join('；')}${more}`,
    advice: isKindTold
      ? '请核对以哪个为准；导入后回答会同时写明两处'
      : `请核对标题，看种类有没有认反；确实如此，请加 --kind ${kind}，几张清单时写 --kind 表名=${kind}`,
    ...(isKindTold ? {} : { needs: 'kind' as const }),
  };
}

/** How many levels above a row's region the other one stands; below 0 where it holds nothing for that region. */
function depthOf(regions: Regions, row: ItemRow, other: ItemRow): number {
  const [own, further] = [regions.get(effective(row).region), regions.get(effective(other).region)];
  return own === undefined || further === undefined ? -1 : regions.lineage(own).indexOf(further);
}

function* itemRows(documents: readonly Document[]): Generator<ItemRow> {
  for (const document of documents) {
    for (const list of document.lists) {
      for (const item of list.items) yield { type: 'item', item, list, document };
    }
  }
}

/** What a matter is known by, more loosely than for joining it to others: here a wrong guess only asks for a look. */
function keysOf({ item }: ItemRow): string[] {
  const names = new Set([item.subject, item.name, ...item.aliases]);
  return [...new Set([...names].map(keyOf))].filter((key) => key.length >= SHORTEST_KEY);
}

/** 「（一）开具居住证明（含租房）」 → 居住. */
function keyOf(text: string): string {
  return normalise(text)
    .replace(/\(.*?\)/g, '')
    .replace(/^(需要|申请|办理)?[出开]具/, '')
    .replace(/(的)?(证明)?(材料|事项|书)?$/, '')
    .replace(/[的\s]/g, '');
}
