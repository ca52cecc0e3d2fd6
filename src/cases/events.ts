import type { TriageClass } from '#catalogue/matters/schema.js';
import type { Attached, CaseState, Office } from './case.js';

/** Everything that can happen to a case after its reception. */
export type CaseEvent =
  /** A person sorts it, where the lists didn't or did wrongly. */
  | { type: 'sort'; class: TriageClass; reason: string }
  /** 流转 to the street or a department. */
  | { type: 'route'; to: string; level: Office['level'] }
  /** 退回 by whoever has it, with the reason. */
  | { type: 'return'; reason: string }
  /** 提级: it goes to a higher or another office because it is late or stuck. */
  | { type: 'escalate'; to: string; level: Office['level']; reason: string }
  /** 协商, with its note and result. */
  | {
      type: 'meet';
      participants: readonly string[];
      place: string | null;
      note: string;
      result: string;
      agreed: boolean;
    }
  /** 引导自办. */
  | { type: 'guide'; text: string }
  /** The office that has it tells what was done. */
  | { type: 'resolve'; text: string }
  /** 出具: the text of the paper, and by which exception or rule where the lists don't say that it may be issued. */
  | { type: 'issue'; text: string; basis: string | null }
  /** 不予出具, with 告知单. */
  | { type: 'refuse'; reason: string }
  /** 出件. */
  | { type: 'reply'; text: string; how: string }
  /** 回访; unsatisfied, it is done again. */
  | { type: 'visit'; satisfied: boolean; note: string }
  /** Closed without a visit: nobody could be reached, or none was wanted. */
  | { type: 'close'; reason: string }
  | { type: 'withdraw'; reason: string }
  /** 延期, once. */
  | { type: 'extend'; days: number; reason: string }
  | { type: 'attach'; attached: Attached }
  /** A warning before the last day, or that it has passed, was told. */
  | { type: 'remind'; what: 'soon' | 'late'; day: string };

export type CaseEventType = CaseEvent['type'];

const OPEN: readonly CaseState[] = ['received', 'consulting', 'routed', 'returned', 'resolved', 'replied'];

/** In which states an event may happen; whether the case is of the right kind and class is asked in `apply`. */
export const ALLOWED: Readonly<Record<CaseEventType, readonly CaseState[]>> = {
  sort: ['received', 'returned', 'consulting'],
  route: ['received', 'returned', 'consulting'],
  return: ['routed'],
  escalate: ['routed'],
  meet: ['received', 'returned', 'consulting'],
  guide: ['received', 'returned'],
  resolve: ['routed'],
  issue: ['received', 'returned'],
  refuse: ['received', 'returned'],
  reply: ['resolved'],
  visit: ['replied'],
  close: ['replied'],
  withdraw: ['received', 'consulting', 'routed', 'returned', 'resolved'],
  extend: ['consulting', 'routed'],
  attach: OPEN,
  remind: OPEN,
};
