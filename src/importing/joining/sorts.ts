import type { MatterSort } from '#catalogue/matters/schema.js';
import type { ListKind } from '#catalogue/schema.js';

/** What a row may be about, by its list's kind: a paper, a duty, or what a committee may not be made to do. */
export const JOIN_SORTS = ['paper', 'duty', 'barred'] as const;
export type JoinSort = (typeof JOIN_SORTS)[number];

const OF_KIND: Readonly<Record<ListKind, JoinSort | null>> = {
  autonomy: 'duty',
  assist: 'duty',
  negative: 'barred',
  'may-certify': 'paper',
  'must-not-certify': 'paper',
  reference: null,
};

/** The sort of a list's rows; null for rows that speak of somebody else, which join nothing. */
export const sortOfKind = (kind: ListKind): JoinSort | null => OF_KIND[kind];

/** What an id of the library that is barred starts with (`src/catalogue/matters/schema.ts`). */
const BARRED = 'neg-';

/** The sort of a matter; null for demands and rules, which no list's row is about. */
export function sortOfMatter({ id, sort }: { id: string; sort: MatterSort }): JoinSort | null {
  if (sort === 'paper') return 'paper';
  if (sort !== 'duty') return null;
  return id.startsWith(BARRED) ? 'barred' : 'duty';
}
