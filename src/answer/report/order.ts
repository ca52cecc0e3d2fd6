import { requestFor } from '../letters/requests.js';
import { REQUESTS } from '../letters/templates.js';
import type { ScreenedTask, Screening } from '../notices/screening.js';

/** A task with its place in the notice, from 1, by which it is spoken of everywhere. */
export interface NumberedTask {
  number: number;
  task: ScreenedTask;
}

/** The tasks as a report shows them: what something has to be done about first, then what is to be checked, then the rest. */
export function byNeed({ tasks }: Pick<Screening, 'tasks'>): NumberedTask[] {
  return tasks
    .map((task, i): NumberedTask => ({ number: i + 1, task }))
    .sort((a, b) => needOf(a.task) - needOf(b.task) || a.number - b.number);
}

function needOf(task: ScreenedTask): number {
  const request = requestFor(task);
  if (request !== null) return REQUESTS.indexOf(request);
  return task.band === 'confirm' ? REQUESTS.length : REQUESTS.length + 1;
}
