import type { Actor } from '#access/roles.js';
import type { ApplicationDraft } from '#admission/application.js';
import type { Admission, AdmissionEvent, KeptState, State } from '#admission/state.js';

/** An application as an office sees it, on a day. */
export interface AdmissionSeen extends Admission {
  id: string;
  code: string;
  screening: unknown;
  /** On the day it is looked at. */
  stateToday: State;
}

/** What the API does for users: each call asks whether the user may. */
export interface OfficeDesk {
  /** @throws QingdanError QD-LOGIN */
  login(name: string, password: string): Promise<{ token: string; expiresAt: string; actor: Actor }>;
  logout(token: string): Promise<void>;
  /** Whose session or key it is; null where it is none. */
  actorOf(token: string): Promise<Actor | null>;
  /** @throws QingdanError QD-REGION, QD-INPUT, QD-FORBIDDEN */
  open(actor: Actor, region: string, application: ApplicationDraft): Promise<AdmissionSeen>;
  /** @throws QingdanError QD-ID */
  find(actor: Actor, id: string): Promise<AdmissionSeen>;
  /** Newest first. @throws QingdanError QD-REGION, QD-ID */
  list(
    actor: Actor,
    filter: {
      region?: string | undefined;
      state?: KeptState | undefined;
      after?: string | undefined;
      limit: number;
    },
  ): Promise<AdmissionSeen[]>;
  /** @throws QingdanError QD-ID, QD-FORBIDDEN, QD-STATE, QD-INPUT, QD-DATE */
  act(actor: Actor, id: string, event: AdmissionEvent): Promise<AdmissionSeen>;
}
