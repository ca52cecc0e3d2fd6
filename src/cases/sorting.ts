import { type Answer, citationLine, sectionsOf } from '#answer/index.js';
import type { MatterLibrary, Triage, TriageClass } from '#catalogue/index.js';
import { type Hit, PAPER_KINDS, type Ruled, THRESHOLDS } from '#ruling/index.js';
import type { PaperAsked, Sorting } from './case.js';

/** Share of all that comes near which one class has to have, for it to be said: as for any verdict. */
const SURE = THRESHOLDS.answer;
/** Probability of the best matter: it is known already that something is wanted, so less than for a question is enough. */
const NEAR = THRESHOLDS.lead / 2;

/** Nobody has recognised it. */
export const UNSORTED: Sorting = {
  class: null,
  matter: null,
  why: '事项库没有把握认出这件事，请人工分流并写明理由',
  responsible: null,
  committee: null,
  turnTo: null,
  basis: [],
  by: 'lists',
};

/**
 * 三事分流 of a demand by the library of matters: the class that most of what comes near belongs to, with the reason,
 * the responsible body, what the committee may do and the provision of the nearest matter of that class.
 */
export function sortingOf({ rulings }: Pick<Ruled, 'rulings'>, library: MatterLibrary): Sorting {
  const near = demandsNear(
    rulings.flatMap(({ hits }) => hits),
    library,
  );
  const sums = new Map<TriageClass, number>();
  let all = 0;
  for (const { probability, triage } of near) {
    sums.set(triage.class, (sums.get(triage.class) ?? 0) + probability);
    all += probability;
  }
  const [first] = near;
  if (first === undefined || first.probability < NEAR) return UNSORTED;
  const [most] = [...sums].sort((a, b) => b[1] - a[1]);
  if (most === undefined || most[1] / all < SURE) return UNSORTED;
  const [lead] = near.filter(({ triage }) => triage.class === most[0]);
  return lead === undefined ? UNSORTED : sortingFrom(lead.name, lead.triage);
}

interface Near {
  name: string;
  triage: Triage;
  probability: number;
}

/** The demands that come near, best first, each once. */
function demandsNear(hits: readonly Hit[], library: MatterLibrary): Near[] {
  const known = new Map<string, Near>();
  for (const { matter, probability, veto } of hits) {
    const described = library.byId.get(matter.label);
    if (veto !== null || described?.triage === undefined) continue;
    const before = known.get(described.id)?.probability ?? 0;
    if (probability > before) {
      known.set(described.id, { name: described.name, triage: described.triage, probability });
    }
  }
  return [...known.values()].sort((a, b) => b.probability - a.probability);
}

function sortingFrom(matter: string, triage: Triage): Sorting {
  return {
    class: triage.class,
    matter,
    why: triage.why,
    responsible: triage.responsible,
    committee: triage.committee,
    turnTo: triage.turnTo,
    basis: triage.basis.map(
      ({ law, article, number, says }) =>
        `《${law}》${number === undefined ? '' : `（${number}）`}${article}：${says}`,
    ),
    by: 'lists',
  };
}

/** What the lists say of a paper that is asked for at the window; null where the text asks for no paper. */
export function paperAskedOf(answer: Answer): PaperAsked | null {
  const { sort } = answer.explanation;
  const kind = answer.item?.kind ?? answer.candidates[0]?.kind;
  const paper = kind !== undefined && (PAPER_KINDS as readonly string[]).includes(kind);
  if (!paper && sort !== 'paper') return null;
  return {
    name: answer.item?.name ?? named(answer.explanation.frame.object),
    verdict: answer.verdict,
    band: answer.band,
    says: sectionsOf(answer.sections, 'headline', 'summary', 'exception'),
    gaps: sectionsOf(answer.sections, 'gap'),
    route: answer.route,
    basis: answer.citations.map((citation) => `${citationLine(citation)}：${citation.summary}`),
  };
}

/** A frame's object is what stands before 证明. */
const named = (object: string): string => (/(?:证|证明|函|信)$/u.test(object) ? object : `${object}证明`);
