import type { CatalogueProvision } from '../../catalogue/catalogue.js';
import { type ItemRow, kindOf, type Row, rowId } from '../../catalogue/rows.js';
import type { Assignment, DemandKind, Language } from '../../language/index.js';
import type { Case } from '../case.js';
import type { Ruler } from '../ruler.js';
import type { Situation } from '../ruling.js';
import { enforces, goesBeyond } from './acts.js';
import type { Formalities } from './formalities.js';
import { adopted, asRuled, type Judgement, nearestOf, notListed, ofFormality } from './judgement.js';
import { sharesTopic } from './shared-topic.js';
import { type TaskCases, taskCases } from './task-case.js';
import { isVague, type Weighed, type Worth, weighed, worthOf } from './weighing.js';

/** What a task is, beside what the lists say of it. */
export interface Judged extends Judgement {
  /** It is a paper to be issued. */
  paper: boolean;
  /** The sort of formality that was decided on; null where the task was. */
  formality: DemandKind | null;
}

/** Says of each task that a notice hands down what the lists say of it, for one region and day; asks nobody back. */
export interface Judge {
  of(task: Assignment): Judged;
  /** The rules on means and money of the nearest level that has any. */
  meansRules(): Row[];
}

/** Probability that a row on offer needs when the title only names it among others. */
const BACKED = 0.3;
/** Probability below which no row is near; chosen so that no verdict of the marked notices changes. */
const NEAR = 0.15;
/** So many of the rows on offer are looked at. */
const OFFERED = 3;
/** 提供财产状况证明. */
const PROVIDED = /提供[^,]{0,16}证明(?!材料)|(?:^|社区|村)开[^,]{1,16}证明/u;
/** The two laws on committees ask for money in the whole country, whatever a region adds. */
const isLaw = ({ document }: CatalogueProvision) => document.type === 'law';
/** Papers that a law tells the committee to keep (儿童档案) are no mere ledger. */
const FILES = /档案|建档/u;

/** Probability a row needs when it shares the word that tells what a task is about. */
const SHARING = 0.08;
const LISTED: ReadonlySet<string> = new Set(['autonomy', 'assist', 'negative']);
export interface JudgeParts {
  ruler: Pick<Ruler, 'ruleOn'>;
  language: Pick<Language, 'tokenize' | 'words'>;
  situation: Situation;
  formalities: Formalities;
}

