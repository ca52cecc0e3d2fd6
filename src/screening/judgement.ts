import { type Catalogue, type CatalogueProvision, defaultRules } from '../catalogue/catalogue.js';
import { toCitation } from '../catalogue/citation.js';
import { type ItemRow, kindOf, type Row } from '../catalogue/rows.js';
import type { Answer, AnswerItem, Verdict } from '../decision/answer.js';
import type { ScreenedTask } from './screening.js';

/** The part of a screened task that is judged, not found. */
export type Judgement = Pick<ScreenedTask, 'verdict' | 'band' | 'item' | 'citations' | 'candidates'>;

const CITED_OF_DEMAND = 2;
const NAMED_NEAR = 3;
/** A row less probable than this isn't worth a reader's look. */
const LEAST_NEAR = 0.2;
const isPaper = (kind: Answer['candidates'][number]['kind']) => /certify$/u.test(kind);

/** As the decider answered. */
export function asAnswered({ verdict, band, item, citations, candidates }: Answer): Judgement {
  const named = candidates.map(({ name }) => name).slice(0, NAMED_NEAR);
  return {
    verdict,
    band,
    item,
    citations,
    candidates: named,
  };
}

/** By a row that was only offered. */
export function adopted(row: ItemRow, candidates: Answer['candidates']): Judgement {
  const verdict = kindOf(row) as Verdict;
  const citations = [toCitation(row)];
  const named = candidates.map(({ name }) => name).slice(0, NAMED_NEAR);
  return {
    verdict,
    band: 'confirm',
    item: itemOf(row),
    citations,
    candidates: named,
  };
}

/** The rules of the nearest level, at most two: the laws on residents' and on villagers' committees say it each. */
export function nearestOf(rules: readonly CatalogueProvision[]): CatalogueProvision[] {
  return rules.filter(({ depth }) => depth === rules[0]?.depth).slice(0, 2);
}

/** 清单未列, with the default rule of the nearest region; `near` are the rows to look at by hand. */
export function unlisted(
  catalogue: Catalogue,
  certificate: boolean,
  answer: Pick<Answer, 'candidates'>,
): Judgement {
  const near = answer.candidates
    .filter(({ kind, probability }) => isPaper(kind) === certificate && probability >= LEAST_NEAR)
    .map(({ name }) => name)
    .slice(0, NAMED_NEAR);
  const rules = defaultRules(catalogue, certificate ? 'unlisted-certificate' : 'unlisted-task');
  const citations = nearestOf(rules).map(toCitation);
  const band = near.length > 0 ? 'confirm' : 'abstain';
  return {
    verdict: 'not-listed',
    band,
    item: null,
    citations,
    candidates: near,
  };
}

/** 台账, 考核…: the rows of the lexicon that are in force, the first of them deciding. */
export function ofDemand(rows: readonly (Row | undefined)[], catalogue: Catalogue): Judgement {
  const held = rows.filter((row) => row !== undefined).slice(0, CITED_OF_DEMAND);
  const first = held[0];
  if (first === undefined) return unlisted(catalogue, false, { candidates: [] });
  const citations = held.map(toCitation);
  const item = first.type === 'item' ? itemOf(first) : null;
  const verdict = item?.kind === 'negative' ? 'negative' : 'information';
  return { verdict, band: 'answer', item, citations, candidates: [] };
}

function itemOf(row: ItemRow): AnswerItem {
  const { item, list, document } = row;
  return { id: item.id, name: item.name, list: list.id, kind: kindOf(row), documentId: document.id };
}
