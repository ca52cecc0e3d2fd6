import { textOnly } from './answer-blocks.js';
import { decide, lastOf, outcomeOf } from './ask-desk.js';
import type { Outcome, Turn } from './intent.js';
import type { Block } from './message.js';
import { isSubject, type NoSubject, type Subject, subjectOf } from './subject.js';
import { whomToAsk } from './whom-to-ask.js';

/** Long names are cut where they are only repeated. */
const LONGEST = 40;

export interface OnSubject {
  /** What is said although it isn't clear yet which matter is meant; else that is asked first. */
  undecided?: (subject: Subject) => readonly Block[];
  /** What is said behind the whole answer where the message names its own matter; else nothing. */
  detail?: (subject: Subject) => readonly Block[];
}

/**
 * What is said of the thing that a message speaks of, which the next message then goes on from. Where it speaks of
 * nothing that is known, it is told what to say; where its own matter isn't clear, that is asked first.
 * @param nothing said where nothing came before
 */
export function onSubject(
  turn: Turn,
  nothing: string,
  say: (subject: Subject) => readonly Block[],
  { undecided, detail }: OnSubject = {},
): Outcome {
  const subject = subjectOf(turn);
  if (!isSubject(subject)) return { blocks: textOnly(missing(turn, subject, nothing)), ...keptAsked(turn) };
  // Whoever asks of a paper or a task by its name hears the whole answer, and then the detail.
  if (subject.from === 'own' && !isUndecided(subject)) return whole(turn, subject, detail?.(subject) ?? []);
  if (isUnknown(subject)) return said(turn, subject, unknown(turn, subject));
  return said(turn, subject, isUndecided(subject) ? (undecided?.(subject) ?? []) : say(subject));
}

function whole(turn: Turn, { answer, scope }: Subject, detail: readonly Block[]): Outcome {
  const outcome = outcomeOf(turn, answer, scope);
  const told = detail.filter(({ type }) => type === 'text');
  return { ...outcome, blocks: [...outcome.blocks, ...told] };
}

/** Nothing that is known speaks of it, so there is nothing to say of it either. */
const isUnknown = ({ answer, task }: Subject): boolean => task === null && answer.verdict === 'out-of-scope';

function unknown({ desk }: Turn, subject: Subject): Block[] {
  const line = `${nameOf(subject)}，已收录的清单和规定里没有写到，所以没有依据和去处可说。`;
  return textOnly(`${line}\n${whomToAsk(subject.answer, desk.office)}`);
}

/** The same where the question is still to be told apart: the reply says something of each choice. */
export const isUndecided = ({ answer, task }: Subject): boolean => answer.choices.length > 0 && task === null;

/** The reply about a subject, with what is remembered of it. */
export function said(turn: Turn, subject: Subject, blocks: readonly Block[]): Outcome {
  const { answer, scope, task, from } = subject;
  // What it asks about has to be told apart before anything else is said of it.
  if (isUndecided(subject) && blocks.length === 0) return outcomeOf(turn, answer, scope);
  if (subject.assumed && blocks.length === 0) return askedAgain(turn);
  if (from === 'last') return { blocks, ...keptAsked(turn) };
  const own = lastOf(answer, scope, turn.answerId);
  const last = { ...own, ...(task === null ? {} : { task }) };
  const question = { text: answer.question, today: turn.desk.today(), ...scope.how };
  const record = {
    type: 'answer',
    answer,
    question: {
      ...question,
      ...(scope.role === null ? {} : { role: scope.role }),
      ...(scope.region === null ? {} : { region: scope.region }),
      ...(scope.date === null ? {} : { date: scope.date }),
    },
  } as const;
  return { blocks, record, state: { last, ...(from === 'own' ? { page: null } : {}) } };
}

/** The question that the choices are for, once more. */
function askedAgain(turn: Turn): Outcome {
  const { last } = turn.state;
  return last === null ? { blocks: [] } : outcomeOf(turn, decide(turn, last.text, last), last);
}

/** A question that waits for a choice goes on waiting while people ask what its choices mean. */
function keptAsked({ asked }: Turn): Pick<Outcome, 'asked'> | Record<string, never> {
  return asked === null ? {} : { asked };
}

/** What to say where a message speaks of nothing that is known. */
export function missing({ state }: Turn, subject: NoSubject, nothing: string): string {
  if (subject.none === 'outside') {
    const { from, to } = subject;
    return from === to ? `刚才只列了第 ${from} 项。` : `刚才列的是第 ${from} 到第 ${to} 项，请说其中一项。`;
  }
  const { shown } = state;
  if (shown === null) return nothing;
  const [first] = shown.items;
  const { first: from } = shown;
  const example = first === undefined ? '' : `，比如「第${from}项」（${named(first.label)}）`;
  return `刚才列了 ${shown.items.length} 项，您问的是第几项？说数字或名称都行${example}。`;
}

/** What is asked about, as the person or the list calls it, for the first line of a reply. */
export function nameOf({ answer, task, number, assumed }: Subject): string {
  if (assumed) return `如果说的是「${named(answer.explanation.subject ?? answer.question)}」`;
  const name = named(task?.phrase ?? answer.explanation.subject ?? answer.question);
  return number === null ? `「${name}」` : `第${number}项「${name}」`;
}

export const named = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  return [...line].length <= LONGEST ? line : `${[...line].slice(0, LONGEST - 1).join('')}…`;
};
