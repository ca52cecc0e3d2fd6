import { JOINT, mayFollow, oneActor, type Party } from './actor-names.js';
import { HIDDEN } from './marks.js';
import type { Words } from './words.js';

export type { Party };

/** One or more actors named together: 各村(社区)、各部门. */
export interface Actors {
  parties: ReadonlySet<Party>;
  /** Behind the last name. */
  end: number;
}

/** The actors that stand at a place; null where none stands there as the subject. */
export function actorsAt(text: string, place: number, end: number, words: Words): Actors | null {
  const parties = new Set<Party>();
  let at = skipHidden(text, place, end);
  let stop = -1;
  for (;;) {
    const actor = oneActor(text, at, end, words);
    if (actor === null) break;
    parties.add(actor.party);
    stop = skipHidden(text, actor.end, end);
    const rest = text.slice(stop, end);
    const ofThem = rest.startsWith('的') ? 1 : (JOINT.exec(rest)?.[0].length ?? 0);
    // 派出所社区民警: an office, then its people.
    if (ofThem === 0 && (actor.party !== 'others' || oneActor(text, stop, end, words)?.party !== 'others'))
      break;
    const next = skipHidden(text, stop + ofThem, end);
    if (oneActor(text, next, end, words) === null) break;
    // 各社区的网格员: whom the possessive leads to is meant.
    if (rest.startsWith('的')) parties.delete(actor.party);
    at = next;
  }
  if (stop < 0 || !mayFollow(text.slice(stop, end), words)) return null;
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

export function skipHidden(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text.charAt(at) === HIDDEN || /\s/u.test(text.charAt(at)))) at++;
  return at;
}
