import type { ApplicationDraft } from './application.js';

/** States that are kept. Whether an admitted task is in force yet, or not any more, is a question of the day. */
export const KEPT_STATES = [
  'draft',
  'submitted',
  'returned',
  'reviewed',
  'met',
  'admitted',
  'rejected',
  'revoked',
  'withdrawn',
] as const;
export type KeptState = (typeof KEPT_STATES)[number];
/** States as seen on a day. */
export type State = KeptState | 'in-force' | 'expired';

export const STATE_NAMES = {
  draft: '草稿',
  submitted: '已提交',
  returned: '退回补正',
  reviewed: '已审核',
  met: '已会商',
  admitted: '已批准，未到实施日',
  'in-force': '实施中',
  expired: '已到期',
  rejected: '不予准入',
  revoked: '已撤销',
  withdrawn: '已撤回',
} as const satisfies Record<State, string>;

/** What an office thinks of an application. */
export interface Opinion {
  /** YYYY-MM-DD. */
  on: string;
  /** Name of who said it. */
  by: string;
  agrees: boolean;
  text: string;
}

export interface Meeting extends Opinion {
  participants: readonly string[];
}

export interface Decision {
  on: string;
  by: string;
  admitted: boolean;
  reason: string;
  /** 文号 of the decision; the application's own number where the decider gave none. */
  number: string;
  /** First and last day of the task, as decided; null where it was rejected. */
  from: string | null;
  to: string | null;
}

/** Money or people that have come. */
export interface Receipt {
  means: 'funds' | 'staff';
  on: string;
  by: string;
  /** Yuan; null where the promise was no sum. */
  amount: number | null;
  proof: string;
}

/** One application and what became of it: plain data. */
export interface Admission {
  /** Readable, e.g. 准入〔2026〕0001号; one of its kind in its region. */
  readonly number: string;
  /** Code and full name of the region where the task is to be done. */
  readonly region: string;
  readonly regionName: string;
  /** Id of the procedure that it goes by. */
  readonly process: string;
  /** Id of the actor whose application it is. */
  readonly owner: string;
  readonly state: KeptState;
  readonly application: ApplicationDraft;
  readonly createdOn: string;
  /** Day of the newest event. */
  readonly changedOn: string;
  /** Day of the newest submission; null for a draft that never was. */
  readonly submittedOn: string | null;
  /** Why and what for it was sent back; null where it isn't. */
  readonly returned: { on: string; by: string; reason: string } | null;
  readonly review: Opinion | null;
  readonly meeting: Meeting | null;
  readonly decision: Decision | null;
  readonly receipts: readonly Receipt[];
  /** `from`: first day on which it no longer holds. */
  readonly revoked: { on: string; by: string; reason: string; from: string } | null;
  readonly withdrawn: { on: string; by: string; reason: string } | null;
}

/** What somebody does to an application. */
export type AdmissionEvent =
  | { type: 'amend'; application: ApplicationDraft }
  | { type: 'submit' }
  | { type: 'return'; reason: string }
  | { type: 'review'; agrees: boolean; text: string }
  | { type: 'meet'; agrees: boolean; text: string; participants: readonly string[] }
  | {
      type: 'decide';
      admit: boolean;
      reason: string;
      number?: string | undefined;
      /** Where the decision sets other days than were asked for. */
      from?: string | undefined;
      to?: string | undefined;
    }
  | { type: 'withdraw'; reason: string }
  | { type: 'revoke'; reason: string; from?: string | undefined }
  | { type: 'receive'; means: Receipt['means']; amount?: number | undefined; proof: string };
export type EventType = AdmissionEvent['type'];

/** The state on a day: an admitted task is in force from its first day to its last. */
export function stateOn({ state, decision }: Pick<Admission, 'state' | 'decision'>, day: string): State {
  if (state !== 'admitted' || decision?.from == null || decision.to === null) return state;
  if (day < decision.from) return 'admitted';
  return day <= decision.to ? 'in-force' : 'expired';
}
