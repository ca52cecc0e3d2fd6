import { setTimeout as pause } from 'node:timers/promises';
import { QingdanError } from '#errors.js';
import type { Job, JobHandler, JobOptions, JobQueue, JobStore } from './port.js';

/** Takes jobs out of a store and does them, one at a time for each name. */
export function createJobQueue(
  store: JobStore,
  { clock, onError, pollSeconds = 1 }: JobOptions,
  names: readonly string[],
): JobQueue {
  const ending = new AbortController();
  const loops: Promise<void>[] = [];
  // Started once, by whoever comes first.
  let started: Promise<void> | null = null;
  const ready = (): Promise<void> => {
    started ??= store.start(names).catch((error: unknown) => {
      started = null;
      throw error;
    });
    return started;
  };

  async function loop(name: string, handler: JobHandler): Promise<void> {
    while (!ending.signal.aborted) {
      const busy = await oneOf(name, handler);
      if (!busy) await pause(pollSeconds * 1000, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  }

  /** Whether there was a job. A fault of the store is told and looked at again after the pause. */
  async function oneOf(name: string, handler: JobHandler): Promise<boolean> {
    try {
      await ready();
      const job = await store.take(name);
      if (job === null) return false;
      await done(job, handler);
      return true;
    } catch (error) {
      onError(error, null);
      return false;
    }
  }

  async function done(job: Job, handler: JobHandler): Promise<void> {
    try {
      await handler(job);
    } catch (error) {
      onError(error, job);
      // A code tells what it was without a word of anybody's data.
      await store.failed(job, error instanceof QingdanError ? error.code : 'QD-INTERNAL');
      return;
    }
    await store.done(job);
  }

  return {
    async send(job, at = new Date(clock()).toISOString()) {
      await ready();
      await store.put(job, at);
    },
    async work(name, handler) {
      await ready();
      loops.push(loop(name, handler));
    },
    async stop() {
      ending.abort();
      await Promise.all(loops);
      if (started !== null) await store.stop();
    },
  };
}
