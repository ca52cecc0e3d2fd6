import type { AddWorkingDays, Limits, Reception, Sorting } from '#cases/index.js';
import type { TriageClass } from '#catalogue/matters/schema.js';

const DAY_MS = 86_400_000;

/** Every day but Saturday and Sunday, without holidays. */
export const weekdays: AddWorkingDays = (day, days) => {
  let at = Date.parse(day);
  for (let left = days; left > 0; ) {
    at += DAY_MS;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return { day: new Date(at).toISOString().slice(0, 10), sure: true };
};

const limit = (days: number) => ({ days, basis: '示例' });
export const LIMITS: Limits = {
  move: limit(1),
  government: limit(10),
  consult: limit(15),
  self: limit(2),
  paper: limit(3),
  reply: limit(1),
  visit: limit(5),
};

export const sortedAs = (as: TriageClass | null): Sorting => ({
  class: as,
  matter: as === null ? null : '示例诉求',
  why: '示例理由',
  responsible: '示例部门',
  committee: null,
  turnTo: '示例去处',
  basis: ['示例依据'],
  by: 'lists',
});

export const demand = (as: TriageClass | null, different: Partial<Reception> = {}): Reception => ({
  kind: 'demand',
  region: '500108001001',
  source: 'window',
  text: '楼道灯坏了',
  sorting: sortedAs(as),
  paper: null,
  ...different,
});

export const paperWanted = (different: Partial<Reception> = {}): Reception => ({
  ...demand(null),
  kind: 'paper',
  text: '开居住证明',
  paper: {
    name: '居住证明',
    verdict: 'must-not-certify',
    band: 'answer',
    says: ['不能开。'],
    gaps: [],
    route: '派出所',
    basis: ['示例依据'],
  },
  ...different,
});
