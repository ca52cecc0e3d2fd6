import type { CatalogueProvision } from '#catalogue/catalogue.js';
import { kindOf, type Row } from '#catalogue/rows.js';
import { type Assignment, DEMAND_KINDS, type DemandKind, type TaskSort } from '#language/index.js';
import { type Bench, type BenchParts, createBench, itemOf, type Weighed } from './bench.js';
import type { Formalities } from './formalities.js';
import { isListed, type ListedSort, sortsOf } from './fusion.js';
import { adopted, asRuled, type Judgement, nearestOf, notListed, ofFormality } from './judgement.js';
import { judgedAsTold, type Told } from './told.js';

/** What a task is, beside what the lists say of it. */
export interface Judged extends Judgement {
  /** It is a paper to be issued. */
  paper: boolean;
  /** The sort of formality that was decided on; null where the task was. */
  formality: DemandKind | null;
  /** The rulings that were looked at, in order. */
  trail: readonly Weighed[];
}

/** Says of each task that a notice hands down what the lists say of it, for one region and day; asks nobody back. */
export interface Judge {
  of(task: Assignment): Judged;
  /** A task by a person's word. @throws QingdanError QD-INPUT for a row that isn't in force */
  told(task: Assignment, told: Told): Judged;
  /** The rules on means and money of the nearest level that has any. */
  meansRules(): Row[];
}

export interface JudgeParts extends BenchParts {
  formalities: Formalities;
}

/** 提供财产状况证明. */
const PROVIDED = /提供[^,]{0,16}证明(?!材料)|(?:^|社区|村)开[^,]{1,16}证明/u;
/** The two laws on committees ask for money in the whole country, whatever a region adds. */
const isLaw = ({ document }: CatalogueProvision) => document.type === 'law';
const isFormal = (sort: TaskSort): sort is DemandKind => (DEMAND_KINDS as readonly string[]).includes(sort);

export function createJudge({ formalities, ...parts }: JudgeParts): Judge {
  const bench = createBench(parts);
  const { catalogue } = parts.situation;

  function ofSort(
    sort: TaskSort,
    task: Assignment,
    answer: Weighed | null,
    paper: boolean,
  ): Judgement | null {
    if (isListed(sort)) {
      const unasked = isCertifying(sort) && certifyingShare(task) < LEAST_CERTIFYING;
      return answer === null || unasked ? null : byRow(sort, answer, bench);
    }
    if (!isFormal(sort)) return notListed(catalogue, paper, answer?.candidates ?? []);
    const { rows, special } = formalities.formalities[sort];
    const named = task.demand === sort ? special?.[task.special ?? ''] : undefined;
    const held = (named ?? rows).map((id) => bench.rowAt(id));
    return held.some((row) => row !== undefined) ? ofFormality(held, catalogue) : null;
  }

  const judge: Judge = {
    of(task) {
      const formal = surelyFormal(task);
      const known = formal === null ? null : ofSort(formal, task, null, false);
      if (known !== null) return { ...known, paper: false, formality: formal, trail: [] };
      const paper = isPaper(task, parts);
      const answer = bench.rule(task, paper);
      for (const sort of sortsOf(task, answer)) {
        const made = ofSort(sort, task, answer, paper);
        if (made !== null)
          return { ...made, paper, formality: isFormal(sort) ? sort : null, trail: [answer] };
      }
      return { ...notListed(catalogue, paper, answer.candidates), paper, formality: null, trail: [answer] };
    },
    told(task, told) {
      if (told.is === 'task') return judge.of(task);
      return { ...judgedAsTold(told, { bench, catalogue, formalities }), trail: [] };
    },
    meansRules() {
      const means = new Set(formalities.means);
      const rules = catalogue.provisions.filter(({ provision }) => means.has(provision.id));
      return [...new Set([...nearestOf(rules), ...rules.filter(isLaw).slice(-2)])];
    },
  };
  return judge;
}

/** Share above which work of the form that the words name as well isn't looked for in the lists. */
const SURE = 0.8;

/** The sort of formality that a task surely is; null where the lists have to be asked. */
function surelyFormal({ demand, shares }: Assignment): DemandKind | null {
  return demand !== null && shares[demand] >= SURE ? demand : null;
}

/** What the ruling rests on where it says the same, else the first row on offer of that kind; null where none is. */
function byRow(sort: ListedSort, answer: Weighed, bench: Bench): Judgement | null {
  if (answer.ruling.verdict === sort && itemOf(answer) !== undefined) return asRuled(answer);
  const offered = answer.candidates.find(({ kind }) => kind === sort);
  const row = bench.itemAt(offered?.id);
  return row === undefined || kindOf(row) !== sort ? null : adopted(row, answer.candidates);
}

/** 出具证明, 提供财产状况证明, 残疾状况证明由社区负责. */
function isPaper(task: Assignment, { language: { words } }: BenchParts): boolean {
  const { matter } = task;
  if (certifyingShare(task) < LEAST_CERTIFYING) return false;
  return /证明$/u.test(matter) || words.certifying.find(matter) !== undefined || PROVIDED.test(matter);
}

const isCertifying = (sort: ListedSort) => sort === 'may-certify' || sort === 'must-not-certify';
const certifyingShare = ({ shares }: Assignment) => shares['may-certify'] + shares['must-not-certify'];

/** Below this share of the two sorts of papers, a word like 证明 in a task is taken for something else's. */
const LEAST_CERTIFYING = 0.1;
