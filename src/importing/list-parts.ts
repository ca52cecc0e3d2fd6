import type { ListKind } from '../catalogue/schema.js';
import type { ExtractedList } from './extracted.js';
import { kindOfTitle } from './kinds.js';

/** A table that tells the kind of each row, by a column of its own or by its categories, as one list per kind. */
export function splitByKind(list: ExtractedList): ExtractedList[] {
  const kinds = list.rows.map(
    (row) => row.kind ?? (list.kind === null ? kindOfTitle(row.category) : list.kind),
  );
  const present = new Set(kinds.filter((kind): kind is ListKind => kind !== null));
  if (present.size === 0 || kinds.includes(null)) return [list];
  return [...present].map((kind) => ({
    ...list,
    kind,
    // What the title says of the whole table isn't the count of each of its lists.
    declared: present.size === 1 ? list.declared : null,
    title: present.size === 1 ? list.title : '',
    rows: list.rows.filter((_, index) => kinds[index] === kind),
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
