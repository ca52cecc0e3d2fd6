import type { Answer, Question, Role } from '../../decision/answer.js';
import { blocksOf } from './answer-blocks.js';
import type { Outcome, Turn } from './intent.js';
import type { ConversationState, LastQuestion } from './state.js';

/** What a question is judged by when its own text doesn't say. */
export interface Scope {
  role: Role | null;
  region: string | null;
  /** YYYY-MM-DD; null for today. */
  date: string | null;
}

/** What the person said of themselves in this conversation comes before what the channel knows. */
export function scopeOf({ state, message }: Turn): Scope {
  return {
    role: state.role ?? message.role ?? null,
    region: state.region ?? message.region ?? null,
    date: null,
  };
}

/** The answer to a text. @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-INPUT, QD-REGION, QD-DATE */
export function decide({ desk }: Turn, text: string, scope: Scope): Answer {
  return desk.decide(questionOf(text, scope, desk.today()));
}

function questionOf(
  text: string,
  { role, region, date }: Scope,
  today: string,
): Question & { today: string } {
  const question: Question & { today: string } = { text, today };
  if (date !== null) question.date = date;
  if (role !== null) question.role = role;
  if (region !== null) question.region = region;
  return question;
}

/** Asks the desk and remembers the question; `extra` is remembered along with it. */
export function answered(
  turn: Turn,
  text: string,
  scope: Scope,
  extra: Partial<ConversationState> = {},
): Outcome {
  return outcomeOf(turn, decide(turn, text, scope), scope, extra);
}

/** The outcome of an answer that has been got. */
export function outcomeOf(
  turn: Turn,
  answer: Answer,
  scope: Scope,
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

function lastOf(answer: Answer, scope: Scope, answerId: string): LastQuestion {
  const { role, region, date } = scope;
  return { text: answer.question, role, region, date, answerId, about: aboutOf(answer) };
}

function aboutOf({ item, candidates, explanation: { frame } }: Answer): LastQuestion['about'] {
  const kind = item?.kind ?? candidates[0]?.kind;
  if (kind === 'may-certify' || kind === 'must-not-certify' || frame.kind === 'certificate')
    return 'certificate';
  if (kind === 'autonomy' || kind === 'assist' || kind === 'negative' || frame.kind === 'task') return 'task';
  return 'other';
}

/** The last answer once more, byte for byte: nothing but its question is remembered. */
export function lastAnswer(turn: Turn): Answer | null {
  const { last } = turn.state;
  return last === null ? null : decide(turn, last.text, last);
}
