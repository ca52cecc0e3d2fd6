import type { Party } from '../parties/party.js';
import type { Words } from '../words.js';
import { type Clause, clausesOf } from './clauses.js';
import type { Governed } from './governed.js';
import { laggingTopic } from './lagging.js';
import type { Predicate } from './predicate.js';
import { roleOf } from './roles.js';
import { isContext, isReporting } from './urging.js';

/** A clause with whom it is told to. */
export interface Told extends Clause {
  /** Null: nobody was named. */
  who: ReadonlySet<Party> | null;
  /** Where a clause before it begins that says when or on what it acts (对排查发现的隐患); null where none does. */
  context: number | null;
  /** Where a clause before it begins that only describes a committee (排名末位的社区); null where none does. */
  described: number | null;
}

/** A sentence read: its clauses, or that it only tells how things are; and who is spoken of at its end. */
export interface ToldSentence {
  clauses: Told[];
  background: boolean;
  subject: ReadonlySet<Party> | null;
}

/** 总体思路是: what follows is what is hoped for. */
const IDEA = /^[^,]{0,24}(?:总体思路|总体要求|总体目标|工作目标|指导思想|主要目标|目标任务)(?:是|为|:)/u;
/** 有与会同志提出由社区承担费用: what somebody said is no order. */
const SAID = /^有[^,]{1,8}(?:提出|反映|建议|认为)/u;
/** 拆除违建1万平方米,综合执法大队为责任主体. */
const ANSWERING = /^为(?:第一)?(?:责任主体|责任单位|责任部门|牵头单位)/u;
/** 请推荐一人, 并请于月底前报送: whoever was spoken of before, now it is said to the addressee. */
const ASKING = /^(?:[一二三四五六七八九]是)?(?:并|现|特|也|还)?请/u;
const MAY = /^(?:可|拨打|凭|请拨打)/u;
const OBLIGING = /[要应须请]|务必|负责/u;

const RESIDENTS: ReadonlySet<Party> = new Set(['residents']);
const COMMITTEE: ReadonlySet<Party> = new Set(['committee']);

/** Something to do that was told to others alone. */
const isTheirs = ({ who, predicate }: Told): boolean =>
  who?.has('others') === true && !who.has('committee') && predicate.end - predicate.core >= 4;

/** Follows the subject through a sentence; `before` is who was spoken of at the end of the last one. */
export function toldIn(
  seen: string,
  part: Governed,
  before: ReadonlySet<Party> | null,
  addressees: ReadonlySet<Party>,
  words: Words,
): ToldSentence {
  const clauses = clausesOf(seen, part, words);
  const sentence = seen.slice(part.start, part.end);
  // 为老人出具证明 is a task; 为贯彻上级精神, only leads to one.
  const purpose = clauses.length > 1 || !/^为(?!了|深入|进一步)/u.test(sentence);
  const reported = purpose && words.backgrounds.at(sentence, 0) !== undefined && part.assigned === null;
  const named = clauses.some(({ predicate }) => predicate.parties?.has('committee'));
  const idle = part.idle || IDEA.test(sentence) || (part.preamble && !OBLIGING.test(sentence));
  if (idle || (reported && !named) || SAID.test(sentence))
    return { clauses: [], background: true, subject: before };

  const answering = clauses.findIndex(
    ({ predicate }) =>
      predicate.parties !== null && ANSWERING.test(seen.slice(predicate.start, predicate.end)),
  );
  const told: Told[] = [];
  /** 发现违法行为,应当报告; 违法建设的房屋,由所在村拆除: the next clause says what is to be done about this one. */
  const isOnWhat = (own: Predicate, { start, predicate: next }: Clause): boolean => {
    const text = seen.slice(own.start, own.end);
    if (/^(?:发现|发生|出现|遇有?|接到)/u.test(text)) {
      const ours = next.parties === null || next.parties.has('committee');
      return ours && isReporting(seen.slice(next.start, next.end));
    }
    const asked = seen.slice(next.start, next.end);
    const byUs =
      next.parties?.has('committee') === true &&
      (seen.startsWith('由', start) ||
        /^(?:予以|给予|协助)?(?:开具|出具|办理|盖章|提供|接收)$/u.test(asked)) &&
      !/[率比][^,]{0,4}(?:达到|不低于)/u.test(text);
    const named = words.verbs.at(text, 0) === undefined || /的[\p{Script=Han}]{1,4}$/u.test(text);
    return byUs && text.length >= 4 && named && !own.parties?.has('committee');
  };
  let subject = reported ? null : before;
  let context: number | null = null;
  let own = false;
  let team: ReadonlySet<Party> | null = null;
  let described: number | null = null;
  for (const [i, clause] of clauses.entries()) {
    const following = clauses[i + 1];
    const lagging = laggingTopic(seen, clause, following);
    if (lagging !== null) {
      const predicate = { ...clause.predicate, ...lagging, core: lagging.start, parties: COMMITTEE };
      told.push({ ...clause, predicate, who: COMMITTEE, context: null, described: null });
      continue;
    }
    const { parties, carried, start, end } = clause.predicate;
    const next = following?.predicate;
    const role = roleOf(seen, clause.predicate, words);
    if (role !== null && parties !== null) {
      const last = told.at(-1);
      if (role === 'help' && parties.has('committee') && last !== undefined && isTheirs(last)) {
        // 自建房排查由规建办负责,各社区配合: the committee helps with what was said before.
        last.who = new Set([...(last.who ?? []), 'committee' as const]);
        last.predicate = { ...last.predicate, capacity: 'assist' };
        continue;
      }
      if (next !== undefined && (next.parties === null || roleOf(seen, next, words) !== null)) {
        team = new Set([...(team ?? []), ...parties]);
        subject = team;
        continue;
      }
    }
    const onWhat = following !== undefined && isOnWhat(clause.predicate, following);
    if ((isContext(seen.slice(start, end), words) || onWhat) && clause.end < part.end) {
      context ??= start;
      // 居民有疑问的,可拨打电话: who has the question is who may ask.
      if (
        parties?.has('committee') ||
        ((parties?.has('residents') || words.residents.at(seen.slice(start, end), 0) !== undefined) &&
          next !== undefined &&
          MAY.test(seen.slice(following?.start, next.end)))
      )
        subject = parties ?? RESIDENTS;
      continue;
    }
    const asked = parties === null && ASKING.test(seen.slice(clause.start, clause.end));
    if (asked && addressees.size > 0) subject = addressees;
    const answerable = parties === null && i < answering ? clauses[answering]?.predicate.parties : null;
    // 街道负责审核,社区要组织选举(责任单位:各街乡镇,各社区): who is named in front of what is to be done does it.
    const fixed = part.assigned?.parties;
    if (parties !== null) own = true;
    const who = (own && fixed ? null : fixed) ?? answerable ?? parties ?? subject;
    if (carried !== null) subject = carried;
    if (start >= end && parties !== null) {
      // 排名末三位的社区,由街道约谈其书记.
      if (seen.slice(clause.start, clause.end).includes('的')) described = clause.start;
      continue;
    }
    told.push({ ...clause, who, context, described });
    context = null;
    described = null;
  }
  return { clauses: told, background: false, subject };
}
