import { Ability, type ForcedSubject, type MatchConditions, subject as typed } from '@casl/ability';
import { QingdanError } from '#errors.js';
import { REACHES, type Reach } from './reach.js';
import type { Action, Actor, Place, Subject } from './roles.js';
import { RIGHTS } from './table.js';
import { ACTION_NAMES, ROLE_NAMES, SUBJECT_NAMES } from './words.js';

export type * from './roles.js';

type Typed = Subject | (Place & ForcedSubject<Subject>);
type Rules = Ability<[Action, Typed], MatchConditions>;

/** What one actor may do, made of the table. */
function abilityOf(actor: Actor): Rules {
  const rules = Object.entries(RIGHTS[actor.role]).flatMap(([subject, rights]) =>
    Object.entries(rights).flatMap(([action, reach]) =>
      [reach].flat().map((one) => ({
        action: action as Action,
        subject: subject as Subject,
        // The library gives back the object it was asked about, which is always a place here.
        conditions: (place: object) => REACHES[one](actor, place as Place),
      })),
    ),
  );
  return new Ability<[Action, Typed], MatchConditions>(rules, {
    conditionsMatcher: (conditions: MatchConditions) => conditions,
  });
}

/** Whether an actor may do something to a row that stands at a place. */
export function may(actor: Actor, action: Action, subject: Subject, place: Place): boolean {
  return abilityOf(actor).can(action, typed(subject, { ...place }));
}

/** For many rows at once: the table is gone through a single time. */
export function mayAll(actor: Actor, action: Action, subject: Subject): (place: Place) => boolean {
  const ability = abilityOf(actor);
  return (place) => ability.can(action, typed(subject, { ...place }));
}

/** Whether an actor may do something to some row somewhere: what a menu shows. */
export function mayAnywhere(actor: Actor, action: Action, subject: Subject): boolean {
  return abilityOf(actor).can(action, subject);
}

/** The table's rights of an actor's role, each with how far it reaches. */
export function rightsOf({
  role,
}: Pick<Actor, 'role'>): Partial<Record<Subject, Partial<Record<Action, Reach[]>>>> {
  return Object.fromEntries(
    Object.entries(RIGHTS[role]).map(([subject, rights]) => [
      subject,
      Object.fromEntries(Object.entries(rights).map(([action, reach]) => [action, [reach].flat()])),
    ]),
  );
}

/** @throws QingdanError QD-FORBIDDEN, which names who may not do what, and nothing of the row */
export function requireMay(actor: Actor, action: Action, subject: Subject, place: Place): void {
  if (may(actor, action, subject, place)) return;
  throw new QingdanError(
    'QD-FORBIDDEN',
    `「${actor.name}」（${ROLE_NAMES[actor.role]}）不能${ACTION_NAMES[action]}这里的${SUBJECT_NAMES[subject]}，请找管理员或有权限的单位`,
  );
}
