import { NOBODYS, type Nobodys } from '#catalogue/matters/wordings.js';
import { effective } from '#catalogue/rows.js';
import type { Frame } from '#language/index.js';
import type { EvidenceFeature } from './evidence.js';
import { byProbability, type Found, type Hit } from './hit.js';
import type { MatterGroup } from './matters.js';
import type { RowsInForce } from './precedence.js';
import type { Situation } from './ruling.js';
import type { Scope } from './scope.js';
import {
  askedBy,
  evidenceOf,
  isOffice,
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

/** Of several ways to one matter the most probable, with the probability of all of them. */
function once(hits: readonly Hit[]): Hit[] {
  const known = new Map<string, Hit>();
  for (const hit of [...hits].sort(byProbability)) {
    const before = known.get(hit.matter.key);
    const probability = hit.probability + (before?.probability ?? 0);
    known.set(hit.matter.key, { ...(before ?? hit), probability });
  }
  return [...known.values()];
}

/** Looks at what was found again with the whole question, its region and its day in view. */
export function inContext(
  found: Found,
  frames: readonly Frame[],
  situation: Pick<Situation, 'scope' | 'inForce' | 'role'>,
  weights: ScoringWeights,
): Weighted {
  const { open, vetoed } = openIn(found, frames, situation);
  const nobody = Object.fromEntries(
    NOBODYS.map((label) => [
      label,
      nobodyScoreOf(label, nobodyEvidenceOf(label, found, frames, situation.role), weights),
    ]),
  ) as Record<Nobodys, number>;
  const evidence = evidenceIn(open, frames, situation);
  const shares = sharesOf(
    evidence.map((one) => scoreOf(one.evidence, weights)),
    nobody,
  );
  const opened = once(open.map((hit, i) => ({ ...hit, probability: shares.hits[i] as number })));
  // A hit that is ruled out has no share; it keeps its order by its words.
  const others = vetoed.map((hit) => ({ ...hit, probability: 0 }));
  return { hits: [...opened.sort(byProbability), ...others], nobody: shares.nobody };
}

/** The hits that nothing rules out, with the evidence that they are weighed by; weights are fitted on it. */
export function findContext(
  found: Found,
  frames: readonly Frame[],
  situation: Pick<Situation, 'scope' | 'inForce' | 'role'>,
): { hit: Hit; evidence: Record<EvidenceFeature, number> }[] {
  return evidenceIn(openIn(found, frames, situation).open, frames, situation);
}

function openIn(
  { hits }: Found,
  frames: readonly Frame[],
  { scope, inForce }: Pick<Situation, 'scope' | 'inForce'>,
): { open: Hit[]; vetoed: Hit[] } {
  const judged = hits.map((found) => {
    const hit = toldByRule(found, scope, inForce);
    return {
      ...hit,
      veto: hit.veto ?? contextVeto(hit, scope, inForce),
      against: hit.against ?? (isOtherSort(hit, frames) ? 'sort' : null),
    } satisfies Hit;
  });
  return {
    open: judged.filter(({ veto }) => veto === null),
    vetoed: judged.filter(({ veto }) => veto !== null),
  };
}

function evidenceIn(
  open: readonly Hit[],
  frames: readonly Frame[],
  { inForce, role }: Pick<Situation, 'inForce' | 'role'>,
): { hit: Hit; evidence: Record<EvidenceFeature, number> }[] {
  const asks = askedBy(frames);
  const told = frames.some(isTold);
  return open.map((hit) => ({
    hit,
    evidence: evidenceOf(hit, {
      inForce: inForce.holds(hit.matter),
      asks,
      told,
      office: isOffice(role),
    }),
  }));
}

const OTHER_THAN_PAPER: ReadonlySet<MatterGroup> = new Set(['duty', 'negative', 'demand']);

/** A task that somebody in office hands down. */
const isHandedTask = ({ act, cues }: Frame) =>
  act === 'task' && (cues.has('handDown') || cues.has('superior'));

/**
 * Where no list in force has a matter, the rule that it falls under is what there is to tell; of a duty, who named no
 * place may be told another one's. Of what is barred in one place nothing follows in others.
 */
function toldByRule(hit: Hit, scope: Scope, inForce: RowsInForce): Hit {
  const { rule } = hit.matter;
  if (rule === undefined || rule.rows.length === 0 || inForce.holds(hit.matter)) return hit;
  const told = { ...hit, matter: rule };
  const holds =
    inForce.holds(rule) || (hit.matter.group === 'duty' && contextVeto(told, scope, inForce) === null);
  return holds ? told : hit;
}

/** The question as a whole asks for a paper or hands down work, and the hit is none, whatever its own clause is. */
function isOtherSort({ matter: { group }, frame }: Hit, frames: readonly Frame[]): boolean {
  if (group === 'demand' && frames.some(isHandedTask)) return true;
  const asksForPaper = frames.some(({ act }) => act === 'paper');
  return asksForPaper && OTHER_THAN_PAPER.has(group) && frame.act === 'unclear';
}

function contextVeto(hit: Hit, scope: Scope, inForce: RowsInForce): string | null {
  const { group } = hit.matter;
  const [row] = hit.matter.rows;
  if (group !== 'fact' || row === undefined || scope.region === undefined || inForce.holds(hit.matter)) {
    return null;
  }
  return `是${effective(row).region}的规定，或在所问的日期不在有效期内`;
}
