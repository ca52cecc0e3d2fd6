import { type ItemRow, kindOf, type Row, rowId } from '#catalogue/rows.js';
import type { Assignment, Language, Words } from '#language/index.js';
import type { Case } from '../case.js';
import type { Ruler } from '../ruler.js';
import type { Situation } from '../ruling.js';
import { goesBeyond } from './acts.js';
import { type TaskCases, taskCases } from './task-case.js';
import { type Weighed, type Worth, weighed, worthOf } from './weighing.js';

/** What a task of a notice is judged with: the rulings on its cases, each made once, and the rows in force. */
export interface Bench {
  readonly words: Words;
  readonly cases: TaskCases;
  rule(one: Case): Weighed;
  /** The row in force with this id. */
  rowAt(id: string): Row | undefined;
  itemAt(id: string | undefined): ItemRow | undefined;
  /** Levels between the place asked about and a row. */
  depthOf(row: ItemRow): number;
  /** As `worthOf`, but a row on helping is worth nothing to a task that goes beyond it. */
  worth(answer: Weighed, task: Assignment, paper: boolean): Worth;
}

export interface BenchParts {
  ruler: Pick<Ruler, 'ruleOn'>;
  language: Pick<Language, 'tokenize' | 'words'>;
  situation: Situation;
}

export function createBench({ ruler, language, situation }: BenchParts): Bench {
  const { words } = language;
  const { catalogue, inForce } = situation;
  const rows = new Map<string, Row>(
    [...catalogue.items, ...catalogue.provisions].map((row) => [rowId(row), row]),
  );
  const depths = new Map(catalogue.items.map((row) => [row.item.id, row.depth]));
  const known = new Map<string, Weighed>();
  const itemAt = (id: string | undefined): ItemRow | undefined => {
    const row = rows.get(id ?? '');
    return row?.type === 'item' ? row : undefined;
  };
  return {
    words,
    cases: taskCases(language),
    itemAt,
    rowAt: (id) => rows.get(id),
    depthOf: ({ item }) => depths.get(item.id) ?? 0,
    rule(one) {
      const read = one.clauses.map(({ frame }) => `${frame.clause} ${[...frame.cues]}`);
      const key = `${one.sort} ${one.capacity} ${read}`;
      const made = known.get(key) ?? weighed(ruler.ruleOn(one, situation), inForce);
      known.set(key, made);
      return made;
    },
    worth(answer, task, paper) {
      const value = worthOf(answer, paper, words);
      const counts = value === 'stands' || value === 'adoptable';
      if (paper || task.capacity === 'assist' || !counts) return value;
      const row = value === 'stands' ? itemOf(answer) : itemAt(answer.candidates[0]?.id);
      const helps = row !== undefined && (kindOf(row) === 'assist' || kindOf(row) === 'autonomy');
      return helps && goesBeyond(task.matter, row, words) ? 'nothing' : value;
    },
  };
}

/** The row of a list that a ruling rests on. */
export const itemOf = ({ ruling: { finding } }: Weighed): ItemRow | undefined =>
  finding.is === 'listed' ? finding.row : undefined;
