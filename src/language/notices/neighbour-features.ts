import { FeatureList, type Features } from './model/features.js';
import { logistic } from './model/linear.js';
import type { SeenUnit } from './seen-units.js';

const LIMITS = [-4, -3, -2, -1.4, -0.9, -0.4, 0, 0.4, 0.9, 1.4, 2, 3, 4];
const SHARES = 6;
export const scoreLot = (score: number | undefined): number =>
  score === undefined ? -1 : LIMITS.filter((limit) => score > limit).length;

/**
 * What tells, beside a unit's own score, whether it holds a task: the scores of those before and behind it, and the
 * mean of its line, its sentence, its column, its section and of those with as many actors named.
 */
export function neighbourFeatures(units: readonly SeenUnit[], scores: readonly number[]): Features[] {
  const groups = new Groups(units, scores);
  return units.map((unit, i) => {
    const list = new FeatureList();
    const [own, before, after] = [scores[i], scores[i - 1], scores[i + 1]].map(scoreLot) as [
      number,
      number,
      number,
    ];
    list.add(1, 'own', own);
    list.add(1, 'before', before);
    list.add(1, 'after', after);
    list.add(1, 'before mark', before, unit.before);
    list.add(1, 'after mark', after, unit.after);
    list.add(1, 'around', before, after);
    list.add(1, 'own before', own, before);
    list.add(1, 'own after', own, after);
    for (const [name, key] of groupsOf(unit))
      list.add(1, name, groups.meanWithout(`${name} ${key}`, i), actsIn(unit));
    for (const [name, key] of groupsOf(unit)) list.add(1, name, groups.meanWithout(`${name} ${key}`, i));
    return list;
  });
}

const actsIn = (unit: SeenUnit) =>
  unit.actor !== null ? 'own' : unit.inSentence !== null ? 'sentence' : 'none';

/** The groups that a unit is one of, each by its name and what its members share. */
function groupsOf(unit: SeenUnit): [string, string][] {
  const heading = unit.outline.headings.at(-1);
  const groups: [string, string][] = [
    ['line', String(unit.line)],
    ['sentence', String(unit.sentence)],
    ['text', ''],
    ['acting', actsIn(unit)],
  ];
  const head = unit.outline.row?.head?.[0]?.start;
  if (unit.cell !== null) groups.push(['column', `${head} ${unit.cell.column}`]);
  if (heading !== undefined)
    groups.push(['section', heading], ['list', `${heading} ${unit.outline.numbering}`]);
  return groups;
}

/** Mean probabilities of groups. */
class Groups {
  readonly #sums = new Map<string, { sum: number; count: number }>();
  readonly #shares: readonly number[];

  constructor(units: readonly SeenUnit[], scores: readonly number[]) {
    this.#shares = scores.map(logistic);
    for (const [i, unit] of units.entries())
      for (const [name, key] of groupsOf(unit)) {
        const known = this.#sums.get(`${name} ${key}`) ?? { sum: 0, count: 0 };
        known.sum += this.#shares[i] as number;
        known.count++;
        this.#sums.set(`${name} ${key}`, known);
      }
  }

  /** The mean of a group without one of its members, in sixths; -1 where nobody is left. */
  meanWithout(group: string, member: number): number {
    const { sum, count } = this.#sums.get(group) ?? { sum: 0, count: 0 };
    return count < 2 ? -1 : Math.round(((sum - (this.#shares[member] as number)) / (count - 1)) * SHARES);
  }
}
