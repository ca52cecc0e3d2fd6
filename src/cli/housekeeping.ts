import type { LiveAssistant } from '../app/live-assistant.js';
import type { Log } from '../bot/log.js';
import { QingdanError } from '../errors.js';
import type { Act, Storage } from '../storage/ports.js';

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
  const ends = [every(REFRESH, refresh, log), every(PURGE, purge, log)];
  return async () => {
    await Promise.all(ends.map((end) => end()));
  };
}

/** Runs work again and again, never twice at once; a failure is logged and tried again. The result ends it. */
function every(milliseconds: number, work: () => Promise<void>, log: Log): () => Promise<void> {
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= work()
      .catch((error: unknown) => {
        log.error(error instanceof QingdanError ? error.code : 'QD-INTERNAL', { during: work.name });
      })
      .finally(() => {
        running = null;
      });
  }, milliseconds);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
