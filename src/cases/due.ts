/** What has to be done next: sorted and moved on, brought to a result, handed out, asked about. */
export const DUE_FOR = ['move', 'result', 'reply', 'visit'] as const;
export type DueFor = (typeof DUE_FOR)[number];

export interface Due {
  for: DueFor;
  /** YYYY-MM-DD, the last day on which it is in time. */
  day: string;
  /** False where the calendar of holidays of that year isn't known: then weekends alone are left out. */
  sure: boolean;
}
