import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { COUNTRY, type Region } from '#catalogue/regions.js';
import { askedDay } from '#language/index.js';
import type { Role } from '#ruling/index.js';
import { placeOf } from './places.js';
import { roleOf } from './roles.js';

/** What a message that speaks of place, person or day says. */
export type Scoping =
  /** Of the person, for the whole conversation; a region of null lifts the limit. */
  | { type: 'person'; role?: Role; region?: string | null }
  /** Of the last question, which is asked again; a date of null puts the day back to today. */
  | { type: 'again'; region?: string; date?: string | null }
  | { type: 'unknown'; message: string }
  /** `own`: of the person. */
  | { type: 'several'; regions: readonly Region[]; own: boolean };

const I_AM = /^(?:我|本人|我们|咱)(?:们)?(?:就|也)?(?:是|属于)(?:一名|一个|一位|个|名|在)?(.{2,20})$/u;
const I_LIVE =
  /^(?:(?:我|我们|咱们?|我家)(?:就|现在|目前|人)?(?:住在|住|在|来自)|(?:我们?|咱们?)(?:这里|这边|这儿)(?:是|属于)|(?:地区|地方|所在地|位置)(?:是|为|改成|换成|改为|设为|设成|[:：]))(.{2,20}?)(?:这边|这里|这儿|住|工作|上班)?$/u;
const WORKING = /(?:这边|这里|这儿)?(?:工作|上班)$/u;
const AGAIN =
  /^(?:那|那么)?(?:要是|如果|假如)?(?:换成|换到|换|改成|改为|切换到|切换成|按|按照|在|放在|是)?(.{2,20}?)(?:的话|的规定|这边|那边|来看|来说)*(?:呢|怎么样|怎么说|怎么规定|如何|又怎样)?$/u;
/** Words of which at least one shows that the message isn't a bare name. */
const LEANS = /^(?:那|要是|如果|假如|换|改|切换|按)|(?:呢|怎么样|怎么说|怎么规定|如何|的话)$/u;
const NO_LIMIT =
  /^(?:不限地区|不限|全国|全国通用|按全国的?(?:规定)?|取消地区|清除地区|不管地区)(?:呢|来?答)?$/u;
/** What may stand around a date: 2025年的时候呢, 按2025年的规定. */
const AROUND_DATE =
  /^(?:那|那么|要是|如果|换成|换到|改成|按|按照|在|是|的|时候|规定|来看|来说|呢|怎么样|怎么规定|有效|的话|\s)*$/u;

/** Reads a text that is nothing but scope; null where it is something else. @param today YYYY-MM-DD */
export function scopingOf(kb: KnowledgeBase, said: string, today: string): Scoping | null {
  if (NO_LIMIT.test(said)) return { type: 'person', region: null };
  return asPerson(kb, said) ?? asDate(said, today) ?? asAgain(kb, said);
}

/** Back to today after another day. */
const NOW =
  /^(?:那|那么|换成|改成|按)?(?:现在|今天|目前|如今|眼下|当前)(?:的|的规定|的话)?(?:呢|怎么样|怎么说|怎么规定|还是这样吗)?$/u;

function asPerson(kb: KnowledgeBase, said: string): Scoping | null {
  const [, home] = I_LIVE.exec(said) ?? [];
  if (home !== undefined) {
    const scoping = placed(kb, home, true);
    if (scoping !== null) return scoping;
  }
  const [, phrase] = I_AM.exec(said) ?? /^我在(.{2,20})$/u.exec(said) ?? [];
  if (phrase === undefined) return null;
  const named = roleOf(phrase.replace(WORKING, ''));
  if (named === null) {
    const place = placed(kb, phrase.replace(/(?:的|人|的人|这边的?|那边的?)$/u, ''), true);
    return place?.type === 'unknown' ? null : place;
  }
  if (named.before === '') return { type: 'person', role: named.role };
  const place = placed(kb, named.before, true);
  return place?.type === 'person' ? { ...place, role: named.role } : null;
}

function asDate(said: string, today: string): Scoping | null {
  if (NOW.test(said)) return { type: 'again', date: null };
  const dated = askedDay(said, today);
  if (dated === undefined) return null;
  const around = said.slice(0, dated.start) + said.slice(dated.end);
  return AROUND_DATE.test(around) ? { type: 'again', date: dated.date } : null;
}

function asAgain(kb: KnowledgeBase, said: string): Scoping | null {
  const [, name] = AGAIN.exec(said) ?? [];
  if (name === undefined) return null;
  const scoping = placed(kb, name, false);
  // A bare name of something unknown is a question, not a place.
  return scoping?.type === 'unknown' && !LEANS.test(said) ? null : scoping;
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
      if (own || region === null) return { type: 'person', region };
      return { type: 'again', region };
    }
  }
}
