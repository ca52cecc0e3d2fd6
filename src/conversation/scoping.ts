import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { COUNTRY, type Region } from '#catalogue/regions.js';
import { regionsMentioned } from '#catalogue/regions-mentioned.js';
import type { CommitteeKind } from '#catalogue/schema.js';
import { askedDay } from '#language/index.js';
import type { Role } from '#ruling/index.js';
import { placeOf } from './places.js';
import { roleOf } from './roles.js';

/** What a message says of place, person, day and committee; what it doesn't say is left out. */
export interface Told {
  type: 'told';
  role?: Role;
  /** Null puts it back to the whole country. */
  region?: string | null;
  /** YYYY-MM-DD; null puts it back to today. */
  date?: string | null;
  committee?: CommitteeKind;
  /** Said of the question before it (换成湖北呢), not of the person. */
  leans: boolean;
}

export type Scoping =
  | Told
  | { type: 'unknown'; message: string }
  /** `own`: of the person. */
  | { type: 'several'; regions: readonly Region[]; own: boolean };

const I_AM = /^(?:我|本人|我们|咱|这里)(?:们)?(?:就|也)?(?:是|属于)(?:一名|一个|一位|个|名|在)?(.{2,20})$/u;
const I_LIVE =
  /^(?:(?:我|我们|咱们?|我家)(?:就|现在|目前|人)?(?:住在|住|在|来自)|(?:我们?|咱们?)(?:这里|这边|这儿|这)(?:是|属于)?|(?:地区|地方|所在地|位置)(?:是|为|改成|换成|改为|设为|设成|[:：]))(.{2,20}?)(?:这边|这里|这儿|住|工作|上班)?$/u;
const WORKING = /(?:这边|这里|这儿)?(?:工作|上班)$/u;
const AGAIN =
  /^(?:那|那么)?(?:要是|如果|假如|若)?(?:是)?(?:换成|换到|换|改成|改为|切换到|切换成|切到|切回|按|按照|在|放在|是)?(.{2,20}?)(?:的话|的规定|的|这边|那边|这儿|那儿|来看|来说|来)*(?:呢|怎么样|怎么说|怎么规定|如何|又怎样)?$/u;
/** Words of which at least one shows that the message isn't a bare name. */
const LEANS = /^(?:那|要是|如果|假如|换|改|切|按)|(?:呢|怎么样|怎么说|怎么规定|如何|的话)$/u;
/** No place is called so. */
const NO_PLACE = /[怎咋啥谁哪吗什么几]|多少|回复|回话|答复|办理|要求|规定|经费|钱/u;
const NO_LIMIT =
  /^(?:那|那么)?(?:换成|换回|切回|改回|撤回|恢复|回到|按|是)?(?:不限地区|不限|全国|全国通用|全国统一|取消地区|清除地区|不管地区|地区限制|其他(?:的)?(?:地方|地区|省份?|城市|省市)|别的(?:地方|地区|省份?|城市|省市|区)|别处|外地|外省|其它(?:的)?(?:地方|地区|省|城市))(?:的)?(?:规定)?(?:呢|来?答|怎么样|怎么说|怎么规定|如何|也这样吗|也一样吗|一样吗)?$/u;
/** What may stand around a date: 2025年的时候呢, 按2025年的规定. */
const AROUND_DATE =
  /^(?:那|那么|要是|如果|换成|换到|改成|按|按照|在|是|的|时候|那会儿|规定|来看|来说|呢|怎么样|怎么规定|有效|的话|年底|\s)*$/u;
/** Back to today after another day. */
const NOW =
  /^(?:那|那么|换成|改成|按|回到|恢复成?|还是说?)?(?:现在|今天|目前|如今|眼下|当前|现行|当下)(?:的)?(?:规定|的话)?(?:呢|怎么样|怎么说|怎么规定|如何|还是这样吗)?$/u;
