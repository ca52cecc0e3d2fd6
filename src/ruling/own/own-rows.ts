import { isOfficeDocument } from '#catalogue/office.js';
import type { ItemRow } from '#catalogue/rows.js';
import type { Matter, Matters } from '../matters.js';

/** A row that decides about another matter than the one it stands for. */
export interface Lent {
  /** The matter that the row stands for by itself. */
  readonly own: Matter;
  readonly row: ItemRow;
  /** It stands on a broader heading only. */
  readonly broader: boolean;
}

/** The rows that an office has loaded itself; empty where there are none, and then nothing is judged otherwise. */
export interface OwnRows {
  /** What the learned reader calls everything these rows are or may be about. */
  readonly labels: readonly string[];
  /**
   * By label of a matter: the rows that decide about it though they stand for another. Those that are likely about it come
   * first, likeliest first; then what the list makes of a demand; then those on a broader heading, nearest first.
   */
  readonly lent: ReadonlyMap<string, readonly Lent[]>;
}

export const isOwnRow = (row: ItemRow) => isOfficeDocument(row.document);

export function ownRowsOf(matters: Matters): OwnRows {
  const held = [...matters.byKey.values()].flatMap((own) =>
    rowsOf(own).map((row): Lent => ({ own, row, broader: false })),
  );
  const likely = held.flatMap(({ own, row }) =>
    (row.item.likely ?? []).map(({ matter, confidence }) => ({
      matter,
      confidence,
      own,
      row,
      broader: false,
    })),
  );
  const lent = new Map<string, Lent[]>();
  const lend = (label: string, { own, row, broader }: Lent) =>
    lent.set(label, [...(lent.get(label) ?? []), { own, row, broader }]);
  for (const one of [...likely].sort((a, b) => b.confidence - a.confidence)) lend(one.matter, one);
  const surely = likely.filter(({ confidence }) => confidence >= SURELY);
  for (const [label, one] of underLikely(matters, surely)) lend(label, one);
  if (held.length > 0) for (const [label, one] of onHeadings(matters)) lend(label, one);
  return {
    labels: [...new Set([...held.map(({ own }) => own.label), ...likely.map(({ matter }) => matter)])],
    lent,
  };
}

/** Confidence from which a row that nobody has joined stands on the heading that it is likely about. */
const SURELY = 0.5;

function* underLikely(
  { byKey }: Matters,
  likely: readonly (Lent & { matter: string })[],
): Generator<[string, Lent]> {
  for (const { label, headings } of byKey.values())
    for (const one of likely) if (headings.includes(one.matter)) yield [label, one];
}

/** What an office's list makes of a demand, and its rows on the broader headings of a matter. */
function* onHeadings({ byKey, byLabel }: Matters): Generator<[string, Lent]> {
  for (const { key, label, group, headings } of byKey.values()) {
    const sides = group === 'demand' ? (byLabel.get(label) ?? []).filter((side) => side.key !== key) : [];
    const wider = headings.flatMap((id) => byLabel.get(id) ?? []);
    for (const own of sides) for (const row of rowsOf(own)) yield [label, { own, row, broader: false }];
    for (const own of wider) for (const row of rowsOf(own)) yield [label, { own, row, broader: true }];
  }
}

/** The rows of an office's lists that say whose a matter is. */
const rowsOf = ({ group, rows }: Matter): ItemRow[] =>
  group === 'fact' ? [] : rows.filter((row): row is ItemRow => row.type === 'item' && isOwnRow(row));
