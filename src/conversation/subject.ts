import type { Answer, ScreenedTask } from '#answer/index.js';
import { decide, lastAnswer, scopeOf } from './ask-desk.js';
import type { Turn } from './intent.js';
import { namesOwn } from './leaning.js';
import { type Pointed, pointedAt } from './pointing.js';
import type { Asking, ShownItem } from './state.js';

/** What a message speaks of: the last answer, a thing shown before, or a matter that it names itself. */
export interface Subject {
  answer: Answer;
  /** What it was judged by; remembered, so that the next message goes on from it. */
  scope: Asking;
  /** As it was judged in a notice, whose words count before those of the answer. */
  task: ScreenedTask | null;
  /** Number that it was shown with; null where it wasn't. */
  number: number | null;
  from: 'last' | 'shown' | 'own';
  /** It isn't sure that this is meant: the first of the choices that wait for an answer. */
  assumed?: true;
}

/** Nothing was answered yet, or no such number was shown. */
export type NoSubject = { none: 'nothing' } | { none: 'outside'; from: number; to: number };

/** What a message speaks of. A number or name among what was shown comes first, then what the message names itself. */
export function subjectOf(turn: Turn): Subject | NoSubject {
  const shown = shownTo(turn);
  const pointed = pointedAt(turn.said, shown, turn.reads.beyond(turn.reads.kind));
  if (shown !== null && pointed === 'outside')
    return { none: 'outside', from: shown.first, to: shown.first + shown.items.length - 1 };
  if (shown !== null && typeof pointed === 'number')
    return shownSubject(turn, shown.items[pointed] as ShownItem, shown.first + pointed);
  if (namesOwn(turn)) {
    const scope = scopeOf(turn);
    return { answer: decide(turn, turn.said, scope), scope, task: null, number: null, from: 'own' };
  }
  const answer = lastAnswer(turn);
  const { last } = turn.state;
  if (answer === null || last === null) return { none: 'nothing' };
  const [likeliest] = answer.choices;
  const isRegion = likeliest !== undefined && turn.desk.kb.regions.get(likeliest.id) !== undefined;
  if (likeliest !== undefined && !isRegion) {
    const scope: Asking = { ...last, how: { rowId: likeliest.id } };
    return {
      answer: decide(turn, likeliest.label, scope),
      scope,
      task: null,
      number: null,
      from: 'last',
      assumed: true,
    };
  }
  return { answer, scope: last, task: last.task ?? null, number: null, from: 'last' };
}

/** The same where only what was shown is looked at; null where the message points at none of it. */
export function pointedSubject(turn: Turn): Subject | NoSubject | null {
  const shown = shownTo(turn);
  const pointed: Pointed = pointedAt(turn.said, shown, turn.reads.beyond(turn.reads.kind));
  return shown === null || pointed === null ? null : subjectOf(turn);
}

/** What is numbered on the screen: the choices that wait for an answer, else what was shown last. */
export function shownTo({ asked, state }: Turn) {
  if (asked === null || asked.settles !== 'matter') return state.shown;
  const items = asked.choices.map(({ id, label }): ShownItem => ({ label, how: { rowId: id } }));
  return { is: 'choices', first: 1, items } as const;
}

function shownSubject(turn: Turn, item: ShownItem, number: number): Subject {
  const { role, region, date } = scopeOf(turn);
  const scope: Asking = { role, region, date, how: item.how };
  return { answer: decide(turn, item.label, scope), scope, task: item.task ?? null, number, from: 'shown' };
}

export const isSubject = (subject: Subject | NoSubject): subject is Subject => !('none' in subject);
