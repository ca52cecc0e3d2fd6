import type { Answer } from '#answer/index.js';
import type { Verdict } from '#ruling/index.js';
import type { Recorded } from './intent.js';
import type { IncomingMessage, Outline, Standing } from './message.js';
import type { ConversationState } from './state.js';

/** Whom and where the next question is answered for, and what this turn answered. */
export function standingOf(
  { role, region }: Pick<IncomingMessage, 'role' | 'region'>,
  state: Pick<ConversationState, 'role' | 'region' | 'last'>,
  record: Recorded | undefined,
  answerId: string,
): Standing {
  const answer = record?.type === 'answer' ? outlineOf(record.answer, answerId) : null;
  return {
    role: state.role ?? role ?? null,
    region: state.region ?? region ?? null,
    answer,
    goesOn: state.last !== null && (answer === null || answer.judged),
  };
}

/** What is said with these verdicts may name a thing as the question did; all others name the lists' own. */
const OWN_WORDS: readonly Verdict[] = ['not-listed', 'clarify', 'out-of-scope'];

function outlineOf(answer: Answer, id: string): Outline {
  const { verdict, choices, further, explanation, catalogueVersion } = answer;
  return {
    id,
    verdict,
    judged: choices.length === 0 && verdict !== 'out-of-scope',
    restsOnRows: [answer, ...further].every(({ verdict: each }) => !OWN_WORDS.includes(each)),
    region: explanation.region,
    date: explanation.date,
    catalogueVersion,
  };
}
