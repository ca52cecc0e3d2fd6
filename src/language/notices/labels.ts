/** Why a unit holds no task, in the order of the model's labels. `nobody`: nobody is told; `frame`: head and signature. */
export const UNIT_REASONS = [
  'others',
  'residents',
  'nobody',
  'background',
  'goal',
  'exhortation',
  'prohibition',
  'date',
  'detail',
  'frame',
] as const;
export type UnitReason = (typeof UNIT_REASONS)[number];

/** What tasks of notices are: matters by what the lists say of them, papers, and work of the form. */
export const TASK_SORTS = [
  'assist',
  'autonomy',
  'negative',
  'not-listed',
  'may-certify',
  'must-not-certify',
  'assessment',
  'plaque',
  'trace',
  'meeting',
  'ledger',
  'seal',
] as const;
export type TaskSort = (typeof TASK_SORTS)[number];
