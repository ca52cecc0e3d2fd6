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
import { namesOf } from './known-matters.js';
import { JOIN_SORTS, type JoinSort, sortOfMatter } from './sorts.js';

/** What the library taught, each sort by itself. */
export type SortCounts = ReadonlyMap<JoinSort, Counts>;

/** A row's name is more like the names and definitions of matters than like a question, so these count for more. */
const NAME = 3;
const DEFINITION = 2;

/** Counts the library's matters and wordings of each sort by itself. */
export function countSorts(library: MatterLibrary, wordings: readonly Wording[]): SortCounts {
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

/** Readers that know the rows' names and what was added as well, one for each sort, which knows no other. */
export function readersOf(
  library: MatterLibrary,
  counts: SortCounts,
  rows: readonly Row[],
  added: readonly Example[],
): ReadonlyMap<JoinSort, LearnedReader> {
  const sorts = sortsOf(library);
  const examples = [...rows.flatMap(examplesOf), ...added.map((one) => ({ ...one, weight: NAME }))];
  return new Map(
    [...counts].map(([sort, counted]) => [
      sort,
      createLearnedReader(mergeCounts(counted, countExamples(of(sort, examples, sorts), counted))),
    ]),
  );
}

function examplesOf(row: Row): Example[] {
  const { matter, aliases } = row.type === 'item' ? row.item : row.provision;
  if (matter === undefined) return [];
  return [...new Set([...namesOf(row), ...aliases])].map((text) => ({ label: matter, text, weight: NAME }));
}

const sortsOf = (library: MatterLibrary) =>
  new Map(library.all.map((matter) => [matter.id, sortOfMatter(matter)]));

const of = (sort: JoinSort, examples: readonly Example[], sorts: ReadonlyMap<string, JoinSort>) =>
  examples.filter(({ label }) => sorts.get(label) === sort);
