import { NOBODYS, type Nobodys } from '#catalogue/matters/wordings.js';
import { effective } from '#catalogue/rows.js';
import type { Frame } from '#language/index.js';
import { byProbability, type Found, type Hit } from './hit.js';
import type { MatterGroup } from './matters.js';
import type { RowsInForce } from './precedence.js';
import type { Situation } from './ruling.js';
import type { Scope } from './scope.js';
import {
  askedBy,
  type EvidenceFeature,
  evidenceOf,
  isTold,
  type NobodyShares,
  nobodyEvidenceOf,
  nobodyScoreOf,
  type ScoringWeights,
  scoreOf,
  sharesOf,
} from './scoring.js';

/** Hits with their probabilities, best first, and how probable it is that the case is nobody's. */
export interface Weighted {
  hits: Hit[];
  nobody: NobodyShares;
}

/** Looks at what was found again with the whole question, its region and its day in view. */
export function inContext(
  found: Found,
  frames: readonly Frame[],
  situation: Pick<Situation, 'scope' | 'inForce'>,
  weights: ScoringWeights,
): Weighted {
  const { open, vetoed } = openIn(found, frames, situation);
  const nobody = Object.fromEntries(
    NOBODYS.map((label) => [label, nobodyScoreOf(label, nobodyEvidenceOf(label, found, frames), weights)]),
  ) as Record<Nobodys, number>;
  const evidence = evidenceIn(open, frames, situation);
  const shares = sharesOf(
    evidence.map((one) => scoreOf(one.evidence, weights)),
    nobody,
  );
  const opened = open.map((hit, i) => ({ ...hit, probability: shares.hits[i] as number }));
  // A hit that is ruled out has no share; it keeps its order by its words.
  const others = vetoed.map((hit) => ({ ...hit, probability: 0 }));
  return { hits: [...opened.sort(byProbability), ...others], nobody: shares.nobody };
}

/** The hits that nothing rules out, with the evidence that they are weighed by; weights are fitted on it. */
export function findContext(
  found: Found,
  frames: readonly Frame[],
  situation: Pick<Situation, 'scope' | 'inForce'>,
): { hit: Hit; evidence: Record<EvidenceFeature, number> }[] {
  return evidenceIn(openIn(found, frames, situation).open, frames, situation);
}

function openIn(
  { hits }: Found,
  frames: readonly Frame[],
  { scope, inForce }: Pick<Situation, 'scope' | 'inForce'>,
): { open: Hit[]; vetoed: Hit[] } {
  const judged = hits.map((hit) => ({ ...hit, veto: hit.veto ?? contextVeto(hit, frames, scope, inForce) }));
  return {
    open: judged.filter(({ veto }) => veto === null),
    vetoed: judged.filter(({ veto }) => veto !== null),
  };
}

function evidenceIn(
  open: readonly Hit[],
  frames: readonly Frame[],
  { inForce }: Pick<Situation, 'inForce'>,
): { hit: Hit; evidence: Record<EvidenceFeature, number> }[] {
  const asks = askedBy(frames);
  const told = frames.some(isTold);
  return open.map((hit) => ({
    hit,
    evidence: evidenceOf(hit, {
      inForce: inForce.holds(hit.matter),
      asks,
      told,
    }),
  }));
}

const OTHER_THAN_PAPER: ReadonlySet<MatterGroup> = new Set(['duty', 'negative', 'demand']);

/** A task that somebody in office hands down. */
const isHandedTask = ({ act, cues }: Frame) =>
  act === 'task' && (cues.has('handDown') || cues.has('superior'));

function contextVeto(hit: Hit, frames: readonly Frame[], scope: Scope, inForce: RowsInForce): string | null {
  const { group } = hit.matter;
  if (group === 'demand' && frames.some(isHandedTask)) return '问的是派下来的工作，这是居民的诉求';
  const asksForPaper = frames.some((frame) => frame.act === 'paper');
  if (asksForPaper && OTHER_THAN_PAPER.has(group) && hit.frame.act === 'unclear') {
    return '整句问的是开证明';
  }
  const [row] = hit.matter.rows;
  if (group !== 'fact' || row === undefined || scope.region === undefined || inForce.holds(hit.matter)) {
    return null;
  }
  return `是${effective(row).region}的规定，或在所问的日期不在有效期内`;
}
