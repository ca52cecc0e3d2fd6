import { randomBytes } from 'node:crypto';
import { stateOn } from '#admission/state.js';
import { createAdmissionDesk } from '#app/admission-desk.js';
import type { Assistant } from '#app/assistant.js';
import { readProcesses } from '#app/processes.js';
import { findRegion } from '#catalogue/find-region.js';
import type { AdmissionSeen, OfficeDesk } from '#server/office-desk.js';
import type { Storage, StoredAdmission } from '#storage/ports.js';

export interface OfficeDeskParts {
  storage: Pick<Storage, 'accounts' | 'logins' | 'admissions'>;
  live: { readonly assistant: Pick<Assistant, 'kb' | 'screener'> };
  /** YYYY-MM-DD, in China. */
  today(): string;
  /** ISO 8601, now. */
  at(): string;
}

/** The desk of the API's users, on the lists that are in force now. */
export function createOfficeDesk({ storage, live, today, at }: OfficeDeskParts): OfficeDesk {
  const { logins, admissions } = storage;
  const kb = () => live.assistant.kb;
  const processes = readProcesses({
    get regions() {
      return kb().regions;
    },
  });
  const desk = () =>
    createAdmissionDesk({
      admissions,
      kb: kb(),
      processes,
      task: (name, options) => live.assistant.screener.task(name, options),
      today,
    });
  const seen = ({ serial: _serial, ...stored }: StoredAdmission): AdmissionSeen => ({
    ...stored,
    stateToday: stateOn(stored, today()),
  });
  return {
    login: (name, password) => logins.open(name, password, randomBytes(32).toString('base64url'), at()),
    logout: (token) => logins.close(token),
    actorOf: (token) => logins.actorOf(token, at()),
    open: async (actor, region, application) =>
      seen(await desk().open(actor, findRegion(kb().regions, region), application, at())),
    find: async (actor, id) => seen(await admissions.find(actor, id)),
    list: async (actor, { region, state, after, limit }) => {
      const code = region === undefined ? undefined : findRegion(kb().regions, region).code;
      const states = state === undefined ? undefined : [state];
      return (await admissions.list(actor, { region: code, states, after, limit })).map(seen);
    },
    act: async (actor, id, event) => seen(await desk().apply(actor, id, event, at())),
  };
}
