import type { TriageClass } from '#catalogue/matters/schema.js';
import type { CaseKind, CaseState, Result } from './case.js';

/** What statistics need of one case. */
export interface CaseFigures {
  kind: CaseKind;
  state: CaseState;
  class: TriageClass | null;
  matter: string | null;
  region: string;
  receivedOn: string;
  /** Day of its result, null while there is none. */
  resultOn: string | null;
  /** Last day for what is to be done next; null once nothing is. */
  dueOn: string | null;
  /** It passed a last day at some time. */
  late: boolean;
  outcome: Result['outcome'] | null;
  satisfied: boolean | null;
  returns: number;
  escalations: number;
}

export interface CaseStatistics {
  total: number;
  open: number;
  /** Open and past their day. */
  overdue: number;
  /** Closed or withdrawn. */
  closed: number;
  byClass: Readonly<Record<TriageClass | 'unsorted', number>>;
  byKind: Readonly<Record<CaseKind, number>>;
  issued: number;
  refused: number;
  returned: number;
  escalated: number;
  /** Calendar days from reception to result, the middle one; null without any. */
  medianDays: number | null;
  /** Of those with a result, the share that never passed a last day, 0 to 1; null without any. */
  inTime: number | null;
  visited: number;
  satisfied: number;
  /** What most cases are about, with how many. */
  matters: readonly (readonly [name: string, count: number])[];
}

const MOST_MATTERS = 10;
const DAY_MS = 86_400_000;

/** Figures of cases as they stand on a day (YYYY-MM-DD). */
export function statisticsOf(cases: Iterable<CaseFigures>, today: string): CaseStatistics {
  const byClass = { government: 0, consult: 0, self: 0, unsorted: 0 };
  const byKind = { demand: 0, paper: 0 };
  const count = {
    total: 0,
    open: 0,
    overdue: 0,
    closed: 0,
    issued: 0,
    refused: 0,
    returned: 0,
    escalated: 0,
  };
  const visits = { visited: 0, satisfied: 0 };
  const matters = new Map<string, number>();
  const days: number[] = [];
  let inTime = 0;
  for (const one of cases) {
    const open = one.state !== 'closed' && one.state !== 'withdrawn';
    count.total++;
    if (open) count.open++;
    else count.closed++;
    if (open && one.dueOn !== null && one.dueOn < today) count.overdue++;
    byKind[one.kind]++;
    if (one.kind === 'demand') byClass[one.class ?? 'unsorted']++;
    if (one.outcome === 'issued') count.issued++;
    if (one.outcome === 'refused') count.refused++;
    if (one.returns > 0) count.returned++;
    if (one.escalations > 0) count.escalated++;
    if (one.satisfied !== null) visits.visited++;
    if (one.satisfied === true) visits.satisfied++;
    if (one.matter !== null) matters.set(one.matter, (matters.get(one.matter) ?? 0) + 1);
    if (one.resultOn !== null) {
      days.push((Date.parse(one.resultOn) - Date.parse(one.receivedOn)) / DAY_MS);
      if (!one.late) inTime++;
    }
  }
  return {
    ...count,
    ...visits,
    byClass,
    byKind,
    medianDays: middle(days),
    inTime: days.length === 0 ? null : inTime / days.length,
    matters: [...matters].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_MATTERS),
  };
}

function middle(numbers: number[]): number | null {
  return numbers.sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? null;
}
