/** A sheet that is printed or handed over, before it is a file; every field comes from the case or is a marked blank. */
export interface Paper {
  title: string;
  /** Number of the case or of the paper. */
  number: string;
  /** To whom it goes, at the margin; null where it goes with whoever holds it. */
  to: string | null;
  /** Fields in a table, in order. */
  rows: readonly (readonly [label: string, text: string])[];
  /** Text below, one paragraph each. */
  paragraphs: readonly string[];
  /** Who signs, and when (YYYY-MM-DD). */
  office: string;
  day: string;
  /** Small print at the foot. */
  notes: readonly string[];
}

/** What is filled in by hand. */
export const BLANK = '________';

/** 2026年11月27日. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The sheet as plain text, for a channel or a terminal. */
export function paperText({ title, number, to, rows, paragraphs, office, day, notes }: Paper): string {
  return [
    title,
    number,
    '',
    ...(to === null ? [] : [`${to}：`]),
    ...rows.map(([label, text]) => `${label}：${text}`),
    ...paragraphs,
    '',
    office,
    dayWords(day),
    ...(notes.length === 0 ? [] : ['', ...notes]),
  ].join('\n');
}
