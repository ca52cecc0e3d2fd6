import type { Answer } from '#answer/index.js';
import { claims, isOffTopic, isOnList, judge, type Outcome } from './judge.js';
import type { LabelledQuestion } from './question-set.js';

export interface Judged {
  question: LabelledQuestion;
  answer: Answer;
  outcome: Outcome;
}

/** Shares are of all judged questions of the class. */
export interface ClassFigures {
  name: string;
  n: number;
  right: number;
  wrong: number;
  abstained: number;
}

/** The bars of an evaluation: shares, 0 to 1. */
export const BARS = { wrong: 0.02, offTopicAnswered: 0.02, rightOfListed: 0.85 } as const;

export interface Evaluation {
  judged: readonly Judged[];
  classes: readonly ClassFigures[];
  total: ClassFigures;
  /** Wrong answers as a share of all judged questions. */
  wrongShare: number;
  /** Off-topic questions answered with a verdict, as a share of the off-topic ones. */
  offTopicAnswered: number;
  /** Right at the first answer, as a share of the questions about something on a list. */
  rightOfListed: number;
  /** Whether all three bars hold. */
  passed: boolean;
}

/** Answers every question and compares. `classOf` groups them; by default their first expected verdict. */
export function evaluate(
  questions: readonly LabelledQuestion[],
  decide: (question: LabelledQuestion) => Answer,
  classOf: (question: LabelledQuestion) => string = (q) => q.verdicts[0] ?? '(无标签)',
): Evaluation {
  const judged = questions.map((question) => {
    const answer = decide(question);
    return { question, answer, outcome: judge(question, answer) };
  });
  const counted = judged.filter(({ outcome }) => outcome !== 'unjudged');
  const byClass = new Map<string, Judged[]>();
  for (const row of counted) {
    const name = classOf(row.question);
    byClass.set(name, [...(byClass.get(name) ?? []), row]);
  }
  const total = figures('全部', counted);
  const onList = counted.filter(({ question }) => isOnList(question));
  const offTopic = counted.filter(({ question }) => isOffTopic(question));
  const wrongShare = total.wrong / Math.max(1, total.n);
  const offTopicAnswered =
    offTopic.filter(({ answer }) => claims(answer)).length / Math.max(1, offTopic.length);
  const rightOfListed =
    onList.length === 0 ? 1 : onList.filter(({ outcome }) => outcome === 'right').length / onList.length;
  return {
    judged,
    classes: [...byClass].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, rows]) => figures(name, rows)),
    total,
    wrongShare,
    offTopicAnswered,
    rightOfListed,
    passed:
      wrongShare <= BARS.wrong &&
      offTopicAnswered <= BARS.offTopicAnswered &&
      rightOfListed >= BARS.rightOfListed,
  };
}

function figures(name: string, rows: readonly Judged[]): ClassFigures {
  const count = (...outcomes: Outcome[]) => rows.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    name,
    n: rows.length,
    right: count('right'),
    wrong: count('wrong', 'source'),
    abstained: count('abstained'),
  };
}
