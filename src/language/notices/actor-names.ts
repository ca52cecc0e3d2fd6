import type { Party } from '../parties/party.js';
import type { Words } from '../words.js';

/** One actor's name, and where it ends. */
export interface Actor {
  party: Party;
  end: number;
}

/** A committee named by its own name: 翠湖社区, 石桥村. The name is no verb and no preposition. */
const NAMED =
  /^(?!全|整个|走|进|到|深|在|对|向|把|将|给|为|让|使|以|等|从|由|请|要|与|和|及|以|报)[\p{Script=Han}]{1,4}?(?:社区|居民区|居委会|村委会|居民委员会|村民委员会|村(?![民庄里内容规集道]|组(?!织)))/u;
/** 抽中的村(社区), 创建数量未达标的村. */
const DESCRIBED = /^(?!对|将|把|由|在|为|给|向|与)[\p{Script=Han}]{1,10}的(?=各?(?:村|社区|居民区))/u;
/** 翠竹、金桂2个社区. */
const SEVERAL =
  /^[\p{Script=Han}、]{2,20}?等?(?:\d{1,2}|[两三四五六七八九十]{1,2})个(?:村\(社区\)|村社区|社区|居民区|村)(?![民庄里内])/u;
/** 村级协管员, 社区楼长: who works for the committee under a name the lexicon hasn't. */
const STAFF =
  /^(?:各?村级|各?社区)(?:(?![要应须派由将请动党人委成全家])\p{Script=Han}){1,4}?(?:员|长|专干|干事)(?![会们])/u;
const ALL_VILLAGES =
  /^(?:全|各|每个|本|所在|相关|有关|涉及|所有|全部|全体)(?:行政|自然|建制)?村(?![民庄里内容规集道]|组(?!织))|^(?:村|社区)里(?=负责|要|应当|须|统一|组织|安排|自行|用|利用|通过|把|每|派|电话|联系|上门|逐|入户)/u;
/** What joins several actors. */
export const JOINT = /^(?:、|和|与|及(?!时)|以及|会同|联合|暨|\/)/u;
/** The actor whose name stands at a place; null where none does. */
export function oneActor(text: string, place: number, end: number, words: Words): Actor | null {
  const rest = text.slice(place, Math.min(end, place + 24));
  const [whose] = DESCRIBED.exec(rest) ?? [];
  if (whose !== undefined) {
    const meant = oneActor(text, place + whose.length, end, words);
    if (meant?.party === 'committee') return meant;
  }
  const [several] = SEVERAL.exec(rest) ?? [];
  if (several !== undefined)
    return { party: 'committee', end: place + withTail(rest, several.length, words) };
  const [staff] = STAFF.exec(rest) ?? [];
  if (staff !== undefined) return { party: 'committee', end: place + staff.length };
  const villages = ALL_VILLAGES.exec(rest);
  const prefixes = prefixLengths(rest, words);
  for (const skip of new Set([...prefixes, 0])) {
    const name = rest.slice(skip);
    const found = named(name, words);
    const longer = found?.party === 'others' ? officeLength(name, words) : 0;
    if (found !== null && longer > found.length) return { party: 'others', end: place + skip + longer };
    if (found !== null) {
      const length =
        found.party === 'committee'
          ? withTail(name, found.length, words)
          : found.length + peopleLength(name.slice(found.length), found.party);
      return { party: found.party, end: place + skip + length };
    }
  }
  if (villages !== null) {
    return { party: 'committee', end: place + withTail(rest, villages[0].length, words) };
  }
  const [own] = NAMED.exec(rest) ?? [];
  // 玉兰社区卫生服务中心 is not 玉兰社区.
  const part = own === undefined ? undefined : words.none.at(rest, own.search(/社区$|村$|居|村民/u));
  if (own !== undefined && part === undefined && !isOrdinary(own, words)) {
    return { party: 'committee', end: place + withTail(rest, own.length, words) };
  }
  const office = officeLength(rest, words);
  return office > 0 ? { party: 'others', end: place + office } : null;
}

/** Length of 工作人员 behind an office's name. */
const peopleLength = (rest: string, party: Party) =>
  party === 'others' ? (OFFICE_PEOPLE.exec(rest)?.[0].length ?? 0) : 0;

/** A preposition in front, a committee or what is sent to an office inside: a clause that only ends like one. */
const NO_OFFICE =
  /^(?:[由对向把将给为让使以从在与和及按请经代替帮受]|转交|移交|转给|上报)|要|在|每|(?<![自理缘])由|社区|居委|村委|两委|居民区|报(?!社|刊)|告知|通知|送至|交至/u;
/** 我所工作人员: the people of an office. */
const OFFICE_PEOPLE = /^(?:的)?(?:工作人员|有关人员|相关人员|有关同志|同志|专业人员|干部)/u;

/** Length of a name that ends like an office's and is followed by what may follow an actor; 0 where none stands. */
function officeLength(rest: string, words: Words): number {
  const [office] = words.office.exec(rest) ?? [];
  if (office === undefined || NO_OFFICE.test(office)) return 0;
  const behind = rest.slice(office.length);
  return mayFollow(behind) || JOINT.test(behind) ? office.length : 0;
}

/** Two prefixes, then one: 辖区各, and 各 before a name that is a prefix as well (各街道). */
function prefixLengths(rest: string, words: Words): number[] {
  const lengths: number[] = [];
  let length = 0;
  for (let n = 0; n < 2; n++) {
    const prefix = words.actorPrefixes.at(rest, length);
    if (prefix === undefined) break;
    length += prefix.length;
    lengths.unshift(length);
  }
  return lengths;
}

/** The longest name of the lexicon; a word that only holds a name (社区矫正) is none. */
function named(name: string, words: Words): { party: Party; length: number } | null {
  let best: { party: Party; length: number } | null = null;
  for (const party of ['everyone', 'committee', 'residents', 'others'] as const) {
    const length = words[party].at(name, 0)?.length ?? 0;
    if (length > (best?.length ?? 0)) best = { party, length };
  }
  const none = words.none.at(name, 0)?.length ?? 0;
  return best !== null && none > best.length ? null : best;
}

/** 网格员负责人口信息采集 has no 负责人 in it. */
const IN_CHARGE = '负责人';
const PEOPLE = /^[口员才民身力居像户数文]/u;

function withTail(name: string, from: number, words: Words): number {
  let length = from;
  for (;;) {
    const tail = words.committeeTail.at(name, length);
    if (tail === undefined || (tail === IN_CHARGE && PEOPLE.test(name.slice(length + tail.length))))
      return length;
    length += tail.length;
  }
}

/** 农村, 社区矫正 inside what looks like a name. */
function isOrdinary(name: string, words: Words): boolean {
  return (
    words.none.find(name) !== undefined ||
    /^(?:一|两|几|多|新|该|此|城|乡|农|行政|自然|老旧|驻|包|示范)/u.test(name)
  );
}

/** What is only somebody's, or goes on with the name: 社区的公章, 社区居民, 村组. */
const THEIRS =
  /^(?:的|之|居民|群众|村民|党员|业主|老|小|楼|辖区|范围|[内里间外]|公章|印章|盖|实际|情况|名单|经费|年度|资料|办公|活动|用房|群|反映|考)/u;

/** Whether what stands behind a name lets it be the subject. */
export const mayFollow = (rest: string): boolean => !THEIRS.test(rest);
