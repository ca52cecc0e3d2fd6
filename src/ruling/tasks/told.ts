import type { Catalogue } from '#catalogue/catalogue.js';
import { kindOf, type Row } from '#catalogue/rows.js';
import { QingdanError, shown } from '#errors.js';
import type { DemandKind } from '#language/index.js';
import type { Verdict } from '../verdict.js';
import type { Bench } from './bench.js';
import type { Formalities } from './formalities.js';
import { type Judgement, notListed, ofFormality } from './judgement.js';

/**
 * What a person says of a task: the row of a list that it falls under, work of the form, on no list; or only that it is a
 * task, which is then judged like any other.
 */
export type Told =
  | { readonly is: 'row'; readonly id: string }
  | { readonly is: 'formality'; readonly sort: DemandKind }
  | { readonly is: 'unlisted'; readonly paper: boolean }
  | { readonly is: 'task' };

/** A verdict by a person's word, with the rows that it rests on. */
export interface ToldJudgement extends Judgement {
  paper: boolean;
  formality: DemandKind | null;
}

interface Parts {
  bench: Bench;
  catalogue: Catalogue;
  formalities: Formalities;
}

/** @throws QingdanError QD-INPUT for a row that isn't in force there and then */
export function judgedAsTold(
  told: Exclude<Told, { is: 'task' }>,
  { bench, catalogue, formalities }: Parts,
): ToldJudgement {
  switch (told.is) {
    case 'row': {
      const row = bench.itemAt(told.id);
      if (row === undefined) {
        throw new QingdanError('QD-INPUT', `「${shown(told.id)}」不是这里、这一天有效的清单条目，请另选一项`);
      }
      const verdict = kindOf(row) as Verdict;
      return {
        ...sure({ verdict, item: row, rows: [row] }),
        paper: /certify$/u.test(verdict),
        formality: null,
      };
    }
    case 'formality': {
      const rows = formalities.formalities[told.sort].rows.map((id) => bench.rowAt(id));
      const held = rows.some((row) => row !== undefined);
      const made = held ? ofFormality(rows, catalogue) : notListed(catalogue, false, []);
      return { ...sure(made), paper: false, formality: told.sort };
    }
    case 'unlisted':
      return { ...sure(notListed(catalogue, told.paper, [])), paper: told.paper, formality: null };
  }
}

/** A person has looked: nothing is left to be checked. */
const sure = ({
  verdict,
  item,
  rows,
}: Pick<Judgement, 'verdict' | 'item'> & { rows: readonly Row[] }): Judgement => ({
  verdict,
  band: 'answer',
  item,
  rows,
  near: [],
});
