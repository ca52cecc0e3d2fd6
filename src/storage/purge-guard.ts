import type { Counts } from './ports.js';

/** What a purge would do, and what it is judged by. */
export interface PurgeOutlook {
  due: Counts;
  /** All there are. */
  held: Pick<Counts, 'questions' | 'screenings' | 'shared'>;
  /** When the newest record was made; null where there is none. */
  newest: string | null;
}

const DAY_MS = 86_400_000;
/** Days without any record, after which the clock is doubted rather than the records: no office is shut for longer. */
const LONGEST_GAP = 30;

/**
 * Why records must not be deleted unseen, in a Chinese sentence; null where nothing speaks against it. A clock that is
 * wrong by a year makes every record old at once.
 * @param share largest part of the answers, of the screenings, or of what was passed on, that may go at once, in percent
 */
export function whyNotPurge({ due, held, newest }: PurgeOutlook, now: string, share: number): string | null {
  if (Object.values(due).every((count) => count === 0)) return null;
  const gap = newest === null ? 0 : Math.floor((Date.parse(now) - Date.parse(newest)) / DAY_MS);
  if (gap > LONGEST_GAP) {
    return `现在的时钟是 ${now.slice(0, 10)}，比最新的记录（${newest?.slice(0, 10)}）晚 ${gap} 天，可能是时钟不对`;
  }
  for (const [name, words] of [
    ['questions', '问答记录'],
    ['screenings', '研判记录'],
    ['shared', '分享的回答'],
  ] as const) {
    if (due[name] * 100 <= held[name] * share) continue;
    return `到期的${words}有 ${due[name]} 条，超过全部 ${held[name]} 条的 ${share}%，可能是时钟或保存期不对`;
  }
  return null;
}
