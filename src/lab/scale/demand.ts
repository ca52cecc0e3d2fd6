/** How people ask. */
export interface Habits {
  /** Questions of one committee on a working day. */
  questions: number;
  /** Share of the day's questions that come in its busiest hour. */
  busyHour: number;
  /** How many times more come in the busiest minute than in the middle of that hour. */
  burst: number;
}

/** Questions on a working day. */
export const daysLoad = (committees: number, { questions }: Habits): number => committees * questions;

/** Questions a second in the busiest minute. */
export const peakOf = (committees: number, habits: Habits): number =>
  (daysLoad(committees, habits) * habits.busyHour * habits.burst) / 3600;
