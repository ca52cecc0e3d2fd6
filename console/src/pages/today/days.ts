const DAY = 24 * 3600_000;
/** China is eight hours ahead of UTC all year. */
const CHINA = 8 * 3600_000;

/** The day it is in China, as YYYY-MM-DD. */
export const chinaDay = (now = Date.now()): string => new Date(now + CHINA).toISOString().slice(0, 10);

export const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
