import { rowId } from '#catalogue/rows.js';
import type { Frame } from '#language/index.js';
import type { Weighted } from '../context.js';
import { byProbability, type Hit } from '../hit.js';
import type { RowsInForce } from '../precedence.js';
import { askedBy, type NobodyShares } from '../scoring.js';
import { isOwnRow, type OwnRows } from './own-rows.js';

/**
 * How many times as probable something else has to be before it is said instead of what an office's own list has, whose
 * rows are made for those who ask there: another matter, or the case being nobody's. The first is shared by the own rows
 * as they are ranked among themselves, so that only one that stands out gets all of it. Papers go by their exact name,
 * and a neighbouring one is none of the list's; tasks are told in many words. Chosen on a workbook of 70 rows with its
 * questions, and on what the project's questions about other things lose by it.
 */
const FAR_NEARER = {
  paper: { matter: 6, nobody: 2 },
  task: { matter: 80, nobody: 4 },
  unclear: { matter: 80, nobody: 2 },
} as const;
/** How sharply the learned reader's scores rank the own rows among themselves. */
const SHARPNESS = 10;

/**
 * What came near with the office's own rows first. A matter that no own row is joined to lends its probability to the
 * open row that is likeliest about it; then the own rows are ranked among themselves, and the nearer one is to be the
 * one that is meant, the more it weighs. What there is shares 1 as before. Without own rows in force nothing changes.
 */
export function ownFirst(
  weighted: Weighted,
  own: OwnRows,
  frames: readonly Frame[],
  inForce: RowsInForce,
): Weighted {
  if (own.labels.length === 0) return weighted;
  const vetoed = weighted.hits.filter(({ veto }) => veto !== null);
  const open = lending(
    weighted.hits.filter(({ veto }) => veto === null),
    own,
    inForce,
  );
  const { paper, task } = askedBy(frames);
  const far = FAR_NEARER[paper ? 'paper' : task ? 'task' : 'unclear'];
  const mayDecide = (hit: Hit) =>
    (hit.matter.group === 'certificate') === paper && inForce.of(hit.matter).some(isOwnRow);
  const { hits, nobody } = raised(open, open.filter(mayDecide), weighted.nobody, far);
  return { hits: [...hits.sort(byProbability), ...vetoed], nobody };
}

/** The hits, those of matters without own rows as hits of the open row that is likeliest about them. */
function lending(open: readonly Hit[], { lent }: OwnRows, inForce: RowsInForce): Hit[] {
  const near = new Map(open.map((hit) => [hit.matter.key, hit.probability]));
  const byKey = new Map<string, Hit>();
  for (const hit of open) {
    const matter = inForce.of(hit.matter).some(isOwnRow) ? hit.matter : (takerOf(hit) ?? hit.matter);
    const known = byKey.get(matter.key);
    const nearer = known === undefined || hit.probability > known.probability ? hit : known;
    byKey.set(matter.key, {
      ...nearer,
      matter,
      probability: hit.probability + (known?.probability ?? 0),
    });
  }
  return [...byKey.values()];

  function takerOf({ matter }: Hit) {
    const holds = (id: string, rows: readonly Parameters<typeof rowId>[0][]) =>
      rows.some((row) => rowId(row) === id);
    const here = (lent.get(matter.label) ?? []).filter(({ own, row }) => holds(rowId(row), inForce.of(own)));
    const [likely] = here.filter(({ broader }) => !broader);
    if (likely !== undefined) return likely.own;
    // A broader heading only takes what comes near to its own row as well.
    const [nearest] = here
      .filter(({ own }) => near.has(own.key))
      .sort((a, b) => (near.get(b.own.key) ?? 0) - (near.get(a.own.key) ?? 0));
    return nearest?.own;
  }
}

/**
 * All probabilities anew, with some hits raised: against the other matters as far as one of them is first among them by
 * both readers, against nobody's as much as they then are of what is somebody's.
 */
function raised(
  open: readonly Hit[],
  own: readonly Hit[],
  nobody: NobodyShares,
  far: { matter: number; nobody: number },
): Weighted {
  const near = new Map(own.map((hit) => [hit, hit.probability * Math.exp(SHARPNESS * hit.learned.behind)]));
  const all = sumOf([...near.values()]);
  if (all === 0) return { hits: [...open], nobody };
  const masses = open.map((hit) => hit.probability * (1 + ((far.matter - 1) * (near.get(hit) ?? 0)) / all));
  const share = sumOf(masses.filter((_, i) => near.has(open[i] as Hit))) / sumOf(masses);
  const theirs = sumOf(open.map(({ probability }) => probability)) * (1 + (far.nobody - 1) * share);
  const total = theirs + sumOf(Object.values(nobody));
  const scaled = masses.map((mass) => (mass * theirs) / sumOf(masses) / total);
  return {
    hits: open.map((hit, i) => ({ ...hit, probability: scaled[i] as number })),
    nobody: Object.fromEntries(
      Object.entries(nobody).map(([label, one]) => [label, one / total]),
    ) as Weighted['nobody'],
  };
}

const sumOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