export function createJudge({ ruler, language, situation, formalities }: JudgeParts): Judge {
  const { words } = language;
  const { catalogue, inForce } = situation;
  const cases: TaskCases = taskCases(language);
  const rows = new Map<string, Row>(
    [...catalogue.items, ...catalogue.provisions].map((row) => [rowId(row), row]),
  );
  const known = new Map<string, Weighed>();
  const rule = (one: Case): Weighed => {
    const key = `${one.sort} ${one.capacity} ${one.clauses.map(({ frame }) => `${frame.clause} ${[...frame.cues]}`)}`;
    const made = known.get(key) ?? weighed(ruler.ruleOn(one, situation), inForce);
    known.set(key, made);
    return made;
  };
  const itemAt = (id: string | undefined): ItemRow | undefined => {
    const row = rows.get(id ?? '');
    return row?.type === 'item' ? row : undefined;
  };
  const itemOf = ({ ruling: { finding } }: Weighed): ItemRow | undefined =>
    finding.is === 'listed' ? finding.row : undefined;

  const depths = new Map(catalogue.items.map((row) => [row.item.id, row.depth]));
  /** The nearest level first. */
  const depthOf = ({ item }: ItemRow) => depths.get(item.id) ?? 0;

  return {
    of(task) {
      const paper = isPaper(task);
      const { formality } = task;
      if (formality !== null && !(formality.kind === 'seal' && paper)) {
        const { rows: general, special } = formalities.formalities[formality.kind];
        const ids = special?.[formality.special ?? ''] ?? general;
        const made =
          ofFiles(task) ??
          ofFormality(
            ids.map((id) => rows.get(id)),
            catalogue,
          );
        return { ...made, paper: false, formality: formality.kind };
      }
      return { ...ofTask(task, paper), paper, formality: null };
    },
    meansRules() {
      const means = new Set(formalities.means);
      const rules = catalogue.provisions.filter(({ provision }) => means.has(provision.id));
      return [...new Set([...nearestOf(rules), ...rules.filter(isLaw).slice(-2)])];
    },
  };

  /** 出具证明, 提供财产状况证明, 残疾状况证明由社区负责. */
  function isPaper({ matter, capacity }: Assignment): boolean {
    const named = capacity === 'responsible' && /证明$/u.test(matter);
    return named || words.certifying.find(matter) !== undefined || PROVIDED.test(matter);
  }

  function ofTask(task: Assignment, paper: boolean): Judgement {
    const answers: Weighed[] = [];
    for (const [i, one] of cases.of(task, paper).entries()) {
      if (i > 0 && !paper && isHopeless(answers[0] as Weighed)) break;
      const answer = rule(one);
      // Only the task's own words may bar it; a part or a variant of them may show that it is listed.
      if (i > 0 && !paper && answer.ruling.verdict === 'negative') continue;
      if (worth(answer, task, paper) === 'stands') return asRuled(answer);
      answers.push(answer);
    }
    const [first] = answers as [Weighed];
    const near = () => notListed(catalogue, paper, first.candidates);
    if (paper) return adopt(answers, task, true) ?? near();
    const found =
      barred(first, task) ??
      adopt(answers, task, false) ??
      sharing(first, task) ??
      backedByTopic(first, task);
    if (found) return found;
    const informing = answers.find((answer) => worth(answer, task, false) === 'informs');
    if (informing) return asRuled(informing);
    return (isVague(first, words) ? adoptByTopic(task) : null) ?? near();
  }

  /** Nothing comes near: a part of the same words won't come nearer. */
  function isHopeless({ candidates }: Weighed): boolean {
    return (candidates[0]?.probability ?? 0) < NEAR;
  }

  /** As `worthOf`, but a row on helping is worth nothing to a task that goes beyond it. */
  function worth(answer: Weighed, task: Assignment, paper: boolean): Worth {
    const value = worthOf(answer, paper, words);
    if (paper || task.capacity === 'assist' || (value !== 'stands' && value !== 'adoptable')) return value;
    const row = value === 'stands' ? itemOf(answer) : itemAt(answer.candidates[0]?.id);
    const helps = row !== undefined && (kindOf(row) === 'assist' || kindOf(row) === 'autonomy');
    return helps && goesBeyond(task.matter, row, words) ? 'nothing' : value;
  }

  /** A task that enforces, where a row that bars such is on offer. */
  function barred({ candidates }: Weighed, task: Assignment): Judgement | null {
    if (!enforces(task.matter, task.capacity === 'assist', words)) return null;
    const rows = candidates
      .slice(0, OFFERED)
      .flatMap(({ id }) => itemAt(id) ?? [])
      .filter((item) => kindOf(item) === 'negative');
    const row = rows.sort((a, b) => depthOf(a) - depthOf(b))[0];
    return row === undefined ? null : adopted(row, candidates);
  }

  /** The row that was only offered, when it has the telling words. */
  function adopt(answers: readonly Weighed[], task: Assignment, paper: boolean): Judgement | null {
    for (const answer of answers) {
      if (worth(answer, task, paper) !== 'adoptable') continue;
      const row = itemAt(answer.candidates[0]?.id);
      if (row !== undefined && (answer === answers[0] || kindOf(row) !== 'negative'))
        return adopted(row, answer.candidates);
    }
    return null;
  }

  /** A row on offer that has the word which says what the task is about: 先行调解 and 调解民间纠纷. */
  function sharing({ candidates, ruling }: Weighed, task: Assignment): Judgement | null {
    if (LISTED.has(ruling.verdict)) return null;
    for (const { id, probability } of candidates.slice(0, OFFERED)) {
      const row = probability < SHARING ? undefined : itemAt(id);
      if (row === undefined || (kindOf(row) !== 'assist' && kindOf(row) !== 'autonomy')) continue;
      if (sharesTopic(task.matter, row, words) && !goesBeyond(task.matter, row, words))
        return adopted(row, candidates);
    }
    return null;
  }

  /** 宣传禁放规定 offers the row on fireworks, and with the title's 烟花爆竹 that row is the answer. */
  function backedByTopic(first: Weighed, task: Assignment): Judgement | null {
    const [offered] = first.candidates;
    const touched = task.topics.some((topic) => isTouched(topic, first));
    const answer = offered === undefined || !touched ? null : byTopic(task);
    if (offered === undefined || answer === null) return null;
    const among = (list: Weighed['candidates'], id: string | undefined) =>
      list.slice(0, OFFERED).some((candidate) => candidate.id === id);
    if (among(first.candidates, itemOf(answer)?.item.id)) return { ...asRuled(answer), band: 'confirm' };
    const row = itemAt(offered.id);
    const helps = row !== undefined && kindOf(row) !== 'negative' && !goesBeyond(task.matter, row, words);
    return helps && offered.probability >= BACKED && among(answer.candidates, offered.id)
      ? adopted(row, first.candidates)
      : null;
  }

  /** Whether a topic shares a telling word with a row that the task's own words offer; without one it isn't asked about. */
  function isTouched(topic: string, { candidates }: Weighed): boolean {
    const rows = candidates.slice(0, OFFERED).flatMap(({ id }) => itemAt(id) ?? []);
    const names = rows.map(({ item }) => `${item.name}${item.summary}`).join('\n');
    for (let at = 0; at + 2 <= topic.length; at++) {
      const pair = topic.slice(at, at + 2);
      if (!words.plainWords.has(pair) && names.includes(pair)) return true;
    }
    return false;
  }

  /** A phrase that doesn't name what it is about is asked once more with the words of its heading. */
  function adoptByTopic(task: Assignment): Judgement | null {
    const answer = byTopic(task);
    return answer === null ? null : { ...asRuled(answer), band: 'confirm' };
  }

  function byTopic(task: Assignment): Weighed | null {
    for (const one of cases.byTopic(task)) {
      const answer = rule(one);
      const { verdict } = answer.ruling;
      const listed = verdict === 'assist' || verdict === 'autonomy';
      if (listed && worth(answer, task, false) === 'stands') return answer;
    }
    return null;
  }

  /** 建立困境儿童信息档案 is what a law says, not a paper for its own sake. */
  function ofFiles(task: Assignment): Judgement | null {
    if (task.formality?.kind !== 'ledger' || !FILES.test(task.matter)) return null;
    for (const one of cases.of(task, false)) {
      const answer = rule(one);
      const row = itemOf(answer);
      if (row === undefined || !FILES.test(`${row.item.name}${row.item.summary}`)) continue;
      if (worthOf(answer, false, words) === 'stands') return asRuled(answer);
    }
    return null;
  }
}
