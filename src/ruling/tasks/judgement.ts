import { type Catalogue, type CatalogueProvision, defaultRules } from '#catalogue/catalogue.js';
import { type ItemRow, kindOf, type Row } from '#catalogue/rows.js';
import type { Candidate } from '../candidate.js';
import type { Band, Verdict } from '../verdict.js';
import type { Weighed } from './bench.js';

/** What a task of a notice comes to. */
export interface Judgement {
  verdict: Verdict;
  band: Band;
  /** The item that decides; null where none does. */
  item: ItemRow | null;
  /** Rows to cite, the deciding one first. */
  rows: readonly Row[];
  /** Names of the rows that come nearest, for a reader to look at. */
  near: readonly string[];
}

const CITED_OF_FORMALITY = 2;
const NAMED_NEAR = 3;
/** A row less probable than this isn't worth a reader's look. */
const LEAST_NEAR = 0.2;
const isPaper = (kind: Candidate['kind']) => /certify$/u.test(kind);
const namesOf = (candidates: readonly Candidate[]) => candidates.map(({ name }) => name).slice(0, NAMED_NEAR);

/** As the ruling is. */
export function asRuled({ ruling, candidates }: Weighed): Judgement {
  const { verdict, band, finding, rows } = ruling;
  return {
    verdict,
    band,
    item: finding.is === 'listed' ? finding.row : null,
    rows,
    near: namesOf(candidates),
  };
}

/** By a row that was only offered. */
export function adopted(row: ItemRow, candidates: readonly Candidate[]): Judgement {
  return {
    verdict: kindOf(row) as Verdict,
    band: 'confirm',
    item: row,
    rows: [row],
    near: namesOf(candidates),
  };
}

/** The rules of the nearest level, at most two: the laws on residents' and on villagers' committees say it each. */
export function nearestOf(rules: readonly CatalogueProvision[]): CatalogueProvision[] {
  return rules.filter(({ depth }) => depth === rules[0]?.depth).slice(0, 2);
}

/** 清单未列, with the default rule of the nearest region; `candidates` are the rows to look at by hand. */
export function notListed(catalogue: Catalogue, paper: boolean, candidates: readonly Candidate[]): Judgement {
  const near = namesOf(
    candidates.filter(({ kind, probability }) => isPaper(kind) === paper && probability >= LEAST_NEAR),
  );
  const rules = defaultRules(catalogue, paper ? 'unlisted-certificate' : 'unlisted-task');
  const band = near.length > 0 ? 'confirm' : 'abstain';
  return { verdict: 'not-listed', band, item: null, rows: nearestOf(rules), near };
}

/** 台账, 考核…: the rows that speak of it and are in force, the first of them deciding. */
export function ofFormality(rows: readonly (Row | undefined)[], catalogue: Catalogue): Judgement {
  const held = rows.filter((row) => row !== undefined).slice(0, CITED_OF_FORMALITY);
  const [first] = held;
  if (first === undefined) return notListed(catalogue, false, []);
  const item = first.type === 'item' ? first : null;
  const verdict = item !== null && kindOf(item) === 'negative' ? 'negative' : 'information';
  return { verdict, band: 'answer', item, rows: held, near: [] };
}
