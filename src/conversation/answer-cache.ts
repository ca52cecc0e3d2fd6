import { createHash } from 'node:crypto';
import type { Answer } from '#answer/index.js';
import type { Question } from '#ruling/index.js';

/** Answers kept: about 5 MB. A leaning turn asks the question before it again, and many people ask the same. */
const MOST = 500;

/**
 * A decision that remembers its latest answers. The same question on the same knowledge gives the same answer byte for
 * byte, so nobody can tell the difference but by the clock. Questions are kept as hashes: their text may hold personal
 * data. `version` is that of the knowledge now.
 */
export function rememberAnswers(
  decide: (question: Question) => Answer,
  version: () => string,
  most: number = MOST,
): (question: Question) => Answer {
  const answers = new Map<string, Answer>();
  return (question) => {
    const { text, role, region, date, today, over, as, rowId, committee, about, added } = question;
    const key = createHash('sha256')
      .update(
        JSON.stringify([
          version(),
          text,
          role,
          region,
          date,
          today,
          over,
          as,
          rowId,
          committee,
          about,
          added,
        ]),
      )
      .digest('base64');
    const known = answers.get(key);
    const answer = known ?? decide(question);
    // Inserted anew, so that the one asked longest ago stands first.
    answers.delete(key);
    answers.set(key, answer);
    if (answers.size > most) answers.delete(answers.keys().next().value as string);
    return answer;
  };
}
