import type { MatterSort } from '#catalogue/matters/schema.js';
import { isOfficeMatter } from '#catalogue/office.js';
import type { ListKind } from '#catalogue/schema.js';

/**
 * What a row may be about, by its list's kind: a paper, a duty, or what a committee may not be made to do. `other`: a
 * demand or a rule, which no list is made of, but which a row of any list may have for its subject (议事协商, 垃圾分类).
 */
export const JOIN_SORTS = ['paper', 'duty', 'barred', 'other'] as const;
export type JoinSort = (typeof JOIN_SORTS)[number];
/** The sorts that lists are made of. */
export type ListSort = Exclude<JoinSort, 'other'>;

const OF_KIND: Readonly<Record<ListKind, ListSort | null>> = {
  autonomy: 'duty',
  assist: 'duty',
  negative: 'barred',
  'may-certify': 'paper',
  'must-not-certify': 'paper',
  reference: null,
};

/** The sort of a list's rows; null for rows that speak of somebody else, which join nothing. */
export const sortOfKind = (kind: ListKind): ListSort | null => OF_KIND[kind];

/** What an id of the library that is barred starts with (`src/catalogue/matters/schema.ts`). */
const BARRED = 'neg-';

export function sortOfMatter({ id, sort }: { id: string; sort: MatterSort }): JoinSort {
  if (sort === 'paper') return 'paper';
  if (sort !== 'duty') return 'other';
  return id.startsWith(BARRED) ? 'barred' : 'duty';
}

/** Whether a row of a list may be joined to a matter; of an office's own duties no id says which are barred. */
export function mayJoin(kind: ListKind, matter: { id: string; sort: MatterSort }): boolean {
  const [list, sort] = [sortOfKind(kind), sortOfMatter(matter)];
  if (list === null) return false;
  return (
    sort === 'other' || sort === list || (list === 'barred' && sort === 'duty' && isOfficeMatter(matter.id))
  );
}
