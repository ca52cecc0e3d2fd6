import chineseDays from 'chinese-days';
import { checkDay } from './days.js';

/**
 * Working days by the State Council's yearly notices on holidays (国务院办公厅关于节假日安排的通知), as the package
 * chinese-days holds them. For a year whose notice it doesn't hold, Monday to Friday stand in, and that is said.
 */

/** A day reckoned in working days. */
export interface Reckoned {
  /** YYYY-MM-DD. */
  day: string;
  /** Years passed through whose holidays aren't known, ascending; empty where the day is sure. */
  unknownYears: number[];
}

/** Furthest that is reckoned: more than any limit of a procedure. */
const FURTHEST = 1000;

/** Whether the calendar holds a year's holidays: every year has its 1 October. */
export function hasHolidaysOf(year: number): boolean {
  return chineseDays.getDayDetail(`${String(year).padStart(4, '0')}-10-01`).name.includes('国庆');
}

/** Whether a day is worked on; by the week alone where the year's holidays aren't known. @throws QingdanError QD-DATE */
export function isWorkingDay(day: string): boolean {
  return chineseDays.isWorkday(checkDay(day));
}

/**
 * The day `count` working days after a day, which itself isn't counted (民法典第二百零一条: 开始的当日不计入); before it
 * where `count` is negative; the day itself for 0.
 * @throws QingdanError QD-DATE; RangeError for a count that no procedure has
 */
export function addWorkingDays(from: string, count: number): Reckoned {
  if (!Number.isInteger(count) || Math.abs(count) > FURTHEST) throw new RangeError(`${count} working days`);
  const years = new Set<number>();
  const step = count < 0 ? -1 : 1;
  let day = checkDay(from);
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step);
    years.add(Number(day.slice(0, 4)));
    if (isWorkingDay(day)) left--;
  }
  return { day, unknownYears: unknown(years) };
}

/** How many working days after `from` the day `to` is: `addWorkingDays(from, n)` is the first such day. @throws QingdanError QD-DATE */
export function workingDaysBetween(from: string, to: string): { count: number; unknownYears: number[] } {
  const years = new Set<number>();
  let count = 0;
  const end = checkDay(to);
  for (let day = checkDay(from); day < end; ) {
    day = addDays(day, 1);
    years.add(Number(day.slice(0, 4)));
    if (isWorkingDay(day)) count++;
  }
  return { count, unknownYears: unknown(years) };
}

/** The day some days later, or earlier. */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

function unknown(years: ReadonlySet<number>): number[] {
  return [...years].filter((year) => !hasHolidaysOf(year)).sort((a, b) => a - b);
}
