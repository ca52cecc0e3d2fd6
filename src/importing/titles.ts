import { normalise } from '#text/normalise.js';
import { hanNumber } from '#text/numerals.js';

/** What a title says besides the kind of its list. */
export interface TitleFacts {
  /** （共23项）, 23项. */
  declared: number | null;
  /** 附件2 → 2. */
  attachment: number | null;
  /** 第一批 → 1. */
  batch: number | null;
}

const COUNT = /(?:共(?:计|有)?|[(])\s*(\d{1,5}|[一二三四五六七八九十百]{1,7})\s*(?:项|条|个|类)/;
const ATTACHMENT = /附(?:件|表)\s*[:：]?\s*(\d{1,2}|[一二三四五六七八九十]{1,3})/;
const BATCH = /第\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*批/;

/** UTF-16 units of a line in which the facts of a title stand. */
const LOOKED_AT = 200;

/** The facts of a title or of several lines of it. */
export function titleFacts(text: string): TitleFacts {
  const title = normalise(text.slice(0, LOOKED_AT));
  return {
    declared: numberIn(COUNT, title),
    attachment: numberIn(ATTACHMENT, title),
    batch: numberIn(BATCH, title),
  };
}

function numberIn(pattern: RegExp, text: string): number | null {
  const [, digits] = pattern.exec(text) ?? [];
  if (digits === undefined) return null;
  return /^\d+$/.test(digits) ? Number(digits) : hanNumber(digits);
}

/** A title without what stands in front of or behind its words: 附件1：, （共23项）, （示例） stays. */
export function bareTitle(text: string): string {
  return text
    .replace(/^\s*附\s*(件|表)\s*[\d一二三四五六七八九十]{0,3}\s*[:：、.]?\s*/, '')
    .replace(/[（(]\s*共?(计|有)?\s*[\d一二三四五六七八九十百]+\s*[项条个类]\s*[)）]/g, '')
    .replace(/[（(]?\s*第\s*[\d一二三四五六七八九十]+\s*批\s*[)）]?/g, '')
    .replace(/\s+/g, '')
    .trim();
}

/** Characters of a list's title. */
const LONGEST_TITLE = 60;

/** Whether a line reads like the title of a list. */
export function isListTitle(text: string): boolean {
  if (text.length > 2 * LONGEST_TITLE) return false;
  const title = normalise(text);
  if (title.length > LONGEST_TITLE || /[。；;：:]$/.test(title) || isNoticeTitle(text)) return false;
  return /(清单|目录|事项|事务|一览表|明细表)/.test(title);
}

/** Whether a line is the title of the paper that issues a list, which says nothing of its own numbered paragraphs. */
export function isNoticeTitle(text: string): boolean {
  return text.length <= 100 && /(通知|意见|办法|函|通报|决定|方案|公告)[）)]?$/.test(text.trim());
}

/** A heading that tells to do something with a list (「严格执行负面清单」) instead of naming one. */
export function isInstruction(heading: string): boolean {
  return /^(建立|制定|梳理|完善|规范|实行|落实|明确|公布|严格|健全|编制|推行|执行|印发|强化|厘清|细化|动态|加强|提高|认真|全面|及时|做好|对照)/.test(
    heading,
  );
}
