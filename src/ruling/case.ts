import type { Capacity, Clause, Span } from '#language/index.js';

export const CASE_SORTS = ['paper', 'task', 'rule', 'list', 'demand', 'formality', 'row', 'unclear'] as const;
/** `formality`: work of the form (考核, 台账); `row`: one row that was chosen; `unclear`: its words don't say. */
export type CaseSort = (typeof CASE_SORTS)[number];

/** One thing to judge. */
export interface Case {
  /** Where it stands in the text that was read. */
  readonly source: Span;
  /** As it reads, without masks; empty for a row that was chosen. */
  readonly text: string;
  readonly sort: CaseSort;
  readonly capacity: Capacity;
  /** The clauses that speak of it, those said last first; none for a row that was chosen. */
  readonly clauses: readonly Clause[];
  /** A notice hands it down: nobody asks for anything. */
  readonly handed?: boolean;
  /** Id of the row that was chosen. */
  readonly rowId?: string;
}
