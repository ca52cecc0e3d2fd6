import type { MatterLibrary } from '#catalogue/matters/load.js';
import type { Matter } from '#catalogue/matters/schema.js';
import type { Row } from '#catalogue/rows.js';
import type { Segmenter } from '#text/segmenter.js';
import { type Made, madeOf, type Weight, weightOver } from './overlap.js';
import { JOIN_SORTS, type JoinSort, sortOfMatter } from './sorts.js';

/** A matter that a row may join, with what it is called. */
export interface KnownMatter {
  readonly matter: Matter;
  readonly sort: JoinSort;
  /** Of the library's own name. */
  readonly name: Made;
  /** Of the sentence that says what it is. */
  readonly definition: Made;
  /** The library's name, and the names and subjects of the rows about it. */
  readonly names: readonly Made[];
  /** All of these as they are written, and the rows' aliases, for whoever looks a name up by its wordings. */
  readonly wordings: readonly string[];
}

/** The matters of one sort, with how telling the parts of their names and definitions are among them. */
export interface SortOfMatters {
  readonly matters: readonly KnownMatter[];
  readonly pairWeight: Weight;
  readonly wordWeight: Weight;
}

/** @param rows those about the matters; what an office has imported itself teaches nothing here */
export function knownMatters(
  library: MatterLibrary,
  rows: readonly Row[],
  segmenter: Segmenter,
): ReadonlyMap<JoinSort, SortOfMatters> {
  const about = new Map<string, Row[]>();
  for (const row of rows) {
    const { matter } = ownOf(row);
    if (matter !== undefined) about.set(matter, [...(about.get(matter) ?? []), row]);
  }
  const known = library.all.flatMap((matter): KnownMatter[] => {
    const sort = sortOfMatter(matter);
    return sort === null ? [] : [describe(matter, sort, about.get(matter.id) ?? [], segmenter)];
  });
  return new Map(
    JOIN_SORTS.map((sort) => {
      const matters = known.filter((one) => one.sort === sort);
      const weightOf = (part: keyof Made): Weight =>
        weightOver(
          matters.map(
            ({ names, definition }) =>
              new Set([...definition[part], ...names.flatMap((made) => [...made[part]])]),
          ),
        );
      return [sort, { matters, pairWeight: weightOf('pairs'), wordWeight: weightOf('words') }];
    }),
  );
}

const ownOf = (row: Row) => (row.type === 'item' ? row.item : row.provision);

/** What a row is called. */
export function namesOf(row: Row): string[] {
  return row.type === 'item' ? [row.item.name, row.item.subject] : [row.provision.topic];
}

function describe(matter: Matter, sort: JoinSort, rows: readonly Row[], segmenter: Segmenter): KnownMatter {
  const names = new Set([matter.name, ...rows.flatMap(namesOf)]);
  return {
    matter,
    sort,
    name: madeOf(matter.name, segmenter),
    definition: madeOf(matter.is, segmenter),
    names: [...names].map((name) => madeOf(name, segmenter)),
    wordings: [...new Set([...names, ...rows.flatMap((row) => ownOf(row).aliases)])],
  };
}
