import { type Entry, textOf } from './entry.js';
import type { Measure } from './facts.js';

/** Whether an entry counts for a measure. */
export function counts(measure: Measure, entry: Entry): boolean {
  if (entry.kind !== measure.register || entry.state === 'ended') return false;
  if (measure.state === 'recorded' && entry.state !== 'recorded') return false;
  if (measure.state === 'on' && entry.state === 'refused') return false;
  if (measure.field !== undefined && textOf(entry, measure.field) !== (measure.is ?? '')) return false;
  if (measure.with !== undefined && textOf(entry, measure.with) === '') return false;
  return measure.without === undefined || textOf(entry, measure.without) === '';
}

/** How many entries count. */
export function measured(measure: Measure, entries: readonly Entry[]): number {
  return entries.filter((entry) => counts(measure, entry)).length;
}
