import { createDuties } from '#app/duties.js';
import { createHookDelivery, type Hook } from '#app/hooks.js';
import type { LiveAssistant } from '#app/live-assistant.js';
import type { Window } from '#app/window.js';
import type { Log } from '#conversation/log.js';
import { QingdanError } from '#errors.js';
import type { Act, Storage } from '#storage/ports.js';
import { keepUp, startHousekeeping } from './housekeeping.js';

export interface HouseParts {
  storage: Storage;
  live: LiveAssistant;
  window: Window;
  hooks: readonly Hook[];
  log: Log;
  /** Milliseconds since 1970. */
  clock(): number;
  act(): Act;
  /** Whether this process does what is to be done once. */
  first: boolean;
}

/** Puts a service's jobs, receivers and lists together and keeps them going. The result ends it. */
export function keepHouse({
  storage,
  live,
  window,
  hooks,
  log,
  clock,
  act,
  first,
}: HouseParts): () => Promise<void> {
  if (!first) return keepUp({ live, storage, log, act });
  const jobs = storage.jobs({
    clock,
    onError: (error, job) =>
      log.error(error instanceof QingdanError ? error.code : 'QD-INTERNAL', { during: job?.name ?? 'jobs' }),
  });
  const duties = createDuties({
    storage,
    jobs,
    window,
    act,
    onDone: (what) => log.info(what),
    onDoubt: (reason) => log.warn('QD-PURGE', { reason }),
  });
  const delivery = createHookDelivery({
    storage,
    hooks,
    clock,
    onRefused: (name, reason, attempts) => log.warn('hook-refused', { name, reason, attempts }),
  });
  return startHousekeeping({
    live,
    storage,
    duties,
    jobs,
    hooks: hooks.length === 0 ? null : delivery,
    log,
    clock,
    act,
  });
}
