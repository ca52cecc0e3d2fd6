import type { Capacity } from '#language/index.js';
import type { Answer } from '../answer.js';
import { suggestionFor } from '../notices/advice.js';
import type { ScreenedTask, Screening } from '../notices/screening.js';

/** What letters need of a notice beside its tasks. */
export type NoticeHead = Omit<Screening, 'tasks' | 'skipped'>;

/** An answer as a task of a notice that nobody has seen. @param phrase what was asked to be done */
export function taskOfAnswer(answer: Answer, phrase: string, capacity: Capacity = 'unsaid'): ScreenedTask {
  const { verdict, band, item, citations, candidates, explanation } = answer;
  const task = {
    phrase,
    start: 0,
    end: 0,
    verdict,
    band,
    item,
    citations,
    candidates: candidates.map(({ name }) => name),
    certificate: explanation.sort === 'paper' || verdict === 'may-certify' || verdict === 'must-not-certify',
    demand: null,
    capacity,
  };
  return { ...task, suggestion: suggestionFor(task) };
}

/** What is known of a notice that nobody has seen. */
export const unseenHead = (answer: Answer): NoticeHead => ({
  title: null,
  source: '对话',
  issuer: null,
  number: null,
  committee: null,
  settlement: null,
  region: answer.explanation.region,
  date: answer.explanation.date,
  meansRules: [],
  catalogueVersion: answer.catalogueVersion,
});
