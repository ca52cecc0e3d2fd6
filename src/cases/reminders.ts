import type { Case } from './case.js';
import type { CaseEvent } from './events.js';
import type { AddWorkingDays } from './limits.js';

/** Working days before the last day on which a warning is due. */
export const WARNING_DAYS = 1;

/** What is to be told of a case on a day: that its last day is near, or that it has passed; null where nothing is. */
export function reminderDue(
  { due, told }: Pick<Case, 'due' | 'told'>,
  today: string,
  add: AddWorkingDays,
): Extract<CaseEvent, { type: 'remind' }> | null {
  if (due === null) return null;
  if (due.day < today) {
    return told.late === due.day ? null : { type: 'remind', what: 'late', day: due.day };
  }
  if (due.day > add(today, WARNING_DAYS).day || told.soon === due.day) return null;
  return { type: 'remind', what: 'soon', day: due.day };
}
