import type { Frame } from '#language/index.js';
import { type Hit, nearness } from './candidates.js';

/** What speaks for and against a hit, in the order of the weights; the sign is that of every weight fitted to it. */
export const EVIDENCE_FEATURES = [
  { name: 'focus', sign: 1 },
  { name: 'segment', sign: 1 },
  { name: 'clause', sign: 1 },
  { name: 'coverage', sign: 1 },
  { name: 'mass', sign: 1 },
  { name: 'wording', sign: 1 },
  { name: 'wordingCharacters', sign: 1 },
  { name: 'textFound', sign: 1 },
  { name: 'textAligned', sign: 1 },
  { name: 'textMissing', sign: -1 },
  { name: 'queryAligned', sign: 1 },
  { name: 'charQueryCovered', sign: 1 },
  { name: 'soundSymmetric', sign: 1 },
  { name: 'negation', sign: -1 },
  { name: 'lead', sign: 1 },
  { name: 'ruleForCase', sign: -1 },
  { name: 'caseForRule', sign: -1 },
  { name: 'listedElsewhere', sign: -1 },
  { name: 'ruleElsewhere', sign: -1 },
  { name: 'unclearClause', sign: -1 },
  { name: 'sideClause', sign: -1 },
  { name: 'nobodyAsked', sign: -1 },
  { name: 'paperUnasked', sign: -1 },
  { name: 'thinClause', sign: -1 },
] as const;
export type EvidenceFeature = (typeof EVIDENCE_FEATURES)[number]['name'];

/** Weights of the features and the constant, fitted by `npm run fit:decision`. */
export interface ScoringWeights {
  constant: number;
  weights: Readonly<Record<EvidenceFeature, number>>;
  /** Which questions they were fitted on. */
  data: { name: string; sha256: string; questions: number; pairs: number };
}

/** What is known of a hit besides its words. */
export interface HitContext {
  /** Best matcher's probability among the other matters. */
  runnerUp: number;
  /** On a list or in a document that holds for the asker. */
  inForce: boolean;
  /** Clauses of the question. */
  clauses: number;
  /** What the question as a whole asks about, whichever clause says so. */
  asks: Asked;
}

/** Whether any clause asks for a paper, or about a task. */
export interface Asked {
  paper: boolean;
  task: boolean;
}

/** A paper is asked for by name, or by 写, 开, 盖 said of the committee. */
export function askedBy(frames: readonly Frame[]): Asked {
  return {
    paper: frames.some(
      ({ act, cues }) => act === 'paper' || (cues.has('certifying') && cues.has('committee')),
    ),
    task: frames.some(({ act }) => act === 'task'),
  };
}

/** Bounds of a logit, so that a probability of 0 or 1 doesn't drown everything else. */
const LIMIT = 6;
export const logit = (p: number): number =>
  Math.max(-LIMIT, Math.min(LIMIT, Math.log(Math.max(p, 1e-9) / Math.max(1 - p, 1e-9))));
/** Characters of a clause's matter that say little inside a story. */
const THIN = 4;
const LISTENERS = [
  'committee',
  'superior',
  'handDown',
  'certifying',
  'paper',
  'responsible',
  'assisting',
] as const;

/** The features of a hit, in the order of EVIDENCE_FEATURES. */
export function evidenceOf(hit: Hit, context: HitContext): Record<EvidenceFeature, number> {
  const { frame, scores, coverage, matter } = hit;
  const best = nearness(hit);
  const fact = matter.group === 'fact';
  const fits =
    matter.group === 'certificate' ? context.asks.paper : !fact && context.asks.task && !context.asks.paper;
  return {
    // Without words next to 证明 the whole object stands for them.
    focus: logit(frame.focus === '' ? scores.object : scores.focus),
    segment: logit(Math.max(scores.focus, scores.segment)),
    clause: logit(scores.clause),
    coverage: coverage.share,
    mass: Math.log1p(coverage.mass),
    wording: hit.wordingShare,
    wordingCharacters: sharedCharacters(hit.wording, frame.clause),
    ...hit.features,
    lead: logit(best) - logit(context.runnerUp),
    ruleForCase: Number(fact && asksForCase(frame)),
    caseForRule: Number(!fact && (frame.act === 'rule' || frame.act === 'browse')),
    listedElsewhere: Number(!fact && !context.inForce),
    ruleElsewhere: Number(fact && !context.inForce),
    unclearClause: Number(!fits && (frame.act === 'unclear' || frame.act === 'demand')),
    sideClause: Number(!fits && (context.asks.paper || context.asks.task) && frame.act === 'unclear'),
    thinClause: Number(frame.act === 'unclear' && context.clauses > 2 && [...frame.object].length <= THIN),
    paperUnasked: Number(matter.group === 'certificate' && !context.asks.paper),
    nobodyAsked: Number(!LISTENERS.some((cue) => frame.cues.has(cue))),
  };
}

/** Somebody who asks about a paper or a task wants the list's word first. */
export const asksForCase = (frame: Frame) => frame.act === 'paper' || frame.act === 'task';

/** The probability that the hit is what was asked, 0 to 1. */
export function probabilityOf(hit: Hit, context: HitContext, { constant, weights }: ScoringWeights): number {
  const evidence = evidenceOf(hit, context);
  let z = constant;
  for (const { name } of EVIDENCE_FEATURES) z += weights[name] * evidence[name];
  return 1 / (1 + Math.exp(-z));
}

const HAN = /\p{Script=Han}/u;

/** Share of the wording's distinct Han characters that the clause has, 0 to 1. */
function sharedCharacters(wording: string, clause: string): number {
  const characters = new Set([...wording].filter((c) => HAN.test(c)));
  let shared = 0;
  for (const c of characters) if (clause.includes(c)) shared++;
  return characters.size === 0 ? 0 : shared / characters.size;
}
