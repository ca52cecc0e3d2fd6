import type { LiveAssistant } from '#app/live-assistant.js';
import type { Log } from '#conversation/log.js';
import { QingdanError } from '#errors.js';
import type { Act, Storage } from '#storage/ports.js';

/** Milliseconds until a list that was loaded by a command is answered from. */
const REFRESH = 5_000;
/** Milliseconds between two looks for records whose time is over, and two digests of the answers. */
const HOURLY = 3600_000;
/** Milliseconds after the start before records are deleted: a clock that is wrong at the start is set right by then. */
const FIRST_PURGE = 600_000;

export interface HousekeepingParts {
  live: LiveAssistant;
  storage: Pick<Storage, 'retention' | 'audit'>;
  log: Log;
  act(): Act;
}

/** Keeps a running service up to date: newly loaded lists, records that are due, answers vouched for. The result ends it. */
export function startHousekeeping({ live, storage, log, act }: HousekeepingParts): () => Promise<void> {
  const refresh = async () => {
    if (await live.refresh(act())) log.info('lists-reloaded', { version: live.assistant.kb.version });
  };
  let told = '';
  const purge = async () => {
    const { at, actor } = act();
    const due = Object.values(await storage.retention.due(at));
    if (due.every((count) => count === 0)) return;
    try {
      await storage.retention.purge({ at, actor });
      log.info('records-purged');
    } catch (error) {
      if (!(error instanceof QingdanError && error.code === 'QD-PURGE')) throw error;
      // Once, not every hour: somebody has to look at it.
      if (told !== error.message) log.warn(error.code, { reason: error.message });
      told = error.message;
    }
  };
  const digest = async () => {
    await storage.audit.digestAnswers(act());
  };
  const purging = every(HOURLY, purge, log);
  // A service that is started anew every hour would never come to it.
  const first = setTimeout(purging.now, FIRST_PURGE);
  first.unref();
  const digesting = every(HOURLY, digest, log);
  const ends = [every(REFRESH, refresh, log), purging, digesting];
  return async () => {
    clearTimeout(first);
    digesting.now();
    await Promise.all(ends.map(({ end }) => end()));
  };
}

/** Work that is done again and again. */
interface Repeated {
  now(): void;
  end(): Promise<void>;
}

/** Runs work again and again, never twice at once; a failure is logged and tried again. */
function every(milliseconds: number, work: () => Promise<void>, log: Log): Repeated {
  let running: Promise<void> | null = null;
  const now = () => {
    running ??= work()
      .catch((error: unknown) => {
        log.error(error instanceof QingdanError ? error.code : 'QD-INTERNAL', { during: work.name });
      })
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(now, milliseconds);
  timer.unref();
  return {
    now,
    async end() {
      clearInterval(timer);
      await running;
    },
  };
}
