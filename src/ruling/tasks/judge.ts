import type { CatalogueProvision } from '#catalogue/catalogue.js';
import type { Row } from '#catalogue/rows.js';
import type { Assignment, DemandKind } from '#language/index.js';
import { adopt, adoptByTopic, backedByTopic, barred, sharing } from './adoption.js';
import { type Bench, type BenchParts, createBench, itemOf } from './bench.js';
import type { Formalities } from './formalities.js';
import { asRuled, type Judgement, nearestOf, notListed, ofFormality } from './judgement.js';
import { isVague, type Weighed, worthOf } from './weighing.js';

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
  /** The rules on means and money of the nearest level that has any. */
  meansRules(): Row[];
}

export interface JudgeParts extends BenchParts {
  formalities: Formalities;
}

/** Probability below which no row is near; chosen so that no verdict of the marked notices changes. */
const NEAR = 0.15;
/** 提供财产状况证明. */
const PROVIDED = /提供[^,]{0,16}证明(?!材料)|(?:^|社区|村)开[^,]{1,16}证明/u;
/** The two laws on committees ask for money in the whole country, whatever a region adds. */
const isLaw = ({ document }: CatalogueProvision) => document.type === 'law';
/** Papers that a law tells the committee to keep (儿童档案) are no mere ledger. */
const FILES = /档案|建档/u;

export function createJudge({ formalities, ...parts }: JudgeParts): Judge {
  const bench = createBench(parts);
  const { catalogue } = parts.situation;
  return {
    of(task) {
      const trail: Weighed[] = [];
      const paper = isPaper(task, bench);
      const { formality } = task;
      if (formality === null || (formality.kind === 'seal' && paper))
        return { ...ofTask(task, paper, parts, bench, trail), paper, formality: null, trail };
      const { rows, special } = formalities.formalities[formality.kind];
      const held = (special?.[formality.special ?? ''] ?? rows).map((id) => bench.rowAt(id));
      const made = ofFiles(task, bench, trail) ?? ofFormality(held, catalogue);
      return { ...made, paper: false, formality: formality.kind, trail };
    },
    meansRules() {
      const means = new Set(formalities.means);
      const rules = catalogue.provisions.filter(({ provision }) => means.has(provision.id));
      return [...new Set([...nearestOf(rules), ...rules.filter(isLaw).slice(-2)])];
    },
  };
}

/** 出具证明, 提供财产状况证明, 残疾状况证明由社区负责. */
function isPaper({ matter, capacity }: Assignment, { words }: Bench): boolean {
  const named = capacity === 'responsible' && /证明$/u.test(matter);
  return named || words.certifying.find(matter) !== undefined || PROVIDED.test(matter);
}

function ofTask(
  task: Assignment,
  paper: boolean,
  { situation: { catalogue } }: BenchParts,
  bench: Bench,
  trail: Weighed[],
): Judgement {
  const answers: Weighed[] = [];
  for (const [i, one] of bench.cases.of(task, paper).entries()) {
    if (i > 0 && !paper && isHopeless(answers[0] as Weighed)) break;
    const answer = bench.rule(one);
    trail.push(answer);
    // Only the task's own words may bar it; a part or a variant of them may show that it is listed.
    if (i > 0 && !paper && answer.ruling.verdict === 'negative') continue;
    if (bench.worth(answer, task, paper) === 'stands') return asRuled(answer);
    answers.push(answer);
  }
  const [first] = answers as [Weighed];
  const near = () => notListed(catalogue, paper, first.candidates);
  if (paper) return adopt(bench, answers, task, true) ?? near();
  const found =
    barred(bench, first, task) ??
    adopt(bench, answers, task, false) ??
    sharing(bench, first, task) ??
    backedByTopic(bench, first, task);
  if (found) return found;
  const informing = answers.find((answer) => bench.worth(answer, task, false) === 'informs');
  if (informing) return asRuled(informing);
  return (isVague(first, bench.words) ? adoptByTopic(bench, task) : null) ?? near();
}

/** Nothing comes near: a part of the same words won't come nearer. */
function isHopeless({ candidates }: Weighed): boolean {
  return (candidates[0]?.probability ?? 0) < NEAR;
}

/** 建立困境儿童信息档案 is what a law says, not a paper for its own sake. */
function ofFiles(task: Assignment, bench: Bench, trail: Weighed[]): Judgement | null {
  if (task.formality?.kind !== 'ledger' || !FILES.test(task.matter)) return null;
  for (const one of bench.cases.of(task, false)) {
    const answer = bench.rule(one);
    trail.push(answer);
    const row = itemOf(answer);
    if (row === undefined || !FILES.test(`${row.item.name}${row.item.summary}`)) continue;
    if (worthOf(answer, false, bench.words) === 'stands') return asRuled(answer);
  }
  return null;
}
