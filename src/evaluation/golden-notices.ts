import type { Screening } from '#answer/index.js';

/** What of a screened notice is held fixed: every task with its place and verdict, and what was passed over, and why. */
export interface GoldenNotice {
  id: string;
  /** Start, end, verdict, band, id of the row, sort of demand; places are UTF-16 units. */
  tasks: (readonly [number, number, string, string, string | null, string | null])[];
  /** Start, end, reason. */
  skipped: (readonly [number, number, string])[];
}

export function goldenNoticeOf(id: string, { tasks, skipped }: Screening): GoldenNotice {
  return {
    id,
    tasks: tasks.map((t) => [t.start, t.end, t.verdict, t.band, t.item?.id ?? null, t.demand]),
    skipped: skipped.map(({ start, end, reason }) => [start, end, reason]),
  };
}

/** One line per notice, in the order given. */
export function goldenNoticesText(notices: readonly GoldenNotice[]): string {
  return notices.map((notice) => `${JSON.stringify(notice)}\n`).join('');
}
