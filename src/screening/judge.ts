import {
  type Catalogue,
  type CatalogueProvision,
  catalogueFor,
  defaultRules,
} from '../catalogue/catalogue.js';
import { type Citation, toCitation } from '../catalogue/citation.js';
import type { KnowledgeBase } from '../catalogue/knowledge-base.js';
import type { Region } from '../catalogue/regions.js';
import { type ItemRow, kindOf, type Row, rowId } from '../catalogue/rows.js';
import type { Answer, AnswerItem, Verdict } from '../decision/answer.js';
import type { Decider } from '../decision/decide.js';
import type { Handed } from './extraction.js';
import type { ScreenedTask } from './screening.js';
import { isVague, worthOf } from './settle.js';
import { suggestionFor } from './suggestion.js';
import { topicalWordings, wordingsOf } from './wordings.js';
import type { Words } from './words.js';

/** The part of a screened task that is judged, not found. */
export type Judgement = Pick<
  ScreenedTask,
  'verdict' | 'band' | 'item' | 'citations' | 'suggestion' | 'candidates'
>;

/** Says of each task that a notice hands down what the lists say of it, for one region and day. */
export interface Judge {
  of(task: Handed): Judgement;
  /** The rules on means and money of the nearest level that has any. */
  meansRules(): Citation[];
}

const CITED_OF_DEMAND = 2;
const NAMED_NEAR = 3;

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

  return {
    of(task) {
      const certificate = words.certifying.find(task.matter) !== undefined;
      const { demand } = task;
      if (demand !== null && !(demand.demand.kind === 'seal' && certificate)) {
        return ofDemand(
          demand.demand.name,
          demand.rows.map((id) => inForce.get(id)),
          catalogue,
        );
      }
      return ofTask(task, certificate);
    },
    meansRules() {
      const rules = defaultRules(catalogue, 'unlisted-task');
      return nearestOf(rules.filter(({ provision }) => provision.summary.includes('经费'))).map(toCitation);
    },
  };

  function ofTask(task: Handed, certificate: boolean): Judgement {
    const answers: Answer[] = [];
    for (const [i, wording] of wordingsOf(task, certificate).entries()) {
      const answer = decide(wording);
      // Only the task's own words may bar it; a part or a variant of them may show that it is listed.
      if (i > 0 && !certificate && answer.verdict === 'negative') continue;
      if (worthOf(answer, certificate, words) === 'stands') return asAnswered(answer);
      answers.push(answer);
    }
    const adopted = adopt(answers, certificate);
    if (adopted) return adopted;
    const informing = answers.find((answer) => worthOf(answer, certificate, words) === 'informs');
    if (informing) return asAnswered(informing);
    const [first] = answers as [Answer];
    const byTopic = certificate || !isVague(first, words) ? null : adoptByTopic(task);
    if (byTopic) return byTopic;
    return unlisted(catalogue, certificate, first.candidates.map(({ name }) => name).slice(0, NAMED_NEAR));
  }

  /** The row that was only offered, when it has the telling words. */
  function adopt(answers: readonly Answer[], certificate: boolean): Judgement | null {
    for (const answer of answers) {
      if (worthOf(answer, certificate, words) !== 'adoptable') continue;
      const row = inForce.get(answer.candidates[0]?.id ?? '');
      if (row?.type === 'item' && (answer === answers[0] || kindOf(row) !== 'negative'))
        return adopted(row, answer);
    }
    return null;
  }

  /** A phrase that doesn't name what it is about is asked once more with the words of its heading. */
  function adoptByTopic(task: Handed): Judgement | null {
    for (const wording of topicalWordings(task)) {
      const answer = decide(wording);
      if (
        worthOf(answer, false, words) === 'stands' &&
        (answer.verdict === 'assist' || answer.verdict === 'autonomy')
      ) {
        return { ...asAnswered(answer), band: 'confirm' };
      }
    }
    return null;
  }
}

function asAnswered({ verdict, band, item, citations, candidates }: Answer): Judgement {
  const named = candidates.map(({ name }) => name).slice(0, NAMED_NEAR);
  return {
    verdict,
    band,
    item,
    citations,
    candidates: named,
    suggestion: suggestionFor(verdict, band, citations, null, named),
  };
}

function adopted(row: ItemRow, { candidates }: Answer): Judgement {
  const verdict = kindOf(row) as Verdict;
  const citations = [toCitation(row)];
  const named = candidates.map(({ name }) => name).slice(0, NAMED_NEAR);
  return {
    verdict,
    band: 'confirm',
    item: itemOf(row),
    citations,
    candidates: named,
    suggestion: suggestionFor(verdict, 'confirm', citations, null, named),
  };
}

/** The rules of the nearest level, at most two: the laws on residents' and on villagers' committees say it each. */
function nearestOf(rules: readonly CatalogueProvision[]): CatalogueProvision[] {
  return rules.filter(({ depth }) => depth === rules[0]?.depth).slice(0, 2);
}

/** 清单未列, with the default rule of the nearest region; `near` are the rows to look at by hand. */
function unlisted(
  catalogue: Catalogue,
  certificate: boolean,
  near: readonly string[],
  demand: string | null = null,
): Judgement {
  const rules = defaultRules(catalogue, certificate ? 'unlisted-certificate' : 'unlisted-task');
  const citations = nearestOf(rules).map(toCitation);
  const band = near.length > 0 ? 'confirm' : 'abstain';
  return {
    verdict: 'not-listed',
    band,
    item: null,
    citations,
    candidates: [...near],
    suggestion: suggestionFor('not-listed', band, citations, demand, near),
  };
}

/** 台账, 考核…: the rows of the lexicon that are in force, the first of them deciding. */
function ofDemand(name: string, rows: readonly (Row | undefined)[], catalogue: Catalogue): Judgement {
  const held = rows.filter((row) => row !== undefined).slice(0, CITED_OF_DEMAND);
  const first = held[0];
  if (first === undefined) return unlisted(catalogue, false, [], name);
  const citations = held.map(toCitation);
  const item = first.type === 'item' ? itemOf(first) : null;
  const verdict = item?.kind === 'negative' ? 'negative' : 'information';
  const suggestion = suggestionFor(verdict, 'answer', citations, name, []);
  return { verdict, band: 'answer', item, citations, candidates: [], suggestion };
}

function itemOf(row: ItemRow): AnswerItem {
  const { item, list, document } = row;
  return { id: item.id, name: item.name, list: list.id, kind: kindOf(row), documentId: document.id };
}
