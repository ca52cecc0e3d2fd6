import type { MatterLibrary } from '#catalogue/matters/load.js';
import type { Matter } from '#catalogue/matters/schema.js';
import type { Wording } from '#catalogue/matters/wordings.js';
import type { Row } from '#catalogue/rows.js';
import type { Segmenter } from '#text/segmenter.js';
import { countsOf, type Made, madeOf, type Weight, weightOver } from './overlap.js';
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
  /** Other matters, each with what it has and this one hasn't. */
  readonly unlike: readonly { readonly matter: string; readonly differs: Made }[];
  /** In how many of its name, definition and wordings each pair of characters stands; counted when first asked for. */
  said(): ReadonlyMap<string, number>;
}

/** The matters of one sort, with how telling the parts of their names and definitions are among them. */
export interface SortOfMatters {
  readonly matters: readonly KnownMatter[];
  readonly ids: readonly string[];
  readonly pairWeight: Weight;
  readonly wordWeight: Weight;
}

/** @param rows those about the matters; what an office has imported itself teaches nothing here */
export function knownMatters(
  library: MatterLibrary,
  wordings: readonly Wording[],
  rows: readonly Row[],
  segmenter: Segmenter,
): ReadonlyMap<JoinSort, SortOfMatters> {
  const about = grouped(rows, (row) => ownOf(row).matter);
  const asked = grouped(wordings, ({ matter }) => matter);
  const known = library.all.map((matter) =>
    describe(matter, about.get(matter.id) ?? [], asked.get(matter.id) ?? [], segmenter),
  );
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
      const ids = matters.map(({ matter }) => matter.id);
      return [sort, { matters, ids, pairWeight: weightOf('pairs'), wordWeight: weightOf('words') }];
    }),
  );
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = key === undefined ? undefined : groups.get(key);
    if (group !== undefined) group.push(one);
    else if (key !== undefined) groups.set(key, [one]);
  }
  return groups;
}

const ownOf = (row: Row) => (row.type === 'item' ? row.item : row.provision);

/** What a row is called. */
export function namesOf(row: Row): string[] {
  return row.type === 'item' ? [row.item.name, row.item.subject] : [row.provision.topic];
}

function describe(
  matter: Matter,
  rows: readonly Row[],
  wordings: readonly Wording[],
  segmenter: Segmenter,
): KnownMatter {
  const names = new Set([matter.name, ...rows.flatMap(namesOf)]);
  let said: ReadonlyMap<string, number> | undefined;
  return {
    matter,
    sort: sortOfMatter(matter),
    name: madeOf(matter.name, segmenter),
    definition: madeOf(matter.is, segmenter),
    names: [...names].map((name) => madeOf(name, segmenter)),
    unlike: matter.unlike.map(({ matter: id, differs }) => ({
      matter: id,
      differs: madeOf(differs, segmenter),
    })),
    said() {
      said ??= countsOf([matter.name, matter.is, ...wordings.map(({ text }) => text)]);
      return said;
    },
  };
}
