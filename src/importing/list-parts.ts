import type { ExtractedList } from './extracted.js';
import { type TitleKind, titleKind } from './kinds.js';
import { partOfDuties } from './others-duties.js';

/** A table that tells the kind of each row, by a column of its own or by its categories, as one list per kind. */
export function splitByKind(list: ExtractedList): ExtractedList[] {
  if (list.about !== null && list.rows.every(({ kind }) => kind === null)) return splitByPart(list);
  const kinds = list.rows.map((row): TitleKind | null =>
    row.kind !== null
      ? { kind: row.kind, about: null }
      : list.kind === null
        ? categoryKind(row.category, list.title)
        : { kind: list.kind, about: list.about },
  );
  const known = kinds.filter((says) => says?.kind != null);
  const present = [...new Map(known.map((says) => [says?.kind, says])).values()];
  if (present.length === 0 || known.length < kinds.length) return [list];
  return present.flatMap((says) =>
    splitByPart({
      ...list,
      ...says,
      // What the title says of the whole table isn't the count of each of its lists.
      declared: present.length === 1 ? list.declared : null,
      title: present.length === 1 ? list.title : '',
      rows: list.rows.filter((_, index) => kinds[index]?.kind === says?.kind),
    }),
  );
}

/** 证明 as a category beside 自治, 协助 and 负面. */
const PAPERS = /^证明类?$/u;

/** What a category says of the kind. Papers that must not be issued are always called so; the word alone is the others. */
function categoryKind(category: string, title: string): TitleKind | null {
  return PAPERS.test(category.trim()) ? { kind: 'may-certify', about: null } : titleKind(category, title);
}

/** A township's duties whose categories are 基本履职, 配合履职 and the like, as one list for each of these. */
function splitByPart(list: ExtractedList): ExtractedList[] {
  const parts = list.rows.map(({ category }) => partOfDuties(category));
  const present = [...new Set(parts)];
  if (list.about === null || present.length < 2 || present.includes(null)) return [list];
  return present.map((part) => ({
    ...list,
    declared: null,
    title: list.title === '' ? `${part}事项清单` : `${list.title}（${part}）`,
    rows: list.rows.filter((_, index) => parts[index] === part),
  }));
}

/** Lists that are parts of one: the same kind and title in batches or on several pages. */
export function joinParts<L extends ExtractedList>(lists: readonly L[]): L[][] {
  const groups: L[][] = [];
  for (const list of lists) {
    const group = groups.find(([first]) => first !== undefined && arePartsOfOne(first, list));
    if (group === undefined) groups.push([list]);
    else group.push(list);
  }
  return groups;
}

function arePartsOfOne(a: ExtractedList, b: ExtractedList): boolean {
  if (a.kind !== b.kind) return false;
  const sameTitle = a.title === b.title || a.title === '' || b.title === '';
  const inBatches = a.batch !== null && b.batch !== null && a.batch !== b.batch;
  return inBatches
    ? sameTitle || isBatchSheet(a) || isBatchSheet(b)
    : sameTitle && a.attachment === b.attachment;
}

/** A sheet called 第一批 gives its list no title of its own. */
function isBatchSheet({ part }: ExtractedList): boolean {
  return /第.{1,3}批/.test(part);
}
