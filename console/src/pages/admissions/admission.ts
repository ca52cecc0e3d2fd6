import type { TaskScreening } from '#admission/screening.js';
import type { Admission, AdmissionEvent, EventType, State } from '#admission/state.js';

/** One application as the API gives it. */
export interface AdmissionSeen extends Omit<Admission, 'process' | 'owner'> {
  id: string;
  /** 查询码. */
  code: string;
  stateToday: State;
  screening: TaskScreening | null;
  /** What whoever is signed in may do next. */
  next: readonly EventType[];
}

export interface Happened {
  number: number;
  at: string;
  day: string;
  actorName: string;
  event: AdmissionEvent | { type: 'create' };
}

export const PATH = '/api/v1/admissions';
