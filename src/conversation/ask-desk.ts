import type { Answer } from '#answer/index.js';
import { PAPER_KINDS, type Question, TASK_KINDS } from '#ruling/index.js';
import { blocksOf } from './answer-blocks.js';
import type { Outcome, Turn } from './intent.js';
import { impliedRole } from './roles.js';
import type { Asking, ConversationState, LastQuestion, Shown } from './state.js';

/** What the person said of themselves in this conversation comes before what the channel knows. */
export function scopeOf({ state, message, said }: Turn): Asking {
  const { committee } = state;
  return {
    role: roleOf({ state, message, said }),
    region: state.region ?? message.region ?? null,
    date: state.date,
    how: committee === null ? {} : { committee },
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
    const items = answer.choices.map(({ id, label }) => ({ label, how: { rowId: id } }));
    const shown = settles === 'matter' ? { shown: { is: 'choices', first: 1, items } as const } : {};
    const last = lastOf(answer, scope, answerId);
    return { blocks, record, state: { ...extra, ...shown, page: null, last }, asked };
  }
  // Nobody asks on about what nothing is known of: what was talked of before is still meant (接着说雨棚).
  if (answer.verdict === 'out-of-scope' && turn.state.last !== null) return { blocks, record, state: extra };
  if (answer.verdict === 'out-of-scope')
    return { blocks, record, state: { ...extra, page: null, last: lastOf(answer, scope, answerId) } };
  const remembered = { ...named(answer, scope, turn), ...extra, ...shownOf(answer) };
  return { blocks, record, state: { ...remembered, page: null, last: lastOf(answer, scope, answerId) } };
}

/** Region and day that the question itself named: they hold for the questions after it, until others are named. */
function named({ explanation }: Answer, scope: Asking, { desk, state }: Turn): Partial<ConversationState> {
  const { region, date } = explanation;
  const own = region !== scope.region && desk.kb.regions.get(region)?.level !== 'country';
  const changed: Partial<ConversationState> = {};
  // Whoever is told to do something works for the committee in the next message as well.
  if (scope.role !== null) changed.role = scope.role;
  if (own && scope.how.over?.includes('region') !== true) changed.region = region;
  if (date !== (scope.date ?? desk.today()) && state.date !== date) changed.date = date;
  return changed;
}

/** Several answers in one message are asked about by their numbers. */
function shownOf({ further, ...first }: Answer): { shown: Shown } | Record<string, never> {
  if (further.length === 0) return {};
  const items = [first, ...further].map(({ item, explanation, question }) => ({
    label: item?.name ?? question,
    how: explanation.decidedBy === null ? {} : { rowId: explanation.decidedBy },
  }));
  return { shown: { is: 'answers', first: 1, items } };
}

/** An answer as what the next message may lean on. */
export function lastOf(answer: Answer, scope: Asking, answerId: string): LastQuestion {
  return { ...scope, text: answer.question, answerId, about: aboutOf(answer) };
}

function aboutOf({ item, candidates, explanation: { sort } }: Answer): LastQuestion['about'] {
  const kind = item?.kind ?? candidates[0]?.kind;
  const is = (kinds: readonly string[]) => kind !== undefined && kinds.includes(kind);
  if (is(PAPER_KINDS) || sort === 'paper') return 'certificate';
  if (is(TASK_KINDS) || sort === 'task') return 'task';
  return 'other';
}

/** What somebody said of themselves, what the channel knows, or what their words show. */
const roleOf = ({ state, message, said }: Pick<Turn, 'state' | 'message' | 'said'>) =>
  state.role ?? message.role ?? impliedRole(said);

/** The last answer once more: nothing but its question is remembered. */
export function lastAnswer(turn: Turn): Answer | null {
  const { last } = turn.state;
  return last === null ? null : decide(turn, last.text, { ...last, role: roleOf(turn) ?? last.role });
}
