/** 2026年3月1日 of 2026-03-01 (GB/T 9704-2012, 7.3.5.4: Arabic digits, month and day without a leading zero). */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The day so many days later, both YYYY-MM-DD. */
export function daysLater(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
