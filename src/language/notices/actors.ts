import type { Party } from '../parties/party.js';
import type { Words } from '../words.js';
import { JOINT, mayFollow, oneActor } from './actor-names.js';

/** One or more actors named together: 各村(社区)、各部门. */
export interface Actors {
  parties: ReadonlySet<Party>;
  /** Behind the last name. */
  end: number;
}

/**
 * The actors that stand at a place; null where none stands there as the subject.
 */
export function actorsAt(text: string, place: number, end: number, words: Words): Actors | null {
  const parties = new Set<Party>();
  let at = skipBlanks(text, place, end);
  let stop = -1;
  for (;;) {
    const actor = oneActor(text, at, end, words);
    if (actor === null) break;
    parties.add(actor.party);
    stop = skipBlanks(text, actor.end, end);
    const rest = text.slice(stop, end);
    const ofThem = rest.startsWith('的') ? 1 : (JOINT.exec(rest)?.[0].length ?? 0);
    // 派出所社区民警: an office, then its people.
    if (ofThem === 0 && (actor.party !== 'others' || oneActor(text, stop, end, words)?.party !== 'others'))
      break;
    const next = skipBlanks(text, stop + ofThem, end);
    if (oneActor(text, next, end, words) === null) break;
    // 各社区的网格员: whom the possessive leads to is meant.
    if (rest.startsWith('的')) parties.delete(actor.party);
    at = next;
  }
  if (stop < 0) return null;
  if (!mayFollow(text.slice(stop, end))) return null;
  return { parties, end: stop };
}

/** All parties named anywhere in a stretch: what stands behind 责任单位. */
export function partiesIn(stretch: string, words: Words): Set<Party> {
  const parties = new Set<Party>();
  for (let at = 0; at < stretch.length; ) {
    const actor = oneActor(stretch, at, stretch.length, words);
    if (actor !== null) parties.add(actor.party);
    at = actor === null ? at + 1 : actor.end;
  }
  return parties;
}

export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /\s/u.test(text.charAt(at))) at++;
  return at;
}
