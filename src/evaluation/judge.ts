import type { Answer } from '#answer/index.js';
import { PAPER_KINDS, TASK_KINDS, type Verdict } from '#ruling/index.js';
import type { LabelledQuestion } from './question-set.js';

/** `source`: the right verdict from a row that the label doesn't accept; counted as wrong. */
export type Outcome = 'right' | 'wrong' | 'source' | 'abstained' | 'unjudged';

/** Verdicts that rest on a row of the knowledge base. */
const RESTS_ON_ROW: ReadonlySet<string> = new Set([...TASK_KINDS, ...PAPER_KINDS, 'information']);
/** Verdicts by which the assistant says that it doesn't know. */
const ABSTAINING: readonly Verdict[] = ['clarify', 'not-listed', 'out-of-scope'];

/** How an answer compares with its label; an answer outside the answering band is never wrong, only no answer. */
export function judge(question: LabelledQuestion, answer: Answer): Outcome {
  const { verdicts } = question;
  if (verdicts.length === 0) return 'unjudged';
  if (!verdicts.includes(answer.verdict)) {
    return ABSTAINING.includes(answer.verdict) && answer.band !== 'answer' ? 'abstained' : 'wrong';
  }
  return RESTS_ON_ROW.has(answer.verdict) && !sourceAccepted(question, answer) ? 'source' : 'right';
}

function sourceAccepted({ items, documents }: LabelledQuestion, answer: Answer): boolean {
  if (items === undefined && documents === undefined) return true;
  const rows = [answer.item?.id, answer.explanation.decidedBy, ...answer.explanation.rows].filter(
    (id) => id !== undefined && id !== null,
  );
  if (items?.some((id) => rows.includes(id))) return true;
  return documents?.some((id) => answer.citations.some((c) => c.documentId === id)) ?? false;
}

/** Whether the label says that the matter is on a list. */
export const isOnList = (question: LabelledQuestion): boolean =>
  question.verdicts.some((v) => RESTS_ON_ROW.has(v) && v !== 'information');

/** Whether the label says that the question has nothing to do with the lists. */
export const isOffTopic = (question: LabelledQuestion): boolean =>
  question.verdicts.length === 1 && question.verdicts[0] === 'out-of-scope';

/** Whether an answer to an off-topic question claims something about the lists. */
export const claims = (answer: Answer): boolean =>
  RESTS_ON_ROW.has(answer.verdict) && answer.band === 'answer';
