import { type Assignment, DEMAND_KINDS, TASK_SORTS, type TaskSort } from '#language/index.js';
import type { Weighed } from './bench.js';

/**
 * How what the lists say counts beside what such tasks come to in marked notices. Chosen on the very splits that
 * `npm run fit:notices -- --hands` prints (each hand with sorts fitted on the others), so its figures lean towards it.
 */
const LISTS = 0.7;
/** What is improbable by one of the two isn't impossible. */
const LEAST = { share: 1e-4, support: 0.05 } as const;
/** Support of a sort of formality that the task's words name, and that they don't. */
const NAMED = 0.8;
const UNNAMED = 0.1;
/** Of what no row on offer has, as much as speaks for no list having it. */
const OPEN = 0.5;

const FORMAL: ReadonlySet<string> = new Set(DEMAND_KINDS);
const LISTED = ['assist', 'autonomy', 'negative', 'may-certify', 'must-not-certify'] as const;
export type ListedSort = (typeof LISTED)[number];
export const isListed = (sort: TaskSort): sort is ListedSort => (LISTED as readonly string[]).includes(sort);

/** The sorts that a task may be, the most probable first: by marked notices and by the rows on offer together. */
export function sortsOf(task: Assignment, { candidates }: Weighed): TaskSort[] {
  const support = new Map<string, number>();
  for (const { kind, probability } of candidates) support.set(kind, (support.get(kind) ?? 0) + probability);
  const held = LISTED.reduce((sum, sort) => sum + (support.get(sort) ?? 0), 0);
  const supportOf = (sort: TaskSort): number => {
    if (FORMAL.has(sort)) return task.demand === sort ? NAMED : UNNAMED;
    if (sort === 'not-listed') return Math.max(0, 1 - held) * OPEN + LEAST.support;
    return (support.get(sort) ?? 0) + LEAST.support;
  };
  const score = (sort: TaskSort) =>
    Math.log(task.shares[sort] + LEAST.share) + LISTS * Math.log(supportOf(sort));
  return TASK_SORTS.filter((sort) => !isListed(sort) || support.has(sort))
    .map((sort) => ({ sort, score: score(sort) }))
    .sort((a, b) => b.score - a.score)
    .map(({ sort }) => sort);
}
