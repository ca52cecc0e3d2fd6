import type { Duties } from '#app/duties.js';
import type { LiveAssistant } from '#app/live-assistant.js';
import type { Log } from '#conversation/log.js';
import { QingdanError } from '#errors.js';
import type { Act, JobQueue, Storage } from '#storage/ports.js';
import { every } from './repeated.js';

/** Milliseconds between two looks for new lists and for events to deliver, whatever the store tells in between. */
const LOOK = 5_000;
/** Milliseconds between two looks for jobs that are to be put. */
const PUT = 60_000;

export interface HousekeepingParts {
  live: Pick<LiveAssistant, 'assistant' | 'refresh'>;
  storage: Pick<Storage, 'watch' | 'audit'>;
  duties: Duties;
  jobs: Pick<JobQueue, 'stop'>;
  /** Null where no receiver is set. */
  hooks: { deliver(): Promise<void> } | null;
  log: Log;
  clock(): number;
  act(): Act;
}

/**
 * Keeps a running service up to date: newly loaded lists as soon as any program has loaded them, jobs that are due, events
 * for other systems. The result ends it.
 */
export function startHousekeeping(parts: HousekeepingParts): () => Promise<void> {
  const { storage, duties, jobs, hooks, log, clock, act } = parts;
  const refresh = refreshing(parts);
  let begun = false;
  const put = async () => {
    if (!begun) await duties.start();
    begun = true;
    await duties.put(clock());
  };
  const deliver = async () => {
    await hooks?.deliver();
  };
  const [looking, putting, delivering] = [
    every(LOOK, refresh, log),
    every(PUT, put, log),
    every(LOOK, deliver, log),
  ];
  const watch = storage.watch(() => {
    looking.now();
    delivering.now();
  });
  // A service that is started anew every minute would never come to it.
  putting.now();
  return async () => {
    await watch.stop();
    await Promise.all([looking.end(), putting.end(), delivering.end()]);
    await jobs.stop();
    // A store that takes nothing any more must still be closed.
    await storage.audit.digestAnswers(act()).catch((error: unknown) => {
      log.error(error instanceof QingdanError ? error.code : 'QD-INTERNAL', { during: 'digest' });
    });
  };
}

type Lists = Pick<HousekeepingParts, 'live' | 'log' | 'act'>;

/** Of a service of several processes all but the first: it takes up new lists and leaves the rest to the first. */
export function keepUp(parts: Lists & { storage: Pick<Storage, 'watch'> }): () => Promise<void> {
  const looking = every(LOOK, refreshing(parts), parts.log);
  const watch = parts.storage.watch(() => looking.now());
  return async () => {
    await watch.stop();
    await looking.end();
  };
}

const refreshing = ({ live, log, act }: Lists) =>
  async function refresh() {
    if (await live.refresh(act())) log.info('lists-reloaded', { version: live.assistant.kb.version });
  };
