import { rightsOf } from '#access/actor.js';
import type { Reach } from '#access/reach.js';
import type { Action, Actor, Subject } from '#access/roles.js';

const NARROW: ReadonlySet<Reach> = new Set(['department', 'self']);

/**
 * Whether an actor reaches rows by department and owner alone, so that a list may ask the database for those: a district
 * has tens of thousands of rows, of which a department has some hundreds. The table of rights is asked for every row all
 * the same.
 */
export function reachesOwnAlone(actor: Actor, subject: Subject, actions: readonly Action[]): boolean {
  const rights = rightsOf(actor)[subject] ?? {};
  const reaches = actions.flatMap((action) => rights[action] ?? []);
  return reaches.length > 0 && reaches.every((reach) => NARROW.has(reach));
}
