import { NOBODYS, type Nobodys } from '#catalogue/matters/wordings.js';
import { rowId } from '#catalogue/rows.js';
import type { LabelledQuestion } from '#evaluation/question-set.js';
import {
  EVIDENCE_FEATURES,
  findContext,
  type Hit,
  NOBODY_FEATURES,
  nobodyEvidenceOf,
  type ScoringWeights,
  type Situation,
  type Sought,
  type Verdict,
  verdictOf,
} from '#ruling/index.js';
import type { Case } from './choice-model.js';

/** The signs that the weights are held to: of the hits' features, then of each nobody's sort's. */
export const SIGNS: readonly number[] = [
  ...EVIDENCE_FEATURES.map(({ sign }) => sign),
  ...NOBODYS.flatMap(() => NOBODY_FEATURES.map(() => 0)),
];

/** What a label accepts. */
export interface Accepted {
  hit(hit: Hit, situation: Situation): boolean;
  nobody(label: Nobodys): boolean;
}

/** What something may come to, as vectors, with what its label accepts. @param weight how much it counts */
export function caseOf({ found, frames, situation }: Sought, accepted: Accepted, weight = 1): Case {
  return {
    weight,
    options: [
      ...findContext(found, frames, situation).map(({ hit, evidence }) => ({
        x: EVIDENCE_FEATURES.map(({ name }) => evidence[name]),
        from: 0,
        right: accepted.hit(hit, situation),
      })),
      ...NOBODYS.map((label, at) => {
        const evidence = nobodyEvidenceOf(label, found, frames, situation.role);
        return {
          x: NOBODY_FEATURES.map((name) => evidence[name]),
          from: EVIDENCE_FEATURES.length + at * NOBODY_FEATURES.length,
          right: accepted.nobody(label),
        };
      }),
    ],
  };
}

/** What a question is labelled with that is nobody's. */
const LABELLED_AS: Readonly<Record<Nobodys, Verdict>> = {
  'none:certificate': 'not-listed',
  'none:task': 'not-listed',
  'none:offtopic': 'out-of-scope',
  'none:vague': 'clarify',
};

/** A hit by its rows where the label names rows, else by what it comes to. */
export function acceptedBy({ verdicts, items = [], documents = [] }: LabelledQuestion): Accepted {
  return {
    hit(hit, situation) {
      const verdict = verdictOf(hit, situation);
      const { triage, rows } = hit.matter;
      if (triage !== undefined)
        return verdicts.includes(`triage-${triage.class}`) || verdicts.includes(verdict);
      if (verdict === 'not-listed' || verdict === 'out-of-scope') return verdicts.includes(verdict);
      const named = rows.some(
        (row) =>
          items.includes(rowId(row)) || (row.type === 'provision' && documents.includes(row.document.id)),
      );
      return named || (items.length + documents.length === 0 && verdicts.includes(verdict));
    },
    nobody: (label) => verdicts.includes(LABELLED_AS[label]),
  };
}

/** Whatever comes to one of these verdicts. */
export function acceptedVerdicts(verdicts: readonly string[]): Accepted {
  return {
    hit: (hit, situation) => verdicts.includes(verdictOf(hit, situation)),
    nobody: (label) => verdicts.includes(LABELLED_AS[label]),
  };
}

/** One matter, or one of the nobody's sorts. @param or a sort of nobody's that comes to the same */
export function acceptedMatter(matter: string, or?: Nobodys): Accepted {
  return {
    hit: (hit) => hit.matter.label === matter,
    nobody: (label) => label === matter || label === or,
  };
}

/** Fitted weights under their names, with four digits. */
export function weightsFrom(weights: readonly number[], data: ScoringWeights['data']): ScoringWeights {
  const rounded = weights.map((weight) => Math.round(weight * 1e4) / 1e4);
  const names = EVIDENCE_FEATURES.map(({ name }) => name);
  const named = <Name extends string>(keys: readonly Name[], from: number) =>
    Object.fromEntries(keys.map((key, i) => [key, rounded[from + i] ?? 0])) as Record<Name, number>;
  return {
    weights: named(names, 0),
    nobody: Object.fromEntries(
      NOBODYS.map((label, i) => [label, named(NOBODY_FEATURES, names.length + i * NOBODY_FEATURES.length)]),
    ) as ScoringWeights['nobody'],
    data,
  };
}

/** Weights by which nothing is told from anything: what is found doesn't depend on them. */
export const NO_WEIGHTS = weightsFrom(
  SIGNS.map(() => 0),
  { name: 'none', sha256: '', questions: 0, cases: 0 },
);
