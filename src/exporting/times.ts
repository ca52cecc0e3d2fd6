import type { ExportRange } from './room.js';

/** China is eight hours ahead of UTC all year. */
const CHINA_MS = 8 * 3600_000;

/** Begin and end of a stretch of days in China, as times in UTC. */
export const timesOf = ({ from, to }: ExportRange) => ({
  from: from === undefined ? undefined : startOf(from),
  to: to === undefined ? undefined : startOf(to),
});

const startOf = (day: string) => new Date(`${day}T00:00:00+08:00`).toISOString();

/** The day in China of a time in UTC. */
export const dayOf = (at: string): string => new Date(Date.parse(at) + CHINA_MS).toISOString().slice(0, 10);
