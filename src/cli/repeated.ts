import type { Log } from '#conversation/log.js';
import { QingdanError } from '#errors.js';

/** Work that is done again and again. */
export interface Repeated {
  /** Now; once more afterwards where it is under way. */
  now(): void;
  /** Waits for what is under way and ends. */
  end(): Promise<void>;
}

/** Runs work again and again, never twice at once; a failure is logged and tried again. */
export function every(milliseconds: number, work: () => Promise<void>, log: Log): Repeated {
  let running: Promise<void> | null = null;
  let again = false;
  let ended = false;
  const run = async () => {
    do {
      again = false;
      try {
        await work();
      } catch (error) {
        log.error(error instanceof QingdanError ? error.code : 'QD-INTERNAL', { during: work.name });
      }
    } while (again && !ended);
  };
  const now = () => {
    if (ended) return;
    // Whatever it was called for may have come after the work under way has looked.
    again = true;
    running ??= run().finally(() => {
      running = null;
    });
  };
  const timer = setInterval(now, milliseconds);
  timer.unref();
  return {
    now,
    async end() {
      ended = true;
      clearInterval(timer);
      await running;
    },
  };
}
