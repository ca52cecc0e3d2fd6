import type { CatalogueItem } from '#catalogue/catalogue.js';
import type { ListKind } from '#catalogue/schema.js';
import type { Frame } from '#language/index.js';
import { type Hit, nearness } from './candidates.js';
import { kindsAsked } from './lists-asked.js';
import { type Precedence, precedenceOf, type RowsInForce } from './precedence.js';
import { askedBy, asksForCase } from './scoring.js';
import { THRESHOLDS } from './thresholds.js';

/** A case with what comes near to it. */
export interface Considered {
  frames: readonly Frame[];
  /** Best first; vetoed ones included. */
  hits: readonly Hit[];
  inForce: RowsInForce;
}

/** Which kind of ruling a case gets. */
export type Choice =
  | { type: 'listed'; hit: Hit; precedence: Precedence & { row: CatalogueItem } }
  | { type: 'unlisted'; paper: boolean; hit: Hit | undefined }
  | { type: 'fact'; hit: Hit }
  | { type: 'browse'; kinds: readonly ListKind[] }
  | { type: 'ask'; hits: readonly Hit[] }
  | { type: 'none' };

/** Reads the bands: answer, ask back, or say that it is on no list. */
export function choose(considered: Considered): Choice {
  const { frames } = considered;
  for (const frame of frames) {
    const kinds = kindsAsked(frame);
    if (kinds.length > 0) return { type: 'browse', kinds };
  }
  const open = considered.hits.filter((hit) => hit.veto === null);
  const here = open.filter((hit) => hit.matter.group === 'fact' || depthOf(considered, hit) !== undefined);
  const best = caseFirst(here);
  if (best === undefined || best.probability < THRESHOLDS.answer) {
    const there = open.find((hit) => !here.includes(hit) && nearness(hit) >= THRESHOLDS.elsewhere);
    if (there && nearness(there) > (best ? nearness(best) : 0)) return answerWith(considered, there);
  }
  const { paper, task } = askedBy(frames);
  const confirm = paper || task ? THRESHOLDS.confirm : THRESHOLDS.confirmOther;
  if (best === undefined || best.probability < confirm) return leftOver(frames);
  if (best.probability < THRESHOLDS.answer && !((paper || task) && agreed(considered, best, here))) {
    return { type: 'ask', hits: asked(here) };
  }
  const rivals = here.filter(
    (hit) =>
      hit.probability >= best.probability * THRESHOLDS.rival &&
      (hit.matter.group === 'fact') === (best.matter.group === 'fact'),
  );
  const lead = nearest(considered, rivals);
  if (rivals.some((hit) => verdictOf(considered, hit) !== verdictOf(considered, lead))) {
    return { type: 'ask', hits: asked(here) };
  }
  return answerWith(considered, lead);
}

/** Somebody who asks about a task or a paper gets the list's word before a rule that speaks of the same. */
function caseFirst(here: readonly Hit[]): Hit | undefined {
  const best = here[0];
  if (best?.matter.group !== 'fact' || !asksForCase(best.frame)) return best;
  return here.find((hit) => hit.matter.group !== 'fact' && hit.probability >= THRESHOLDS.answer) ?? best;
}

/** Below the bar for one hit, but the hits that come near all say the same and nothing else comes near. */
function agreed(considered: Considered, best: Hit, here: readonly Hit[]): boolean {
  if (best.probability < THRESHOLDS.agreed) return false;
  const verdict = verdictOf(considered, best);
  return here.every(
    (hit) =>
      hit.probability < best.probability * THRESHOLDS.disagreeing || verdictOf(considered, hit) === verdict,
  );
}

const asked = (open: readonly Hit[]) => open.filter((hit) => hit.probability >= THRESHOLDS.confirm);

function answerWith(considered: Considered, hit: Hit): Choice {
  if (hit.matter.group === 'fact') return { type: 'fact', hit };
  const precedence = precedenceOf(hit.matter, considered.inForce, hit.wording);
  if (precedence.row) return { type: 'listed', hit, precedence: { ...precedence, row: precedence.row } };
  return { type: 'unlisted', paper: hit.matter.group === 'certificate', hit };
}

function verdictOf(considered: Considered, hit: Hit): string {
  if (hit.matter.group === 'fact') return 'information';
  return precedenceOf(hit.matter, considered.inForce, hit.wording).verdict;
}

/** Of hits that come equally close, the one whose rule stands nearest to the asker's region. */
function nearest(considered: Considered, hits: readonly Hit[]): Hit {
  const depth = (hit: Hit) => depthOf(considered, hit) ?? Number.POSITIVE_INFINITY;
  return hits.reduce((a, b) => (depth(b) < depth(a) ? b : a));
}

/** Levels between the asker's region and the nearest row in force; undefined where none is. */
function depthOf({ inForce }: Considered, { matter }: Hit): number | undefined {
  return (matter.group === 'fact' ? inForce.fact(matter) : inForce.of(matter)[0])?.depth;
}

/** Nothing on the lists comes near: 清单未列 if it is a paper or a task at all. */
function leftOver(frames: readonly Frame[]): Choice {
  if (frames.some((frame) => frame.act === 'paper')) {
    return { type: 'unlisted', paper: true, hit: undefined };
  }
  if (frames.some((frame) => frame.act === 'task')) {
    return { type: 'unlisted', paper: false, hit: undefined };
  }
  return { type: 'none' };
}
