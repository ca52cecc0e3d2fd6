import type { MatterLibrary } from '#catalogue/matters/load.js';
import type { Wording } from '#catalogue/matters/wordings.js';
import type { Row } from '#catalogue/rows.js';
import {
  type Counts,
  countExamples,
  createLearnedReader,
  type Example,
  type LearnedReader,
  mergeCounts,
} from '#search/readers/index.js';
import { JOIN_SORTS, type JoinSort, sortOfMatter } from './sorts.js';

/** What the library taught: a reader of all its labels, and one for each sort that knows no other. */
export interface LibraryCounts {
  readonly all: Counts;
  readonly sorts: ReadonlyMap<JoinSort, Counts>;
}

/** A row's name is more like the names and definitions of matters than like a question, so these count for more. */
const NAME = 3;
const DEFINITION = 2;

/** Counts the library's matters and wordings of each sort by itself. */
export function countSorts(library: MatterLibrary, wordings: readonly Wording[]): LibraryCounts['sorts'] {
  const sorts = sortsOf(library);
  const examples = [
    ...library.all.flatMap(({ id, name, is }): Example[] => [
      { label: id, text: name, weight: NAME },
      { label: id, text: is, weight: DEFINITION },
    ]),
    ...wordings.map(({ matter, text }) => ({ label: matter, text })),
  ];
  return new Map(JOIN_SORTS.map((sort) => [sort, countExamples(of(sort, examples, sorts))]));
}

export interface Readers {
  readonly all: LearnedReader;
  readonly sorts: ReadonlyMap<JoinSort, LearnedReader>;
}

/** Readers that know the rows' names and aliases as well. */
export function readersOf(library: MatterLibrary, counts: LibraryCounts, rows: readonly Row[]): Readers {
  const sorts = sortsOf(library);
  const examples = rows.flatMap(examplesOf);
  const with_ = (counted: Counts, more: readonly Example[]): LearnedReader =>
    createLearnedReader(mergeCounts(counted, countExamples(more, counted)));
  const weighted = examples.map((example) => ({ ...example, weight: NAME }));
  return {
    all: with_(counts.all, examples),
    sorts: new Map([...counts.sorts].map(([sort, one]) => [sort, with_(one, of(sort, weighted, sorts))])),
  };
}

function examplesOf(row: Row): Example[] {
  const own = row.type === 'item' ? row.item : row.provision;
  const { matter, aliases } = own;
  if (matter === undefined) return [];
  const names = row.type === 'item' ? [row.item.name, row.item.subject] : [row.provision.topic];
  return [...new Set([...names, ...aliases])].map((text) => ({ label: matter, text }));
}

const sortsOf = (library: MatterLibrary) =>
  new Map(library.all.map((matter) => [matter.id, sortOfMatter(matter)]));

const of = (sort: JoinSort, examples: readonly Example[], sorts: ReadonlyMap<string, JoinSort | null>) =>
  examples.filter(({ label }) => sorts.get(label) === sort);
