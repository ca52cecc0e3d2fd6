import type { Screening, SkippedPart } from '../notices/screening.js';

/** Why a phrase isn't counted as a task, for whoever checks that none was missed; null where nobody need look. */
const WHY: Readonly<Record<SkippedPart['reason'], string | null>> = {
  others: '是别的单位的事',
  residents: '是居民、单位自己的事',
  nobody: '没有说由谁做',
  background: '背景、说明',
  detail: '没有说做什么',
  exhortation: '号召、要求重视',
  goal: '目标',
  prohibition: '禁止的事',
  date: null,
  frame: null,
  person: '人工核对，不算任务',
};

/** Heads of the table's columns. */
export const PASSED_OVER_COLUMNS = ['原文', '为什么没有列为任务'] as const;

/** What was read and not counted as a task, in the order of the text; rows in the order of the columns. */
export function passedOverRows({ skipped }: Screening): string[][] {
  return skipped.flatMap(({ phrase, reason }) => {
    const why = WHY[reason];
    const text = phrase
      .replace(/\s+/gu, ' ')
      .replace(/\p{Cc}/gu, ' ')
      .trim();
    return why === null || text === '' ? [] : [[text, why]];
  });
}

/** Characters of a phrase, where many stand on one line. */
const IN_BRIEF = 24;

/** The same for a page that has little room: a line for each reason, long phrases cut short. */
export function passedOverInBrief(screening: Screening): string[] {
  const byReason = new Map<string, string[]>();
  for (const [text = '', why = ''] of passedOverRows(screening)) {
    const characters = [...text];
    const brief = characters.length > IN_BRIEF ? `${characters.slice(0, IN_BRIEF - 1).join('')}…` : text;
    byReason.set(why, [...(byReason.get(why) ?? []), brief]);
  }
  return [...byReason].map(([why, phrases]) => `${why}：${phrases.join('；')}。`);
}
