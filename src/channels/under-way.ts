import type { Log } from '#conversation/log.js';

/** The turns of a channel that are under way, so that a failing one harms nothing and `stop` can wait for all of them. */
export class UnderWay {
  readonly #works = new Set<Promise<void>>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Starts the work; a rejection is logged as `event` and ends there. Never throws, for listeners that nobody awaits. */
  run(event: string, work: () => Promise<void>): Promise<void> {
    const guarded = Promise.resolve()
      .then(work)
      .catch((error: unknown) => this.#log.error(event, { reason: reasonOf(error) }))
      .finally(() => this.#works.delete(guarded));
    this.#works.add(guarded);
    return guarded;
  }

  /** Resolves when nothing is under way, also nothing that was started meanwhile. */
  async settled(): Promise<void> {
    while (this.#works.size > 0) await Promise.all(this.#works);
  }
}

const LONGEST_REASON = 200;

/** What went wrong as one short line for the log: an error's message, or the code a platform answered with. */
export function reasonOf(error: unknown): string {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : JSON.stringify(error);
  return (said ?? String(error)).replace(/\s+/gu, ' ').slice(0, LONGEST_REASON);
}
