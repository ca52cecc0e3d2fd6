import { effective, type Row } from '#catalogue/rows.js';
import type { Frame } from '#language/index.js';
import { byProbability, type Hit, nearness } from './candidates.js';
import type { RowsInForce } from './precedence.js';
import type { Scope } from './scope.js';
import { askedBy, type HitContext, probabilityOf, type ScoringWeights } from './scoring.js';

/** Looks at hits again with the whole question, its region and its day in view; best first. */
export function inContext(
  hits: readonly Hit[],
  frames: readonly Frame[],
  scope: Scope,
  inForce: RowsInForce,
  weights: ScoringWeights,
): Hit[] {
  const judged = hits.map((hit) => ({ ...hit, veto: hit.veto ?? contextVeto(hit, frames, scope, inForce) }));
  return judged
    .map((hit) => ({
      ...hit,
      probability: probabilityOf(hit, contextOf(hit, judged, frames, inForce), weights),
    }))
    .sort(byProbability);
}

/** On a list, or in a document, that holds for the asker. */
function holdsHere(hit: Hit, inForce: RowsInForce): boolean {
  return hit.matter.group === 'fact'
    ? inForce.fact(hit.matter) !== undefined
    : inForce.of(hit.matter).length > 0;
}

/** How near the nearest other open hit comes. */
function runnerUp(open: readonly Hit[], hit: Hit): number {
  let best = 0;
  for (const other of open) if (other.matter !== hit.matter) best = Math.max(best, nearness(other));
  return best;
}

/** What scoring.ts needs to know of a hit beside its words. */
export function contextOf(
  hit: Hit,
  hits: readonly Hit[],
  frames: readonly Frame[],
  inForce: RowsInForce,
): HitContext {
  const open = hits.filter((other) => other.veto === null);
  return {
    runnerUp: runnerUp(open, hit),
    inForce: holdsHere(hit, inForce),
    clauses: frames.length,
    asks: askedBy(frames),
  };
}

function contextVeto(hit: Hit, frames: readonly Frame[], scope: Scope, inForce: RowsInForce): string | null {
  const { group } = hit.matter;
  const asksForPaper = frames.some((frame) => frame.act === 'paper');
  if (asksForPaper && (group === 'duty' || group === 'negative') && hit.frame.act === 'unclear') {
    return '整句问的是开证明';
  }
  if (group !== 'fact' || scope.region === undefined || holdsHere(hit, inForce)) return null;
  return `是${effective(hit.matter.rows[0] as Row).region}的规定，或在所问的日期不在有效期内`;
}
