import { NOBODYS, type Nobodys } from '#catalogue/matters/wordings.js';
import type { Frame } from '#language/index.js';
import type { Reading } from '#search/readers/index.js';
import { EVIDENCE_FEATURES, type EvidenceFeature, NOBODY_FEATURES, type NobodyFeature } from './evidence.js';
import { type Found, type Hit, nearness } from './hit.js';
import type { Role } from './verdict.js';

/** Weights of the features, fitted by `npm run fit:decision`. */
export interface ScoringWeights {
  weights: Readonly<Record<EvidenceFeature, number>>;
  nobody: Readonly<Record<Nobodys, Readonly<Record<NobodyFeature, number>>>>;
  /** Which questions they were fitted on. */
  data: { name: string; sha256: string; questions: number; cases: number };
}

/** What is known of a hit besides its words. */
export interface HitContext {
  /** On a list or in a document that holds for the asker. */
  inForce: boolean;
  /** What the question as a whole asks about, whichever clause says so. */
  asks: Asked;
  /** Some clause speaks to the committee, or of what is handed to it. */
  told: boolean;
  /** A worker or an official asks, not a resident. */
  office: boolean;
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
  const isTask = matter.group === 'duty' || matter.group === 'negative';
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
    ruleForCase: Number(fact && asksForCase(frame)),
    caseForRule: Number(!fact && (frame.act === 'rule' || frame.act === 'browse')),
    listedElsewhere: Number(isTask && !context.inForce),
    paperElsewhere: Number(matter.group === 'certificate' && !context.inForce),
    ruleElsewhere: Number(fact && !context.inForce),
    unclearClause: Number(!fits && (frame.act === 'unclear' || frame.act === 'demand')),
    sideClause: Number(!fits && (context.asks.paper || context.asks.task) && frame.act === 'unclear'),
    paperUnasked: Number(matter.group === 'certificate' && !context.asks.paper),
    unretrieved: Number(best === 0),
    learned: Math.max(hit.learned.behind, -BEHIND),
    learnedFirst: Number(hit.learned.rank === 0),
    fitted: Math.max(hit.fitted.behind, -FAR_BEHIND),
    fittedFirst: Number(hit.fitted.rank === 0),
    elsewhereFirst: Number(isTask && !context.inForce && hit.fitted.rank === 0),
    unlisted: Number(matter.rows.length === 0 && matter.group !== 'demand'),
    fact: Number(fact),
    demand: Number(matter.group === 'demand'),
    listUntold: Number(!fact && matter.group !== 'demand' && !context.told),
    barredUntold: Number(matter.group === 'negative' && !context.told),
    barredResponsible: Number(matter.group === 'negative' && frame.capacity === 'responsible'),
    barredHelp: Number(matter.group === 'negative' && frame.capacity === 'assist'),
    dutyHelp: Number(matter.group === 'duty' && frame.capacity === 'assist'),
    learnedUntold: isTold(frame) ? 0 : Math.max(hit.learned.behind, -BEHIND),
    demandForCase: Number(matter.group === 'demand' && (context.asks.paper || context.asks.task)),
    otherSort: Number(hit.against === 'sort'),
    otherPolarity: Number(hit.against === 'polarity'),
    officePaper: Number(context.office && matter.group === 'certificate'),
    officeDuty: Number(context.office && matter.group === 'duty'),
    officeBarred: Number(context.office && matter.group === 'negative'),
    officeRule: Number(context.office && fact),
    officeDemand: Number(context.office && matter.group === 'demand'),
  };
}

/** Scores that are farther behind say no more: of the reader that counts, of the fitted one. */
const BEHIND = 3;
const FAR_BEHIND = 9;

/** The clause speaks to the committee, or of what is handed to it. */
export const isTold = ({ cues }: Frame) => LISTENERS.some((cue) => cues.has(cue));

/** What speaks for it that a case is nobody's, of one sort. */
export function nobodyEvidenceOf(
  label: Nobodys,
  { reading, fitted }: Pick<Found, 'reading' | 'fitted'>,
  frames: readonly Frame[],
  role: Role,
): Record<NobodyFeature, number> {
  const { paper, task } = askedBy(frames);
  return {
    constant: 1,
    learned: Math.max(behind(reading, label), -BEHIND),
    learnedFirst: Number(reading.best[0]?.label === label),
    fitted: Math.max(behind(fitted, label), -FAR_BEHIND),
    fittedFirst: Number(fitted.best[0]?.label === label),
    paper: Number(paper),
    task: Number(task),
    told: Number(frames.some(isTold)),
    naming: Number(frames.some(({ object }) => object !== '')),
    office: Number(isOffice(role)),
  };
}

/** Who asks as one who is handed work, or hands it down. */
export const isOffice = (role: Role) => role !== 'resident';

const behind = ({ best, scoreOf }: Reading, label: string) => scoreOf(label) - (best[0]?.score ?? 0);

/** Somebody who asks about a paper or a task wants the list's word first. */
export const asksForCase = (frame: Frame) => frame.act === 'paper' || frame.act === 'task';

/** Linear score of a hit. */
export function scoreOf(
  evidence: Readonly<Record<EvidenceFeature, number>>,
  weights: ScoringWeights,
): number {
  let z = 0;
  for (const { name } of EVIDENCE_FEATURES) z += weights.weights[name] * evidence[name];
  return z;
}

/** Linear score of a case that is nobody's. */
export function nobodyScoreOf(
  label: Nobodys,
  evidence: Readonly<Record<NobodyFeature, number>>,
  weights: ScoringWeights,
): number {
  let z = 0;
  for (const name of NOBODY_FEATURES) z += weights.nobody[label][name] * evidence[name];
  return z;
}

/** Probability, 0 to 1, of each sort of case that is nobody's. */
export type NobodyShares = Readonly<Record<Nobodys, number>>;

/** Linear scores as probabilities: all hits that may be meant, and the four sorts of nobody's, share 1. */
export function sharesOf(
  scores: readonly number[],
  nobody: Readonly<Record<Nobodys, number>>,
): { hits: number[]; nobody: NobodyShares } {
  const all = [...scores, ...NOBODYS.map((label) => nobody[label])];
  const most = Math.max(...all);
  const sum = all.reduce((total, z) => total + Math.exp(z - most), 0);
  const share = (z: number) => Math.exp(z - most) / sum;
  const shares = Object.fromEntries(NOBODYS.map((label) => [label, share(nobody[label])]));
  return { hits: scores.map(share), nobody: shares as Record<Nobodys, number> };
}

const HAN = /\p{Script=Han}/u;

/** Share of the wording's distinct Han characters that the clause has, 0 to 1. */
function sharedCharacters(wording: string, clause: string): number {
  const characters = new Set([...wording].filter((c) => HAN.test(c)));
  let shared = 0;
  for (const c of characters) if (clause.includes(c)) shared++;
  return characters.size === 0 ? 0 : shared / characters.size;
}
