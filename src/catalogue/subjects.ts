import type { Catalogue, CatalogueItem } from './catalogue.js';
import { type ItemRow, kindOf } from './rows.js';

/** All rows in force about one matter. */
export interface SubjectGroup {
  subject: string;
  /** Those of the nearest level, which decides. */
  deciding: readonly CatalogueItem[];
  /** Those of the levels above it. */
  further: readonly CatalogueItem[];
}

/** Two rows in force about one matter that say opposite things. */
export interface Conflict {
  subject: string;
  /** The nearer row first. */
  rows: readonly [CatalogueItem, CatalogueItem];
  /** The nearer row; null when both are of the same level. */
  decides: CatalogueItem | null;
}

/**
 * The items in force by subject, in the order of the catalogue. Rows of `reference` lists are left out: they say nothing
 * about the committee's own duties.
 */
export function bySubject(catalogue: Catalogue): ReadonlyMap<string, SubjectGroup> {
  const rows = new Map<string, CatalogueItem[]>();
  for (const row of catalogue.items) {
    if (kindOf(row) === 'reference') continue;
    const sameSubject = rows.get(row.item.subject);
    if (sameSubject === undefined) rows.set(row.item.subject, [row]);
    else sameSubject.push(row);
  }
  const groups = new Map<string, SubjectGroup>();
  for (const [subject, found] of rows) {
    const nearest = Math.min(...found.map((row) => row.depth));
    groups.set(subject, {
      subject,
      deciding: found.filter((row) => row.depth === nearest),
      further: found.filter((row) => row.depth !== nearest),
    });
  }
  return groups;
}

/**
 * Whether two rows about one matter say opposite things: may certify against must not, or a duty against a negative
 * list. A negative row that bars only being the responsible party (责任主体) doesn't contradict a duty to help.
 */
export function contradict(a: ItemRow, b: ItemRow): boolean {
  const opposed = (x: ItemRow, y: ItemRow): boolean => {
    const [kind, other] = [kindOf(x), kindOf(y)];
    if (kind === 'may-certify') return other === 'must-not-certify';
    const isDuty = kind === 'autonomy' || kind === 'assist';
    return isDuty && other === 'negative' && y.item.capacity !== 'responsible';
  };
  return opposed(a, b) || opposed(b, a);
}

/** Every pair of contradicting rows in force, in the order of the catalogue. */
export function conflicts(catalogue: Catalogue): Conflict[] {
  const found: Conflict[] = [];
  for (const { subject, deciding, further } of bySubject(catalogue).values()) {
    const rows = [...deciding, ...further];
    for (const [i, near] of rows.entries()) {
      for (const far of rows.slice(i + 1)) {
        if (!contradict(near, far)) continue;
        found.push({ subject, rows: [near, far], decides: near.depth < far.depth ? near : null });
      }
    }
  }
  return found;
}
