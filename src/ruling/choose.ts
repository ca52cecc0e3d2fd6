import type { CatalogueItem } from '#catalogue/catalogue.js';
import type { Triage } from '#catalogue/matters/schema.js';
import { NOBODYS } from '#catalogue/matters/wordings.js';
import type { ListKind } from '#catalogue/schema.js';
import type { Frame } from '#language/index.js';
import { candidateRowOf } from './candidate.js';
import type { Hit } from './hit.js';
import { kindsAsked } from './lists-asked.js';
import { type Asker, type Outcome, outcomesOf, precedenceHere, verdictOf } from './outcomes.js';
import type { Precedence, RowsInForce } from './precedence.js';
import { askedBy, type NobodyShares } from './scoring.js';
import { THRESHOLDS } from './thresholds.js';
import type { Verdict } from './verdict.js';

/** A case with what comes near to it. */
export interface Considered extends Asker {
  frames: readonly Frame[];
  /** Best first; vetoed ones included. */
  hits: readonly Hit[];
  nobody: NobodyShares;
  /** A notice hands it down. */
  handed: boolean;
}

/** Which kind of ruling a case gets. */
export type Choice =
  | { type: 'listed'; hit: Hit; precedence: Precedence & { row: CatalogueItem } }
  | { type: 'unlisted'; paper: boolean; hit: Hit | undefined; rivals: readonly Hit[] }
  | { type: 'together'; verdict: Verdict; hits: readonly Hit[] }
  | { type: 'fact'; hit: Hit; also: readonly Hit[] }
  | { type: 'triage'; hit: Hit; triage: Triage }
  | { type: 'browse'; kinds: readonly ListKind[] }
  | { type: 'ask'; hits: readonly Hit[] }
  | { type: 'none' };

/** Choices offered at most. */
export const MOST_CHOICES = 3;

/**
 * Reads the bands. What is decided is what to say, not which matter is meant: it is said when all that come near come to
 * it, and asked back only where they come to different things and neither dominates.
 */
export function choose(considered: Considered): Choice {
  const { frames, nobody, inForce, handed } = considered;
  // What comes before may be what was understood so far: 啥都不能开，哪些能开啊.
  const kinds = frames.map(kindsAsked).findLast((asked) => asked.length > 0);
  if (kinds !== undefined) return { type: 'browse', kinds };
  const open = considered.hits.filter((hit) => hit.veto === null);
  const outcomes = outcomesOf(open, nobody, considered, handed);
  const [first] = outcomes as [Outcome, ...Outcome[]];
  const { paper, task } = askedBy(frames);
  if (isVague(considered, open)) return { type: 'ask', hits: [] };
  const bar = paper || task || first.hits.length === 0 ? THRESHOLDS.answer : THRESHOLDS.answerOther;
  const said = first.probability >= bar ? say(first, considered, paper || task) : undefined;
  if (said !== undefined) return said;
  const asksRule = frames.some(({ act }) => RULE_ACTS.has(act));
  const asked = asksRule || paper || task;
  const informed = pooled(outcomes, asked ? THRESHOLDS.answer : THRESHOLDS.told);
  if (informed !== undefined) return informed;
  const demanded = handed ? undefined : sorted(outcomes, considered);
  if (demanded !== undefined) return demanded;
  const offered = choicesOf(outcomes, inForce);
  const most = offered[0]?.probability ?? 0;
  if (most >= (paper || task ? THRESHOLDS.confirm : THRESHOLDS.confirmOther)) {
    return alike(offered, considered) ?? { type: 'ask', hits: offered };
  }
  return leftOver(first, considered);
}

/** Rules that would be offered side by side: asking which is meant would settle nothing that telling them doesn't. */
function alike(offered: readonly Hit[], asker: Considered): Choice | undefined {
  const [lead, ...also] = offered;
  if (lead === undefined || also.length === 0) return undefined;
  const rules = offered.every((hit) => verdictOf(hit, asker) === 'information');
  return rules ? { type: 'fact', hit: lead, also } : undefined;
}

/** A paper is asked for and nothing says which (「盖个章行不」), or it is told as such by the learned reader. */
function isVague({ frames, nobody, handed }: Considered, open: readonly Hit[]): boolean {
  if (handed) return false;
  // Work is named in so many words that what the lexicon finds no object in may still say it.
  const bare = askedBy(frames).paper && frames.every(({ object }) => [...object].length < 2);
  if (!bare && (open[0]?.probability ?? 0) >= THRESHOLDS.confirmOther) return false;
  const others = NOBODYS.filter((label) => label !== 'none:vague').map((label) => nobody[label]);
  return bare || nobody['none:vague'] >= Math.max(...others);
}

