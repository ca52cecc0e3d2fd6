import type { Answer } from '#answer/index.js';
import { PAPER_KINDS, type Question, TASK_KINDS } from '#ruling/index.js';
import { blocksOf } from './answer-blocks.js';
import type { Outcome, Turn } from './intent.js';
import type { Asking, ConversationState, LastQuestion } from './state.js';

/** What the person said of themselves in this conversation comes before what the channel knows. */
export function scopeOf({ state, message }: Turn): Asking {
  return {
    role: state.role ?? message.role ?? null,
    region: state.region ?? message.region ?? null,
    date: null,
    how: {},
  };
}

/** The answer to a text. @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-INPUT, QD-REGION, QD-DATE */
export function decide({ desk }: Turn, text: string, scope: Asking): Answer {
  return desk.decide(questionOf(text, scope, desk.today()));
}

function questionOf(
  text: string,
  { role, region, date, how }: Asking,
  today: string,
): Question & { today: string } {
  const question: Question & { today: string } = { text, today, ...how };
  if (date !== null) question.date = date;
  if (role !== null) question.role = role;
  if (region !== null) question.region = region;
  return question;
}

/** Asks the desk and remembers the question; `extra` is remembered along with it. */
export function answered(
  turn: Turn,
  text: string,
  scope: Asking,
  extra: Partial<ConversationState> = {},
): Outcome {
  return outcomeOf(turn, decide(turn, text, scope), scope, extra);
}

/** The outcome of an answer that has been got. */
export function outcomeOf(
  turn: Turn,
  answer: Answer,
  scope: Asking,
  extra: Partial<ConversationState> = {},
): Outcome {
  const { answerId, desk } = turn;
  const question = questionOf(answer.question, scope, desk.today());
  const record = { type: 'answer', answer, question } as const;
  const blocks = blocksOf(answer, answerId);
  if (answer.choices.length > 0) {
    const settles = answer.choices.every(({ id }) => desk.kb.regions.get(id) !== undefined)
      ? 'region-of-question'
      : 'matter';
    const asked = { settles, choices: answer.choices, question: answer.question } as const;
    return { blocks, record, state: { ...extra, page: null, last: lastOf(answer, scope, answerId) }, asked };
  }
  if (answer.verdict === 'out-of-scope') return { blocks, record, state: extra };
  return { blocks, record, state: { ...extra, page: null, last: lastOf(answer, scope, answerId) } };
}

function lastOf(answer: Answer, scope: Asking, answerId: string): LastQuestion {
  return { ...scope, text: answer.question, answerId, about: aboutOf(answer) };
}

function aboutOf({ item, candidates, explanation: { sort } }: Answer): LastQuestion['about'] {
  const kind = item?.kind ?? candidates[0]?.kind;
  const is = (kinds: readonly string[]) => kind !== undefined && kinds.includes(kind);
  if (is(PAPER_KINDS) || sort === 'paper') return 'certificate';
  if (is(TASK_KINDS) || sort === 'task') return 'task';
  return 'other';
}

/** The last answer once more, byte for byte: nothing but its question is remembered. */
export function lastAnswer(turn: Turn): Answer | null {
  const { last } = turn.state;
  return last === null ? null : decide(turn, last.text, last);
}
