/** Every sort of job: a queue of pg-boss has to be there before anything is put into it. */
export const JOB_NAMES = ['case-sweep', 'case-reminder', 'purge', 'answer-digest', 'monthly-report'] as const;
export type JobName = (typeof JOB_NAMES)[number];
