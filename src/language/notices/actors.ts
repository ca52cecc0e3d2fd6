import type { Party } from '../parties/party.js';
import type { Words } from '../words.js';
import { JOINT, mayFollow, oneActor } from './actor-names.js';

/** One or more actors named together: 各村(社区)、各部门. */
export interface Actors {
  parties: ReadonlySet<Party>;
  /** Behind the last name. */
  end: number;
}

/** 各社区…: whatever verb follows, several committees are the subject; not of what only is theirs. */
const ALL_OF_THEM = /^(?:请|由)?(?:各|全体|每个)/u;
const THEIRS =
  /^(?:的|之|居民|群众|村民|党员|业主|老|小|楼|辖区|范围|[内里间外]|公章|印章|盖|实际|情况|名单|经费|年度|工作(?!日)|资料|办公|活动|用房|群|反映|考|[^,。;]{0,6}(?:情况|得分|成绩|排名))/u;

/**
 * The actors that stand at a place; null where none stands there as the subject.
 * @param named behind 由 whoever is named is the subject, whatever follows
 */
export function actorsAt(
  text: string,
  place: number,
  end: number,
  words: Words,
  named = false,
): Actors | null {
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
  const rest = text.slice(stop, end);
  const sure = parties.has('committee') && (named || ALL_OF_THEM.test(text.slice(place, end)));
  if (!mayFollow(rest, words) && !(sure && !THEIRS.test(rest))) return null;
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
