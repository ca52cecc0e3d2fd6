import { isDay } from '#text/days.js';
import { hanNumber } from '#text/numerals.js';
import type { DayMention } from '../doc.js';

const DAY_MS = 86_400_000;
const NUMBER = '(\\d{1,3}|[一二两三四五六七八九十]{1,3})';
const NAMED: readonly (readonly [RegExp, number])[] = [
  [/大后天/u, 3],
  [/后天/u, 2],
  [/明天|明日|明早/u, 1],
  [/今天|今日|今晚/u, 0],
];
const LATER = new RegExp(`(?:过|再过)?${NUMBER}\\s*(?:个)?(天|日|周|星期|礼拜)(?:之?后|以后)?`, 'u');
const WEEKDAY = /(这|本|下)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])/u;
const DATED = /(?:(20\d{2})\s*[年/-])?\s*(\d{1,2})\s*(?:月|[/-])\s*(\d{1,2})\s*(?:日|号)?/u;
const WEEKDAYS = '一二三四五六日';

const plus = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
const countOf = (digits: string) =>
  /^\d/.test(digits) ? Number(digits) : (hanNumber(digits.replace('两', '二')) ?? 0);

/**
 * The day from today on that a text names (明天, 三天后, 下周五, 12月5日), with its place; undefined where it names none
 * or one that is over. A date without its year is the next of that name. @param today YYYY-MM-DD
 */
export function dayToCome(text: string, today: string): DayMention | undefined {
  const dated = DATED.exec(text);
  if (dated !== null) {
    const day = dateFrom(dated, today);
    return day === undefined ? undefined : mention(day, dated);
  }
  for (const [pattern, days] of NAMED) {
    const named = pattern.exec(text);
    if (named !== null) return mention(plus(today, days), named);
  }
  const weekday = WEEKDAY.exec(text);
  if (weekday !== null) return mention(weekdayFrom(weekday, today), weekday);
  const later = LATER.exec(text);
  if (later === null) return undefined;
  const [, digits = '', unit = ''] = later;
  return mention(plus(today, countOf(digits) * (unit === '天' || unit === '日' ? 1 : 7)), later);
}

const mention = (date: string, { index, 0: { length } }: RegExpExecArray): DayMention => ({
  date,
  start: index,
  end: index + length,
});

function dateFrom([, year, month = '', date = '']: RegExpExecArray, today: string): string | undefined {
  const rest = `${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (year !== undefined)
    return isDay(`${year}-${rest}`) && `${year}-${rest}` >= today ? `${year}-${rest}` : undefined;
  const thisYear = Number(today.slice(0, 4));
  return [`${thisYear}-${rest}`, `${thisYear + 1}-${rest}`].find((day) => isDay(day) && day >= today);
}

/** 周五 is the next one from today on; 下周五 is that of the week after this. */
function weekdayFrom([, which, name = '']: RegExpExecArray, today: string): string {
  const wanted = WEEKDAYS.indexOf(name === '天' ? '日' : name);
  const now = (new Date(today).getUTCDay() + 6) % 7;
  if (which === '下') return plus(today, 7 - now + wanted);
  return plus(today, (wanted - now + 7) % 7);
}