/** What an outcome says; undefined where it says nothing by itself. */
function say(
  { verdict, hits, probability }: Outcome,
  considered: Considered,
  asked: boolean,
): Choice | undefined {
  const [lead] = hits;
  if (verdict === 'clarify') return undefined;
  if (verdict === 'out-of-scope') return { type: 'none' };
  if (verdict === 'not-listed') return unlisted(lead, probability, considered);
  if (lead === undefined) return undefined;
  if (LISTED.has(verdict) && lead.probability < THRESHOLDS.lead && asked && !considered.handed) {
    const near = offeredOf(hits, considered.inForce);
    const shown = near.reduce((sum, hit) => sum + hit.probability, 0);
    if (near.length > 1 && shown >= THRESHOLDS.together) return { type: 'together', verdict, hits: near };
    return undefined;
  } else if (lead.probability < THRESHOLDS.lead) return undefined;
  if (verdict === 'information') return { type: 'fact', hit: lead, also: [] };
  const { triage } = lead.matter;
  if (triage !== undefined) return { type: 'triage', hit: lead, triage };
  const precedence = precedenceHere(lead, considered.inForce);
  const { row } = precedence;
  return row === null ? undefined : { type: 'listed', hit: lead, precedence: { ...precedence, row } };
}

/** What a resident wants done, whichever class of 三事分流 it is: the nearest demand is sorted. */
function sorted(outcomes: readonly Outcome[], { nobody }: Considered): Choice | undefined {
  const demands = outcomes.filter(({ hits: [lead] }) => lead?.matter.triage !== undefined);
  const sum = demands.reduce((total, { probability }) => total + probability, 0);
  const [hit] = demands.flatMap(({ hits }) => hits).sort((a, b) => b.probability - a.probability);
  const triage = hit?.matter.triage;
  if (hit === undefined || triage === undefined) return undefined;
  const bar = nobody['none:offtopic'] < THRESHOLDS.talk ? THRESHOLDS.triageSure : THRESHOLDS.triage;
  if (sum < bar || hit.probability < THRESHOLDS.leadTriage) return undefined;
  return { type: 'triage', hit, triage };
}

/** Several rules that are near each other: the nearest is told, and the others are named. */
function pooled(outcomes: readonly Outcome[], bar: number): Choice | undefined {
  const rules = outcomes.filter(({ verdict }) => verdict === 'information');
  const [lead, ...also] = rules.flatMap(({ hits }) => hits.slice(0, 1)) as [Hit?, ...Hit[]];
  const sum = rules.reduce((total, { probability }) => total + probability, 0);
  if (lead === undefined || lead.probability < THRESHOLDS.leadRule || sum < bar) return undefined;
  const near = also.filter(({ probability }) => probability >= THRESHOLDS.offered);
  return { type: 'fact', hit: lead, also: near.slice(0, MOST_CHOICES - 1) };
}

const RULE_ACTS: ReadonlySet<Frame['act']> = new Set(['rule', 'browse', 'power']);

/** On no list: by its name where one matter is most of it. */
function unlisted(lead: Hit | undefined, probability: number, considered: Considered): Choice {
  const { frames, nobody } = considered;
  if (lead !== undefined && lead.probability >= probability * THRESHOLDS.named) {
    const rivals = rivalsOf(lead, considered);
    return { type: 'unlisted', paper: lead.matter.group === 'certificate', hit: lead, rivals };
  }
  const asked = askedBy(frames);
  const paper = asked.paper !== asked.task ? asked.paper : nobody['none:certificate'] > nobody['none:task'];
  return { type: 'unlisted', paper, hit: undefined, rivals: [] };
}

/** What is on a list in force and comes near as well: a wider row may cover what was named. */
function rivalsOf(lead: Hit, { hits, inForce }: Considered): Hit[] {
  const { group } = lead.matter;
  return hits.filter(
    ({ matter, veto, probability }) =>
      veto === null &&
      probability >= THRESHOLDS.rival &&
      (matter.group === group || group === 'demand') &&
      inForce.holds(matter),
  );
}

const LISTED: ReadonlySet<Verdict> = new Set([
  'autonomy',
  'assist',
  'negative',
  'may-certify',
  'must-not-certify',
]);

/** One matter for each thing that may be said, so that every choice leads to another answer. */
function choicesOf(outcomes: readonly Outcome[], inForce: RowsInForce): Hit[] {
  return offeredOf(
    outcomes.flatMap(({ hits }) => hits.find((hit) => isOffered(hit, inForce)) ?? []),
    inForce,
  );
}

/** The most probable of those that may be offered. */
function offeredOf(hits: readonly Hit[], inForce: RowsInForce): Hit[] {
  return hits
    .filter((hit) => hit.probability >= THRESHOLDS.offered && isOffered(hit, inForce))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, MOST_CHOICES);
}

/** Nobody is offered what is somebody else's, or a list's row that holds elsewhere. */
function isOffered(hit: Hit, inForce: RowsInForce): boolean {
  const row = candidateRowOf(hit, inForce);
  if (row === undefined) return false;
  if (row.type === 'provision') return true;
  return row.list.about === undefined && inForce.holds(hit.matter);
}

/** Nothing comes near enough: 清单未列 if it is a paper or a task at all. */
function leftOver(first: Outcome, considered: Considered): Choice {
  const { paper, task } = askedBy(considered.frames);
  if (first.verdict === 'not-listed' || paper || task) return unlisted(undefined, 1, considered);
  return { type: 'none' };
}
