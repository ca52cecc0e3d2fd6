import { REGISTERS } from '#registers/kinds/index.js';

/** seal-500112001001-2026-1: kind, region, year and number of an entry of a register. */
const ENTRY = /^([a-z]+)-(\d{6,12})-(\d{4})-(\d+)$/u;
/** 500112001001/诉〔2026〕0001号: a number that a community gave out. */
const NUMBERED = /^\d{6,12}\/(.+)$/u;

/** What a row of the log is about, as people know it; ids that have no other name stay as they are. */
export function subjectWords(subject: string): string {
  const [, kind, , year, number] = ENTRY.exec(subject) ?? [];
  const register = Object.values(REGISTERS).find(({ id }) => id === kind);
  if (register !== undefined) return `${register.name} ${year} 年第 ${number} 条`;
  return NUMBERED.exec(subject)?.[1] ?? subject;
}
