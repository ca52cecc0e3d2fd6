import { type CatalogueProvision, catalogueFor } from '../catalogue/catalogue.js';
import { type Citation, toCitation } from '../catalogue/citation.js';
import type { KnowledgeBase } from '../catalogue/knowledge-base.js';
import type { Region } from '../catalogue/regions.js';
import { type ItemRow, kindOf, type Row, rowId } from '../catalogue/rows.js';
import type { Answer } from '../decision/answer.js';
import type { Decider } from '../decision/decide.js';
import { enforces, goesBeyond } from './acts.js';
import type { Handed } from './extraction.js';
import { adopted, asAnswered, type Judgement, nearestOf, ofDemand, unlisted } from './judgement.js';
import { sharesTopic } from './kin.js';
import { isVague, type Worth, worthOf } from './settle.js';
import { type Advised, advised } from './suggestion.js';
import { topicalWordings, wordingsOf } from './wordings.js';
import type { Words } from './words.js';

export type { Judgement };

/** Says of each task that a notice hands down what the lists say of it, for one region and day. */
export interface Judge {
  of(task: Handed): Advised;
  /** The rules on means and money of the nearest level that has any. */
  meansRules(): Citation[];
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
const SHARING = 0.12;
const LISTED: ReadonlySet<string> = new Set(['autonomy', 'assist', 'negative']);
export function createJudge(
  decider: Pick<Decider, 'decide'>,
  kb: KnowledgeBase,
  region: Region | undefined,
  date: string,
  words: Words,
): Judge {
  const catalogue = catalogueFor(kb, region, date);
  const inForce = new Map<string, Row>(
    [...catalogue.items, ...catalogue.provisions].map((row) => [rowId(row), row]),
  );
  const known = new Map<string, Answer>();
  const decide = (text: string) => {
    const answer = known.get(text) ?? decider.decide({ text, role: 'worker', region: region?.name, date });
    known.set(text, answer);
    return answer;
  };
  const itemAt = (id: string | undefined): ItemRow | undefined => {
    const row = inForce.get(id ?? '');
    return row?.type === 'item' ? row : undefined;
  };

  const depths = new Map(catalogue.items.map((row) => [row.item.id, row.depth]));
  /** The nearest level first. */
  const depthOf = ({ item }: ItemRow) => depths.get(item.id) ?? 0;

  return {
    of(task) {
      const certificate = isCertificate(task);
      const { demand } = task;
      if (demand !== null && !(demand.demand.kind === 'seal' && certificate)) {
        const rows = demand.rows.map((id) => inForce.get(id));
        return advised(ofFiles(task) ?? ofDemand(rows, catalogue), false, demand.demand.name);
      }
      return advised(ofTask(task, certificate), certificate, null);
    },
    meansRules() {
      const means = new Set(words.lexicon.means);
      const rules = catalogue.provisions.filter(({ provision }) => means.has(provision.id));
      return [...new Set([...nearestOf(rules), ...rules.filter(isLaw).slice(-2)])].map(toCitation);
    },
  };

  /** 出具证明, 提供财产状况证明, 残疾状况证明由社区负责. */
  function isCertificate({ matter, capacity }: Handed): boolean {
    const named = capacity === 'responsible' && /证明$/u.test(matter);
    return named || words.certifying.find(matter) !== undefined || PROVIDED.test(matter);
  }

  function ofTask(task: Handed, certificate: boolean): Judgement {
    const answers: Answer[] = [];
    for (const [i, wording] of wordingsOf(task, certificate).entries()) {
      if (i > 0 && !certificate && isHopeless(answers[0] as Answer)) break;
      const answer = decide(wording);
      // Only the task's own words may bar it; a part or a variant of them may show that it is listed.
      if (i > 0 && !certificate && answer.verdict === 'negative') continue;
      if (worth(answer, task, certificate) === 'stands') return asAnswered(answer);
      answers.push(answer);
    }
    const [first] = answers as [Answer];
    const near = () => unlisted(catalogue, certificate, first);
    if (certificate) return adopt(answers, task, true) ?? near();
    const found =
      barred(first, task) ??
      adopt(answers, task, false) ??
      sharing(first, task) ??
      backedByTopic(first, task);
    if (found) return found;
    const informing = answers.find((answer) => worth(answer, task, false) === 'informs');
    if (informing) return asAnswered(informing);
    return (isVague(first, words) ? adoptByTopic(task) : null) ?? near();
  }

  /** Nothing comes near: a part of the same words won't come nearer. */
  function isHopeless({ candidates }: Answer): boolean {
    return (candidates[0]?.probability ?? 0) < NEAR;
  }

  /** As `worthOf`, but a row on helping is worth nothing to a task that goes beyond it. */
  function worth(answer: Answer, task: Handed, certificate: boolean): Worth {
    const value = worthOf(answer, certificate, words);
    if (certificate || task.capacity === 'assist' || (value !== 'stands' && value !== 'adoptable'))
      return value;
    const row = itemAt(value === 'stands' ? answer.item?.id : answer.candidates[0]?.id);
    const helps = row !== undefined && (kindOf(row) === 'assist' || kindOf(row) === 'autonomy');
    return helps && goesBeyond(task.matter, row, words) ? 'nothing' : value;
  }

  /** A task that enforces, where a row that bars such is on offer. */
  function barred({ candidates }: Answer, task: Handed): Judgement | null {
    if (!enforces(task.matter, task.capacity === 'assist', words)) return null;
    const rows = candidates
      .slice(0, OFFERED)
      .flatMap(({ id }) => itemAt(id) ?? [])
      .filter((item) => kindOf(item) === 'negative');
    const row = rows.sort((a, b) => depthOf(a) - depthOf(b))[0];
    return row === undefined ? null : adopted(row, candidates);
  }

  /** The row that was only offered, when it has the telling words. */
  function adopt(answers: readonly Answer[], task: Handed, certificate: boolean): Judgement | null {
    for (const answer of answers) {
      if (worth(answer, task, certificate) !== 'adoptable') continue;
      const row = itemAt(answer.candidates[0]?.id);
      if (row !== undefined && (answer === answers[0] || kindOf(row) !== 'negative'))
        return adopted(row, answer.candidates);
    }
    return null;
  }

  /** A row on offer that has the word which says what the task is about: 先行调解 and 调解民间纠纷. */
  function sharing({ candidates, verdict }: Answer, task: Handed): Judgement | null {
    if (LISTED.has(verdict)) return null;
    for (const { id, probability } of candidates.slice(0, OFFERED)) {
      const row = probability < SHARING ? undefined : itemAt(id);
      if (row === undefined || (kindOf(row) !== 'assist' && kindOf(row) !== 'autonomy')) continue;
      if (sharesTopic(task.matter, row, words) && !goesBeyond(task.matter, row, words))
        return adopted(row, candidates);
    }
    return null;
  }

  /** 宣传禁放规定 offers the row on fireworks, and with the title's 烟花爆竹 that row is the answer. */
  function backedByTopic(first: Answer, task: Handed): Judgement | null {
    const [offered] = first.candidates;
    const touched = task.topics.some((topic) => isTouched(topic, first));
    const answer = offered === undefined || !touched ? null : byTopic(task);
    if (offered === undefined || answer === null) return null;
    const among = (list: Answer['candidates'], id: string | undefined) =>
      list.slice(0, OFFERED).some((candidate) => candidate.id === id);
    if (among(first.candidates, answer.item?.id)) return { ...asAnswered(answer), band: 'confirm' };
    const row = itemAt(offered.id);
    const helps = row !== undefined && kindOf(row) !== 'negative' && !goesBeyond(task.matter, row, words);
    return helps && offered.probability >= BACKED && among(answer.candidates, offered.id)
      ? adopted(row, first.candidates)
      : null;
  }

  /** Whether a topic shares a telling word with a row that the task's own words offer; without one it isn't asked about. */
  function isTouched(topic: string, { candidates }: Answer): boolean {
    const rows = candidates.slice(0, OFFERED).flatMap(({ id }) => itemAt(id) ?? []);
    const names = rows.map(({ item }) => `${item.name}${item.summary}`).join('\n');
    for (let at = 0; at + 2 <= topic.length; at++) {
      const pair = topic.slice(at, at + 2);
      if (!words.plainWords.has(pair) && names.includes(pair)) return true;
    }
    return false;
  }

  /** A phrase that doesn't name what it is about is asked once more with the words of its heading. */
  function adoptByTopic(task: Handed): Judgement | null {
    const answer = byTopic(task);
    return answer === null ? null : { ...asAnswered(answer), band: 'confirm' };
  }

  function byTopic(task: Handed): Answer | null {
    for (const wording of topicalWordings(task)) {
      const answer = decide(wording);
      const listed = answer.verdict === 'assist' || answer.verdict === 'autonomy';
      if (listed && worth(answer, task, false) === 'stands') return answer;
    }
    return null;
  }

  /** 建立困境儿童信息档案 is what a law says, not a paper for its own sake. */
  function ofFiles(task: Handed): Judgement | null {
    if (task.demand?.demand.kind !== 'ledger' || !FILES.test(task.matter)) return null;
    for (const wording of wordingsOf(task, false)) {
      const answer = decide(wording);
      const row = itemAt(answer.item?.id);
      if (row === undefined || !FILES.test(`${row.item.name}${row.item.summary}`)) continue;
      if (worthOf(answer, false, words) === 'stands') return asAnswered(answer);
    }
    return null;
  }
}
