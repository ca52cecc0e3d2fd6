import { createHmac } from 'node:crypto';
import { createAdmissionCounter } from '#app/admission-counter.js';
import type { LiveAssistant } from '#app/live-assistant.js';
import type { Storage } from '#storage/ports.js';

/** The counter for admissions, on the lists that are in force now. */
export function admissionsOn(storage: Storage, live: LiveAssistant, today: () => string) {
  const key = storage.keyFor('owners of admissions');
  return createAdmissionCounter({
    kb: () => live.assistant.kb,
    screener: () => live.assistant.screener,
    today,
    store: {
      admissions: storage.admissions,
      ownerOf: ({ channel, userId }) =>
        `person-${createHmac('sha256', key)
          .update(JSON.stringify([channel, userId]))
          .digest('hex')
          .slice(0, 32)}`,
      at: () => new Date().toISOString(),
    },
  });
}