const COMMITTEE =
  /^(?:那|那么)?(?:要是|如果|假如|若)?(?:是|换成|我们(?:这)?是|这是|我们|在)?(?:(村里面?|村上|村|农村|乡下|村委会?|村民委员会|行政村)|(城里|城市|城区|居委会?|居民委员会|小区))(?:的|里|这边|的话|问|人问|不是.{2,6})*(?:呢|怎么样|也一样吗|也这样吗|一样吗|如何)?$/u;

/** Reads a text that is nothing but scope; null where it is something else. @param today YYYY-MM-DD */
export function scopingOf(kb: KnowledgeBase, said: string, today: string): Scoping | null {
  if (NO_LIMIT.test(said)) return { type: 'told', region: null, leans: true };
  if (NOW.test(said)) return { type: 'told', date: null, leans: true };
  return asCommittee(said) ?? asPerson(kb, said) ?? asDate(said, today) ?? asAgain(kb, said);
}

/**
 * The same of a message that is known to speak of scope: whatever place, day and person it names, wherever they stand.
 * Null where it names none.
 */
export function looselyScoped(kb: KnowledgeBase, said: string, today: string): Told | null {
  const [place] = regionsMentioned(kb.regions, said);
  const day = askedDay(said, today);
  const rest = place === undefined ? said : said.slice(place.end);
  const role = roleOf(rest.replace(/[呢吗啊的]+$/u, ''));
  const region = place?.regions.length === 1 ? place.regions[0]?.name : undefined;
  const told: Told = { type: 'told', leans: true };
  if (region !== undefined) told.region = region === COUNTRY ? null : region;
  if (day !== undefined) told.date = day.date;
  if (role !== null) told.role = role;
  return region === undefined && day === undefined && role === null ? null : told;
}

function asCommittee(said: string): Told | null {
  const found = COMMITTEE.exec(said);
  if (found === null) return null;
  return { type: 'told', committee: found[1] === undefined ? 'urban' : 'village', leans: true };
}

function asPerson(kb: KnowledgeBase, said: string): Scoping | null {
  const [, home] = I_LIVE.exec(said) ?? [];
  if (home !== undefined) {
    const scoping = placed(kb, home, true);
    if (scoping !== null) return scoping;
  }
  const [, phrase] = I_AM.exec(said) ?? /^我们?在(.{2,20})$/u.exec(said) ?? [];
  if (phrase === undefined) return null;
  const [place] = regionsMentioned(kb.regions, phrase);
  const at = place?.start === 0 ? place.end : 0;
  const role = roleOf(phrase.slice(at).replace(WORKING, ''));
  if (role === null) {
    const only = placed(kb, phrase.replace(/(?:的|人|的人|这边的?|那边的?)$/u, ''), true);
    return only?.type === 'unknown' ? null : only;
  }
  if (at === 0) return { type: 'told', role, leans: false };
  const from = placed(kb, phrase.slice(0, at), true);
  return from?.type === 'told' ? { ...from, role } : { type: 'told', role, leans: false };
}

function asDate(said: string, today: string): Told | null {
  const dated = askedDay(said, today);
  if (dated === undefined) return null;
  const around = said.slice(0, dated.start) + said.slice(dated.end);
  return AROUND_DATE.test(around) ? { type: 'told', date: dated.date, leans: true } : null;
}

function asAgain(kb: KnowledgeBase, said: string): Scoping | null {
  const [, name] = AGAIN.exec(said) ?? [];
  if (name === undefined) return null;
  const scoping = placed(kb, name, false);
  // A bare name of something unknown is a question, not a place; so is whatever asks or tells how something is done.
  return scoping?.type === 'unknown' && (!LEANS.test(said) || NO_PLACE.test(name)) ? null : scoping;
}

function placed(kb: KnowledgeBase, name: string, own: boolean): Scoping | null {
  const place = placeOf(kb, name);
  switch (place?.type) {
    case undefined:
      return null;
    case 'unknown':
      return place;
    case 'several':
      return { type: 'several', regions: place.regions, own };
    case 'one': {
      const region = place.region.name === COUNTRY ? null : place.region.name;
      return { type: 'told', region, leans: !own };
    }
  }
}
