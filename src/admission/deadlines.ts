import { addWorkingDays, type Reckoned } from '#text/working-days.js';
import type { PromisedMeans } from './application.js';
import { type AdmissionProcess, stepOf } from './process.js';
import { type Admission, type Receipt, stateOn } from './state.js';

/** Day by which an application under way is to be decided; null where the procedure sets no limit. A return stops the clock. */
export function decisionDue(admission: Admission, process: AdmissionProcess): Reckoned | null {
  const limit = stepOf(process, 'decide')?.limit;
  const underWay = ['submitted', 'reviewed', 'met'].includes(admission.state);
  if (limit === undefined || !underWay || admission.submittedOn === null) return null;
  return addWorkingDays(admission.submittedOn, limit);
}

/** Last day on which an application for a task that begins on a day comes in time; null where nothing is set. */
export function latestSubmission(from: string, process: AdmissionProcess): Reckoned | null {
  const lead = stepOf(process, 'apply')?.lead;
  return lead === undefined ? null : addWorkingDays(from, -lead);
}

/** Something promised with an admitted task that hasn't come although its day is past. */
export interface Unpaid {
  means: Receipt['means'];
  promised: PromisedMeans;
  due: string;
  /** Yuan that are missing; null where no sum was promised. */
  missing: number | null;
}

/** Where nothing was promised. */
const NOTHING = /^(?:无|没有|不需要|不涉及|0|零)(?:元)?[。.]?$/u;

export function promisesNothing({ what, amount }: PromisedMeans): boolean {
  return amount === 0 || (amount === undefined && NOTHING.test(what.trim()));
}

/** What was promised and hasn't come by a day, of a task that has begun. */
export function unpaidOn(admission: Admission, day: string): Unpaid[] {
  const state = stateOn(admission, day);
  if (admission.decision?.from == null || !['in-force', 'expired', 'revoked'].includes(state)) return [];
  // Revoked before it began: nothing was due.
  if (day < admission.decision.from) return [];
  const { from } = admission.decision;
  return (['funds', 'staff'] as const).flatMap((means): Unpaid[] => {
    const promised = admission.application[means];
    if (promised === undefined || promisesNothing(promised)) return [];
    const due = promised.due ?? from;
    if (day <= due) return [];
    const come = admission.receipts.filter((receipt) => receipt.means === means);
    if (promised.amount === undefined)
      return come.length > 0 ? [] : [{ means, promised, due, missing: null }];
    const missing = promised.amount - come.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
    return missing <= 0 ? [] : [{ means, promised, due, missing }];
  });
}
