import type { Case } from './case.js';

/** What has to be done next: sorted and moved on, brought to a result, handed out, asked about. */
export const DUE_FOR = ['move', 'result', 'reply', 'visit'] as const;
export type DueFor = (typeof DUE_FOR)[number];

export interface Due {
  for: DueFor;
  /** YYYY-MM-DD, the last day on which it is in time. */
  day: string;
  /** False where the calendar of holidays of that year isn't known: then weekends alone are left out. */
  sure: boolean;
}

/** A time limit in working days, with where it comes from. */
export interface Limit {
  days: number;
  /** Document and place, or that it is the office's own. */
  basis: string;
}

/** Time limits of one window: results are counted from the day of reception, the others from the step before. */
export interface Limits {
  move: Limit;
  government: Limit;
  consult: Limit;
  self: Limit;
  paper: Limit;
  reply: Limit;
  visit: Limit;
}

/** Adds working days: the day itself doesn't count. `sure` is false where a year isn't in the calendar. */
export type AddWorkingDays = (day: string, days: number) => { day: string; sure: boolean };

/** The limit within which a case has to come to its result. */
export function limitOf({ kind, sorting }: Pick<Case, 'kind' | 'sorting'>, limits: Limits): Limit {
  if (kind === 'paper') return limits.paper;
  // Whoever hasn't been sorted yet gets the shortest: sorting it wrong must not make anybody wait.
  return limits[sorting.class ?? 'self'];
}

/** What a case has to have done next, by its state. */
export function dueOf(
  one: Omit<Case, 'due'>,
  since: string,
  limits: Limits,
  add: AddWorkingDays,
): Due | null {
  switch (one.state) {
    case 'received':
    case 'returned':
      return one.kind === 'paper'
        ? { for: 'result', ...add(since, limits.paper.days) }
        : { for: 'move', ...add(since, limits.move.days) };
    case 'consulting':
    case 'routed':
      return { for: 'result', ...add(one.receivedOn, limitOf(one, limits).days) };
    case 'resolved':
      return { for: 'reply', ...add(since, limits.reply.days) };
    case 'replied':
      return { for: 'visit', ...add(since, limits.visit.days) };
    case 'closed':
    case 'withdrawn':
      return null;
  }
}
