import type { Citation } from '#catalogue/citation.js';
import type { ScreenedTask, Screening } from '../notices/screening.js';
import { phraseText } from '../report/summary.js';
import { voiceOf } from '../verdicts.js';
import { basisOf, norm } from './basis.js';
import type { Request } from './templates.js';

/** A task as a letter puts it. */
export interface Requested {
  /** Its number in the notice, from 1. */
  number: number;
  request: Request;
  /** The task whole, on one line. */
  phrase: string;
  /** Norms with their articles; empty where the request needs none. */
  basis: string;
}

/** Why a task that calls for a letter isn't in one. */
export interface Withheld {
  /** Its number in the notice, from 1. */
  number: number;
  reason: 'unsure' | 'unseen-basis';
}

/** What is asked for each task, and which tasks a person has to look at before they may go out. */
export interface Requests {
  requested: readonly Requested[];
  withheld: readonly Withheld[];
}

/** @param confirmed numbers of the tasks (from 1) whose verdict and basis a person has checked */
export function requestsOf(
  { tasks, meansRules }: Pick<Screening, 'tasks' | 'meansRules'>,
  confirmed: ReadonlySet<number>,
): Requests {
  const requested: Requested[] = [];
  const withheld: Withheld[] = [];
  for (const [index, task] of tasks.entries()) {
    const number = index + 1;
    const request = requestFor(task);
    if (request === null) continue;
    const checked = confirmed.has(number);
    const basis = basisOf(groundOf(request, task.citations, meansRules), checked);
    if (task.band === 'confirm' && !checked) withheld.push({ number, reason: 'unsure' });
    else if (basis === '' && request !== 'means') withheld.push({ number, reason: 'unseen-basis' });
    else requested.push({ number, request, phrase: phraseText(task), basis });
  }
  return { requested, withheld };
}

/** The rules on help and means are what a task outside the lists is measured by; those asked for means are given them together. */
function groundOf(
  request: Request,
  own: readonly Citation[],
  meansRules: readonly Citation[],
): readonly Citation[] {
  if (request === 'admission') return [...own, ...meansRules];
  if (request !== 'means') return own;
  const general = new Set(meansRules.map(norm));
  return own.filter((citation) => !general.has(norm(citation)));
}

/** What a task gives reason to ask for; null for what the committee simply does. */
export function requestFor({ verdict, demand, certificate }: ScreenedTask): Request | null {
  if (demand !== null && verdict !== 'assist' && verdict !== 'autonomy') return 'formality';
  const { letter } = voiceOf(verdict);
  if (letter !== 'return') return letter;
  if (verdict === 'must-not-certify' || certificate) return 'certificate';
  return verdict === 'not-listed' ? 'admission' : 'responsible';
}
