/** Hours that China is ahead of UTC, all year round. */
const AHEAD_HOURS = 8;

/** The moment in UTC (ISO 8601) at which a day begins in China. */
export function beginningOf(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - AHEAD_HOURS * 3_600_000).toISOString();
}

/** The day after. */
export function dayAfter(day: string): string {
  return shifted(day, 1);
}

/** A day so many days later, or earlier. */
export function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Days of a stretch, both ends included. */
export function daysOf(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000) + 1;
}

/** Every month that a stretch of days touches, with its first and last day in the stretch. */
export function monthsOf(from: string, to: string): { month: string; from: string; to: string }[] {
  const months: { month: string; from: string; to: string }[] = [];
  for (let first = from; first <= to; ) {
    const [year = 0, month = 0] = first.split('-').map(Number);
    const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
    months.push({ month: first.slice(0, 7), from: first, to: last < to ? last : to });
    first = dayAfter(last);
  }
  return months;
}

/** 2026年1月5日. */
export function inChinese(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
