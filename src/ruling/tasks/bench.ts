import { type ItemRow, type Row, rowId } from '#catalogue/rows.js';
import type { Assignment, Language } from '#language/index.js';
import { type Candidate, candidateOf } from '../candidate.js';
import type { RowsInForce } from '../precedence.js';
import type { Ruler } from '../ruler.js';
import type { Ruling, Situation } from '../ruling.js';
import { taskCases } from './task-case.js';

/** A ruling with the rows on offer beside it. */
export interface Weighed {
  ruling: Ruling;
  candidates: readonly Candidate[];
}

/** What a task of a notice is judged with: what the lists say of its own words, each asked once, and the rows in force. */
export interface Bench {
  rule(task: Assignment, paper: boolean): Weighed;
  /** The row in force with this id. */
  rowAt(id: string): Row | undefined;
  itemAt(id: string | undefined): ItemRow | undefined;
}

export interface BenchParts {
  ruler: Pick<Ruler, 'ruleOn'>;
  language: Pick<Language, 'tokenize' | 'words'>;
  situation: Situation;
}

const CANDIDATES = 8;

export function createBench({ ruler, language, situation }: BenchParts): Bench {
  const { catalogue, inForce } = situation;
  const rows = new Map<string, Row>(
    [...catalogue.items, ...catalogue.provisions].map((row) => [rowId(row), row]),
  );
  const caseOf = taskCases(language);
  const known = new Map<string, Weighed>();
  return {
    itemAt(id) {
      const row = rows.get(id ?? '');
      return row?.type === 'item' ? row : undefined;
    },
    rowAt: (id) => rows.get(id),
    rule(task, paper) {
      const key = `${paper} ${task.capacity} ${task.matter}`;
      const made = known.get(key) ?? weighed(ruler.ruleOn(caseOf(task, paper), situation), inForce);
      known.set(key, made);
      return made;
    },
  };
}

function weighed(ruling: Ruling, inForce: RowsInForce): Weighed {
  // What no list in force has decides nothing for a notice, however near it comes.
  const open = ruling.hits
    .filter(({ veto }) => veto === null)
    .sort((a, b) => Number(inForce.holds(b.matter)) - Number(inForce.holds(a.matter)))
    .slice(0, CANDIDATES);
  return { ruling, candidates: open.map((hit) => candidateOf(hit, inForce)) };
}

/** The row of a list that a ruling rests on. */
export const itemOf = ({ ruling: { finding } }: Weighed): ItemRow | undefined =>
  finding.is === 'listed' ? finding.row : undefined;
