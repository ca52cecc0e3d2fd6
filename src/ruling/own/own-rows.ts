import { isOfficeDocument } from '#catalogue/office.js';
import type { ItemRow } from '#catalogue/rows.js';
import type { Matter, Matters } from '../matters.js';

/** What an office's row is likely about, as its import found it. */
export interface Lent {
  /** The matter that the row stands for by itself. */
  readonly own: Matter;
  readonly row: ItemRow;
  readonly confidence: number;
}

/** The rows that an office has loaded itself; empty where there are none, and then nothing is judged otherwise. */
export interface OwnRows {
  /** What the learned reader calls everything these rows are or may be about. */
  readonly labels: readonly string[];
  /** By label of a matter: the rows that are joined to another or to none and are likely about it, likeliest first. */
  readonly lent: ReadonlyMap<string, readonly Lent[]>;
}

export const isOwnRow = (row: ItemRow) => isOfficeDocument(row.document);

export function ownRowsOf(matters: Matters): OwnRows {
  const labels = new Set<string>();
  const lent = new Map<string, Lent[]>();
  for (const own of matters.byKey.values()) {
    for (const row of own.rows) {
      if (row.type !== 'item' || own.group === 'fact' || !isOwnRow(row)) continue;
      labels.add(own.label);
      for (const { matter, confidence } of row.item.likely ?? []) {
        labels.add(matter);
        lent.set(matter, [...(lent.get(matter) ?? []), { own, row, confidence }]);
      }
    }
  }
  for (const rows of lent.values()) rows.sort((a, b) => b.confidence - a.confidence);
  return { labels: [...labels], lent };
}
