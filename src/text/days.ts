import { QingdanError, shown } from '#errors.js';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The earliest day of a partial date: `2020` → `2020-01-01`, `2020-02` → `2020-02-01`. Days compare as strings. */
export function earliestDay(partialDate: string): string {
  return partialDate.length === 4
    ? `${partialDate}-01-01`
    : partialDate.length === 7
      ? `${partialDate}-01`
      : partialDate;
}

/** Whether the text is a day of the calendar, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const match = DAY.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  // Date rolls 31 June over to 1 July, so that an impossible day comes back different.
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The same text if it is a day of the calendar (YYYY-MM-DD). @throws QingdanError QD-DATE */
export function checkDay(text: string): string {
  if (isDay(text)) return text;
  throw new QingdanError('QD-DATE', `日期「${shown(text)}」不对，请写成 2026-01-31 这样的年-月-日`);
}

const CHINA_MS = 8 * 3600_000;

/** The day it is in China (UTC+8, without daylight saving time), as YYYY-MM-DD. @param time milliseconds since 1970 */
export const chinaDay = (time: number): string => new Date(time + CHINA_MS).toISOString().slice(0, 10);
