import type { DemandKind } from '#language/index.js';
import type { Verdict } from '#ruling/index.js';
import { citationLine } from '../citations.js';
import { voiceOf } from '../verdicts.js';
import { FORMALITY_WORDS } from './formalities.js';
import type { ScreenedTask } from './screening.js';

type Length = 'short' | 'long';

/** What to do with a task, in a few words; `length` says how fully a formality is named. */
export function adviceFor(
  { verdict, certificate, demand }: Pick<ScreenedTask, 'verdict' | 'certificate' | 'demand'>,
  length: Length,
): string {
  return demand === null || verdict === 'assist' || verdict === 'autonomy'
    ? voiceOf(verdict).advice(certificate)
    : onFormality(verdict, demand, length);
}

/** Files that a law asks for are kept like any other duty; the rest is to be cut down. */
function onFormality(verdict: Verdict, demand: DemandKind, length: Length): string {
  const name = FORMALITY_WORDS[demand][length];
  if (verdict === 'negative') return `不应承担（${name}）`;
  if (verdict === 'information') return `属于${name}要求，请按规定精简或取消`;
  return `属于${name}要求，清单未列，须先准入`;
}

/** What to do with a task, in one sentence with its basis, the first citation. */
export function suggestionFor(task: Omit<ScreenedTask, 'suggestion'>): string {
  const [first] = task.citations;
  const basis = first === undefined ? '' : `，依据${citationLine(first)}`;
  return `${adviceFor(task, 'long')}${basis}。${toCheck(task)}`;
}

/** The row to look at by hand where the verdict isn't sure. */
function toCheck({ verdict, band, candidates }: Omit<ScreenedTask, 'suggestion'>): string {
  if (band !== 'confirm') return '';
  const [near] = candidates;
  return near === undefined
    ? '请人工核对。'
    : `请人工核对（${verdict === 'not-listed' ? '最接近' : '按'}「${near}」）。`;
}
