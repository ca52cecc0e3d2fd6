import type { CatalogueItem } from '../catalogue/catalogue.js';
import type { ListKind } from '../catalogue/schema.js';
import { kindsAsked } from './browse.js';
import type { Frame } from './frame.js';
import { type Hit, nearness } from './hits.js';
import { type Ruling, ruleOn } from './ruling.js';
import { askedBy, asksForCase } from './scoring.js';
import type { Situation } from './situation.js';
import { THRESHOLDS } from './thresholds.js';

/** Which kind of answer a question gets. */
export type Chosen =
  | { type: 'listed'; hit: Hit; ruling: Ruling & { row: CatalogueItem } }
  | { type: 'unlisted'; certificate: boolean; hit: Hit | undefined }
  | { type: 'fact'; hit: Hit }
  | { type: 'browse'; kinds: readonly ListKind[] }
  | { type: 'ask'; hits: readonly Hit[] }
  | { type: 'none' };

/** Reads the bands: answer, ask back, or say that it is on no list. */
export function choose(situation: Situation): Chosen {
  const { frames } = situation;
  for (const frame of frames) {
    const kinds = kindsAsked(frame);
    if (kinds.length > 0) return { type: 'browse', kinds };
  }
  const open = situation.hits.filter((hit) => hit.veto === null);
  const here = open.filter((hit) => hit.matter.group === 'fact' || depthOf(situation, hit) !== undefined);
  const best = caseFirst(here);
  if (best === undefined || best.probability < THRESHOLDS.answer) {
    const there = open.find((hit) => !here.includes(hit) && nearness(hit) >= THRESHOLDS.elsewhere);
    if (there && nearness(there) > (best ? nearness(best) : 0)) return answerWith(situation, there);
  }
  const { paper, task } = askedBy(frames);
  const confirm = paper || task ? THRESHOLDS.confirm : THRESHOLDS.confirmOther;
  if (best === undefined || best.probability < confirm) return leftOver(frames);
  if (best.probability < THRESHOLDS.answer && !((paper || task) && agreed(situation, best, here))) {
    return { type: 'ask', hits: asked(here) };
  }
  const rivals = here.filter(
    (hit) =>
      hit.probability >= best.probability * THRESHOLDS.rival &&
      (hit.matter.group === 'fact') === (best.matter.group === 'fact'),
  );
  const lead = nearest(situation, rivals);
  if (rivals.some((hit) => verdictOf(situation, hit) !== verdictOf(situation, lead))) {
    return { type: 'ask', hits: asked(here) };
  }
  return answerWith(situation, lead);
}

/** Somebody who asks about a task or a paper gets the list's word before a rule that speaks of the same. */
function caseFirst(here: readonly Hit[]): Hit | undefined {
  const best = here[0];
  if (best?.matter.group !== 'fact' || !asksForCase(best.frame)) return best;
  return here.find((hit) => hit.matter.group !== 'fact' && hit.probability >= THRESHOLDS.answer) ?? best;
}

/** Below the bar for one hit, but the hits that come near all say the same and nothing else comes near. */
function agreed(situation: Situation, best: Hit, here: readonly Hit[]): boolean {
  if (best.probability < THRESHOLDS.agreed) return false;
  const verdict = verdictOf(situation, best);
  return here.every(
    (hit) =>
      hit.probability < best.probability * THRESHOLDS.disagreeing || verdictOf(situation, hit) === verdict,
  );
}

const asked = (open: readonly Hit[]) => open.filter((hit) => hit.probability >= THRESHOLDS.confirm);

function answerWith(situation: Situation, hit: Hit): Chosen {
  if (hit.matter.group === 'fact') return { type: 'fact', hit };
  const ruling = ruleOn(hit.matter, situation.inForce, hit.wording);
  if (ruling.row) return { type: 'listed', hit, ruling: { ...ruling, row: ruling.row } };
  return { type: 'unlisted', certificate: hit.matter.group === 'certificate', hit };
}

function verdictOf(situation: Situation, hit: Hit): string {
  if (hit.matter.group === 'fact') return 'information';
  return ruleOn(hit.matter, situation.inForce, hit.wording).verdict;
}

/** Of hits that come equally close, the one whose rule stands nearest to the asker's region. */
function nearest(situation: Situation, hits: readonly Hit[]): Hit {
  const depth = (hit: Hit) => depthOf(situation, hit) ?? Number.POSITIVE_INFINITY;
  return hits.reduce((a, b) => (depth(b) < depth(a) ? b : a));
}

/** Levels between the asker's region and the nearest row in force; undefined where none is. */
function depthOf({ inForce }: Situation, { matter }: Hit): number | undefined {
  return (matter.group === 'fact' ? inForce.fact(matter) : inForce.of(matter)[0])?.depth;
}

/** Nothing on the lists comes near: 清单未列 if it is a paper or a task at all. */
function leftOver(frames: readonly Frame[]): Chosen {
  if (frames.some((frame) => frame.kind === 'certificate')) {
    return { type: 'unlisted', certificate: true, hit: undefined };
  }
  if (frames.some((frame) => frame.kind === 'task')) {
    return { type: 'unlisted', certificate: false, hit: undefined };
  }
  return { type: 'none' };
}
