import type { Answer } from '#answer/index.js';
import { checkQuestion, type Question } from '#ruling/index.js';
import { latest } from '#text/latest.js';

/**
 * Answers given again: the same question, however it is written and with whatever particulars of the sender, for the
 * same place, day and person. An assistant stands on one edition, so its answers are that edition's. What is said of the
 * question as it was shown (`question`) is this question's own; all else is the same objects, which nobody may change.
 * @param most answers kept; the one that was longest not asked for goes first
 * The function throws as `answer` does.
 * @param prepare makes a question ready: `shown` may be stored and shown, `core` is what is read
 */
export function createAnswerCache(
  most: number,
  prepare: (text: string) => { shown: string; core: string },
  answer: (question: Question) => Answer,
): (question: Question) => Answer {
  let asked: Question | undefined;
  // The key holds all that the answer depends on but `shown`; the question behind it is the one asked just now.
  const known = latest(most, () => answer(asked as Question));
  return (question) => {
    const { shown, core } = prepare(checkQuestion(question).text);
    asked = question;
    const made = known(keyOf(question, core));
    return made.question === shown ? made : of(made, shown);
  };
}

function of(answer: Answer, question: string): Answer {
  return { ...answer, question, further: answer.further.map((one) => of(one, question)) };
}

function keyOf(
  { role, region, date, today, over, as, rowId, committee, about, added }: Question,
  core: string,
): string {
  return JSON.stringify([core, role, region, date, today, over, as, rowId, committee, about, added]);
}
