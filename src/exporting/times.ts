import { chinaDay } from '#text/days.js';
import type { ExportRange } from './room.js';

/** Begin and end of a stretch of days in China, as times in UTC. */
export const timesOf = ({ from, to }: ExportRange) => ({
  from: from === undefined ? undefined : startOf(from),
  to: to === undefined ? undefined : startOf(to),
});

const startOf = (day: string) => new Date(`${day}T00:00:00+08:00`).toISOString();

/** The day in China of a time in UTC. */
export const dayOf = (at: string): string => chinaDay(Date.parse(at));
