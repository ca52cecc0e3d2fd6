import { isDay } from '#text/days.js';
import type { DayMention } from '../doc.js';

const YEAR = /((?:19|20)\d{2})\s*年/u;
const YEARS = /(?<![〔[(（\d])((?:19|20)\d{2})(?=\s*(?:年|[到至—~～]\s*(?:19|20)\d{2}\s*年))/gu;
/** 2025年3月5日 / 2025-03-05 / 2025年3月 / 2025年, not inside a 文号, not naming an edition of a document,
 * and not telling a story (1985年盖的房子). */
const DATED =
  /(?<![〔[(（\d])((?:19|20)\d{2})(?:\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?)?|[-/.](\d{1,2})[-/.](\d{1,2}))(?!\s*(?:版|文件|修订|修正|印发|出台|发布|的文|的法|的清单|的通知|的意见|的规定|第|\p{Script=Han}{1,2}的))/u;
const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/前年/u, -2],
  [/去年|上一年/u, -1],
  [/明年/u, 1],
];
const CLAUSE = /[^,;。!?\n]+/gu;
const BEFORE = /^\s*(?:以前|之前|前)/u;

/** A clause with one of these asks; the dates of other clauses are part of what happened, unless they stand alone. */
const ASKS =
  /吗|呢|能|可以|可否|要不要|该|归|算|是不是|属于|还是|社区|居委|村委|村里|街道|规定|清单|职责|任务|哪|多少|按|管/u;
/** Characters of a clause that is little more than a date. */
const SHORT = 12;

const lastDayOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const iso = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/**
 * The day a question asks about (「2025年的时候呢」), undefined when it names none. A year or a month stands for its
 * last day, the current year for `today`; 以前 stands for the day before it began. Days that don't exist are ignored, and
 * so are several years at once (从2018年到2024年) and dates told in a story (「2013年冬天在家里生的」).
 */
export function askedDay(text: string, today: string): DayMention | undefined {
  for (const { index, 0: clause } of text.matchAll(CLAUSE)) {
    if (!ASKS.test(clause) && clause.length > SHORT) continue;
    const asked = dayIn(clause, today);
    if (asked) return { date: asked.date, start: index + asked.start, end: index + asked.end };
  }
  return undefined;
}

/** 从2018年到2024年, 2018年和2024年: what lies between them is asked, not what held on one day. */
const spansYears = (text: string): boolean =>
  new Set([...text.matchAll(YEARS)].map(([, year]) => year)).size > 1;

function dayIn(text: string, today: string): DayMention | undefined {
  if (spansYears(text)) return undefined;
  const thisYear = Number(today.slice(0, 4));
  const dated = DATED.exec(text);
  if (dated) {
    const year = Number(dated[1]);
    const month = Number(dated[2] ?? dated[4] ?? 0);
    const day = Number(dated[3] ?? dated[5] ?? 0);
    const before = BEFORE.test(text.slice(dated.index + dated[0].length));
    const date = before ? dayBefore(year, month || 1, day || 1) : lastOf(year, month, day, today);
    if (date && isDay(date)) return { date, start: dated.index, end: dated.index + dated[0].length };
  }
  if (YEAR.test(text)) return undefined; // a year that names a document's edition
  for (const [pattern, shift] of RELATIVE) {
    const found = pattern.exec(text);
    if (found)
      return { date: iso(thisYear + shift, 12, 31), start: found.index, end: found.index + found[0].length };
  }
  return undefined;
}

function lastOf(year: number, month: number, day: number, today: string): string | undefined {
  if (month > 12) return undefined;
  if (day) return iso(year, month, day);
  const prefix = month ? `${year}-${String(month).padStart(2, '0')}` : `${year}`;
  if (today.startsWith(prefix)) return today;
  return iso(year, month || 12, lastDayOf(year, month || 12));
}

function dayBefore(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day - 1)).toISOString().slice(0, 10);
}
