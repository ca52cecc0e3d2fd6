import type { LiveAssistant } from '#app/live-assistant.js';
import type { Log } from '#conversation/log.js';
import { QingdanError } from '#errors.js';
import type { Act, Storage } from '#storage/ports.js';

/** Milliseconds until a list that was loaded by a command is answered from. */
const REFRESH = 5_000;
/** Milliseconds between two looks for records whose time is over. */
const PURGE = 3600_000;

export interface HousekeepingParts {
  live: LiveAssistant;
  storage: Pick<Storage, 'retention'>;
  log: Log;
  act(): Act;
}

/** Keeps a running service up to date: newly loaded lists, records that are due. The result ends it. */
export function startHousekeeping({ live, storage, log, act }: HousekeepingParts): () => Promise<void> {
  const refresh = async () => {
    if (await live.refresh(act())) log.info('lists-reloaded', { version: live.assistant.kb.version });
  };
  const purge = async () => {
    const { at, actor } = act();
    const due = Object.values(await storage.retention.due(at));
    if (due.some((count) => count > 0)) {
      await storage.retention.purge({ at, actor });
      log.info('records-purged');
    }
  };
  const purging = every(PURGE, purge, log);
  // A service that is started anew every hour would never come to it.
  purging.now();
  const ends = [every(REFRESH, refresh, log), purging];
  return async () => {
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
