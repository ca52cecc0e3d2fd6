import type { Capacity } from '../clauses/frame.js';
import type { Party } from '../parties/party.js';
import type { Words } from '../words.js';
import { actorsAt, skipBlanks } from './actors.js';
import { skipLead } from './adverbials.js';
import { beginsWithSomebody } from './somebody.js';

/** What a clause says is to be done, and by whom. Places are UTF-16 units. */
export interface Predicate {
  /** Who acts, when the clause itself says so. */
  parties: ReadonlySet<Party> | null;
  /** Whom the next clause is told to when it doesn't say: in 街道组织社区排查 the office; null leaves it as it was. */
  carried: ReadonlySet<Party> | null;
  /** The words from the verb on. */
  start: number;
  end: number;
  /** The words that name the task, where they are fewer (without 组织社区网格员). */
  core: number;
  capacity: Capacity;
  dated: boolean;
}

/** What stands in front of 由社区负责 names the task. */
const BY = /由/gu;
/** Somebody who isn't known is taken for another than the committee. */
const UNKNOWN: ReadonlySet<Party> = new Set(['others']);
/** 由普查员负责: whoever it is, it is somebody who isn't known as the committee. */
const SOMEBODY =
  /^由[\p{Script=Han}、]{2,16}?(?:负责|依法|牵头|承担|统一|组织|实施|办理|审核|审批|发放|承办|保障|列支|解决|出具)/u;
const SHORT_NAME = 6;
const ONLY_CHARGE = /^(?:负责|牵头|承担|主导|包干|落实|实施|办理|完成|整治|清理|拆除|的|好|到位)*$/u;
const SIGNING =
  /^(?:审核|核实)?(?:后)?(?:签字|签名|盖章|签章|签署|确认|出具|开具)|^(?:在[^,]{1,10})?(?:接龙|打卡|上报|上传|录入|报送)$/u;
const HANDED_OVER = /(?:交由|移交|转交|交办|交给|下派|派发至|派单至|委托|移交至|下放至|下沉至)/u;

/** Reads one clause (seen without brackets). */
export function predicateOf(seen: string, start: number, end: number, words: Words): Predicate {
  const lead = skipLead(seen, start, end, words);
  const actors = actorsAt(seen, lead.end, end, words);
  const behind = actors === null ? lead : skipLead(seen, actors.end, end, words);
  const parties =
    actors?.parties ??
    (beginsWithSomebody(seen, lead.end, end, words) ? UNKNOWN : unitsOf(seen.slice(start, lead.end)));
  const plain: Predicate = {
    parties,
    carried: parties,
    start: behind.end,
    end,
    core: behind.end,
    capacity: behind.responsible || lead.responsible ? 'responsible' : 'unsaid',
    dated: lead.dated || behind.dated,
  };
  return (
    byWhom(seen, plain, words) ??
    handedOver(seen, plain, words) ??
    madeToAct(seen, plain, /请|要求/u.test(seen.slice(start, plain.start)), words) ??
    helped(seen, plain, words)
  );
}

/** 以村为单位开展排查: each village does it. */
const BY_UNIT = /以(?:行政村|自然村|村\(社区\)|村社区|村|社区|网格)为(?:单位|主体)/u;
const COMMITTEE: ReadonlySet<Party> = new Set(['committee']);

function unitsOf(lead: string): ReadonlySet<Party> | null {
  return BY_UNIT.test(lead) ? COMMITTEE : null;
}

/** 排查由社区负责, 由社区负责排查, 由街道牵头社区开展. */
function byWhom(seen: string, plain: Predicate, words: Words): Predicate | null {
  const text = seen.slice(plain.start, plain.end);
  for (const { index } of text.matchAll(BY)) {
    if (/[自缘理事]$/u.test(text.slice(0, index))) continue;
    const at = plain.start + index;
    const actors = actorsAt(seen, at + 1, plain.end, words, true);
    if (actors === null) {
      if (SOMEBODY.test(text.slice(index))) return { ...plain, parties: UNKNOWN, carried: UNKNOWN };
      continue;
    }
    const then = skipLead(seen, actors.end, plain.end, words);
    const tail = seen.slice(then.end, plain.end);
    const whole = isOnlyVerbs(tail, words);
    const base = { ...plain, parties: actors.parties, carried: actors.parties };
    // 排查表由书记签字并盖章, 台账由文书统一建立: what stands in front is the object of what follows.
    const named = index <= SHORT_NAME || words.verbs.at(text, 0) === undefined;
    const topical = index >= 2 && named && !then.responsible && !ONLY_CHARGE.test(tail);
    if (topical && (whole || SIGNING.test(tail))) return { ...base, capacity: plain.capacity };
    if (!whole) {
      return {
        ...base,
        start: then.end,
        core: then.end,
        capacity: then.responsible ? 'responsible' : plain.capacity,
      };
    }
    // 房屋,由所在村限期拆除: what it is done to stands in the clause before.
    return index === 0
      ? { ...base, core: then.end, capacity: 'responsible' }
      : { ...base, end: at, capacity: 'responsible' };
  }
  return null;
}

