import type { CatalogueItem } from '#catalogue/catalogue.js';
import type { Triage } from '#catalogue/matters/schema.js';
import type { ListKind } from '#catalogue/schema.js';
import type { Frame } from '#language/index.js';
import { candidateRowOf } from './candidate.js';
import type { Hit } from './hit.js';
import { kindsAsked } from './lists-asked.js';
import { type Outcome, outcomesOf, precedenceHere } from './outcomes.js';
import type { Precedence, RowsInForce } from './precedence.js';
import { askedBy, type NobodyShares } from './scoring.js';
import { THRESHOLDS } from './thresholds.js';
import type { Verdict } from './verdict.js';

/** A case with what comes near to it. */
export interface Considered {
  frames: readonly Frame[];
  /** Best first; vetoed ones included. */
  hits: readonly Hit[];
  nobody: NobodyShares;
  inForce: RowsInForce;
  /** A notice hands it down. */
  handed: boolean;
}

/** Which kind of ruling a case gets. */
export type Choice =
  | { type: 'listed'; hit: Hit; precedence: Precedence & { row: CatalogueItem } }
  | { type: 'unlisted'; paper: boolean; hit: Hit | undefined }
  | { type: 'fact'; hit: Hit }
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
  for (const frame of frames) {
    const kinds = kindsAsked(frame);
    if (kinds.length > 0) return { type: 'browse', kinds };
  }
  const open = considered.hits.filter((hit) => hit.veto === null);
  const outcomes = outcomesOf(open, nobody, inForce, handed);
  const [first] = outcomes as [Outcome, ...Outcome[]];
  const { paper, task } = askedBy(frames);
  const bar = paper || task || first.hits.length === 0 ? THRESHOLDS.answer : THRESHOLDS.answerOther;
  const said = first.probability >= bar ? say(first, considered) : undefined;
  if (said !== undefined) return said;
  // Sure of what to say and unsure of which matter: then that is asked.
  const unsure = first.probability >= bar && LISTED.has(first.verdict);
  const offered = unsure ? offeredOf(first.hits, inForce) : choicesOf(outcomes, inForce);
  const most = offered[0]?.probability ?? 0;
  if (most >= (paper || task ? THRESHOLDS.confirm : THRESHOLDS.confirmOther)) {
    return { type: 'ask', hits: offered };
  }
  return leftOver(first, considered);
}

/** What an outcome says; undefined where it says nothing by itself. */
function say({ verdict, hits, probability }: Outcome, considered: Considered): Choice | undefined {
  const [lead] = hits;
  if (verdict === 'clarify') return undefined;
  if (verdict === 'out-of-scope') return { type: 'none' };
  if (verdict === 'not-listed') return unlisted(lead, probability, considered);
  if (lead === undefined || lead.probability < THRESHOLDS.lead) return undefined;
  if (verdict === 'information') return { type: 'fact', hit: lead };
  const { triage } = lead.matter;
  if (triage !== undefined)
    return lead.probability >= THRESHOLDS.triage ? { type: 'triage', hit: lead, triage } : { type: 'none' };
  const precedence = precedenceHere(lead, considered.inForce);
  const { row } = precedence;
  return row === null ? undefined : { type: 'listed', hit: lead, precedence: { ...precedence, row } };
}

/** On no list: by its name where one matter is most of it. */
function unlisted(lead: Hit | undefined, probability: number, { frames, nobody }: Considered): Choice {
  const named = lead !== undefined && lead.matter.group !== 'demand';
  if (named && lead.probability >= probability * THRESHOLDS.named) {
    return { type: 'unlisted', paper: lead.matter.group === 'certificate', hit: lead };
  }
  const asked = askedBy(frames);
  const paper = asked.paper !== asked.task ? asked.paper : nobody['none:certificate'] > nobody['none:task'];
  return { type: 'unlisted', paper, hit: undefined };
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
