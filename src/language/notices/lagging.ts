import type { Span } from '../span.js';

/** 征兵登记的宣传还没开始的社区抓紧: what is behind is what is to be done. */
const BEHIND =
  /^(.{4,30}?)(?:还|仍)(?:差|缺)\d{1,3}个(?:社区|村)|^(.{4,30}?)(?:还没有?|还未|尚未|仍未)[^,]{1,8}的(?:各?社区|各?村|各?居委会|单位)?(?:请|要)?(?:抓紧|尽快|赶紧|加快|赶快|及时)/u;
/** …,差6个社区; …,没报的今天补上. */
const LACKING =
  /^(?:还|仍|目前)?(?:差|缺)\d{1,3}个(?:社区|村)|^(?:还)?[没未](?:报|交|做|完成|上报|登记|发)的/u;
/** 卫健办要的体检名单: who wants it is no part of it. */
const WANTED_BY = /^.{1,10}(?:要的|催的|布置的|安排的)/u;

/** The topic of a clause that says some communities are behind with it; null where it doesn't. */
export function laggingTopic(seen: string, clause: Span, next: Span | undefined): Span | null {
  const text = seen.slice(clause.start, clause.end);
  const [, lacking, late] = BEHIND.exec(text) ?? [];
  const topic = lacking ?? late;
  if (topic !== undefined) return { start: clause.start, end: clause.start + topic.length };
  if (next === undefined || text.length < 4 || !LACKING.test(seen.slice(next.start, next.end))) return null;
  const wanted = WANTED_BY.exec(text)?.[0].length ?? 0;
  return { start: clause.start + wanted, end: clause.end };
}