/** 由社区负责, 由社区统一建立: what is done stands in front. */
function isOnlyVerbs(tail: string, words: Words): boolean {
  let rest = tail.replace(/(?:的|到位|好)$/u, '');
  while (rest !== '') {
    const word =
      words.responsible.at(rest, 0) ??
      words.lightVerbs.at(rest, 0) ??
      words.adverbs.at(rest, 0) ??
      (rest.length <= 4 ? words.verbs.at(rest, 0) : undefined);
    if (word === undefined) return false;
    rest = rest.slice(word.length);
  }
  return true;
}

/** 委托你们, 请贵单位: asked is whoever the letter is for. */
const isAsked = (parties: ReadonlySet<Party>, by: string): boolean =>
  parties.has('committee') || (parties.has('everyone') && /委托|请/u.test(by));

/** 将投诉工单转交社区办理. */
function handedOver(seen: string, plain: Predicate, words: Words): Predicate | null {
  const text = seen.slice(plain.start, plain.end);
  const found = HANDED_OVER.exec(text);
  if (found === null) return null;
  const at = plain.start + found.index;
  const actors = actorsAt(seen, at + found[0].length, plain.end, words);
  if (actors === null || !isAsked(actors.parties, found[0])) return null;
  const topic = plain.start + (/^[将把]/u.test(text) ? 1 : 0);
  if (at - topic >= 2)
    return { ...plain, parties: actors.parties, start: topic, core: topic, end: at, capacity: 'responsible' };
  const then = skipLead(seen, actors.end, plain.end, words);
  return { ...plain, parties: actors.parties, start: then.end, core: then.end };
}

/** 组织社区网格员开展摸排: the office acts, the committee does the work. */
function madeToAct(seen: string, plain: Predicate, asking: boolean, words: Words): Predicate | null {
  const causative = words.causatives.at(seen, plain.start);
  if (causative === undefined || plain.start + causative.length >= plain.end) return null;
  const actors = actorsAt(seen, plain.start + causative.length, plain.end, words);
  if (actors === null || !isAsked(actors.parties, causative)) return null;
  const then = skipLead(seen, actors.end, plain.end, words);
  const does =
    words.verbs.at(seen, then.end) ??
    words.lightVerbs.at(seen, then.end) ??
    words.assisting.at(seen, then.end);
  if (does === undefined && !/^(?:对|在|到|向|按|将|把|就|以|深入|逐)/u.test(seen.slice(then.end, plain.end)))
    return null;
  const ours = plain.parties?.has('committee') ?? false;
  return {
    ...plain,
    parties: ours ? plain.parties : actors.parties,
    // 请贵单位组织社区排查,对…登记: what follows is asked of the same.
    carried: !ours && asking ? actors.parties : plain.carried,
    start: ours ? plain.start : then.end,
    core: then.end,
    capacity: then.responsible ? 'responsible' : /会同|联合/u.test(causative) ? 'assist' : plain.capacity,
  };
}

/** 协助街道综合执法队做好占道经营整治: whom it helps doesn't name the task. */
function helped(seen: string, plain: Predicate, words: Words): Predicate {
  const assisting = words.assisting.at(seen, plain.start);
  if (assisting === undefined) return plain;
  const capacity: Capacity = plain.capacity === 'responsible' ? 'responsible' : 'assist';
  const after = plain.start + assisting.length;
  const whom = actorsAt(seen, after, plain.end, words);
  const core = skipBlanks(seen, whom?.end ?? after, plain.end);
  const then = skipLead(seen, core, plain.end, words);
  return { ...plain, core: then.end >= plain.end ? plain.start : then.end, capacity };
}
