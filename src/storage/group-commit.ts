import type { Kysely, Transaction } from 'kysely';
import { isDamage, isRefusal, storageFault } from './faults.js';
import type { Tables } from './schema.js';

/** Part of a transaction. May run twice, so all it does goes through `trx`. */
export type Work<T> = (trx: Transaction<Tables>) => Promise<T>;

/** The one way into the database. */
export interface Access {
  /** Resolves when the work is durable; rejects when nothing of it is kept. */
  write<T>(work: Work<T>): Promise<T>;
  read<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Whether the database has been found damaged since it was opened. */
  readonly damaged: boolean;
  /** Resolves when nothing is waiting or under way. */
  settled(): Promise<void>;
}

/** Works committed together at most; a larger group gains nothing and makes its first wait. */
const LARGEST_GROUP = 256;

interface Waiting {
  run(trx: Transaction<Tables>): Promise<void>;
  /** Hands the result on, once the transaction is committed. */
  done(): void;
  failed(error: unknown): void;
}

/**
 * Commits what has come in during a turn of the event loop together: one sync of the disk for all of it. Where one work
 * of a group is refused, all are done again one by one, so that it harms no other.
 * @param where names the store in messages
 */
export function createAccess(db: Kysely<Tables>, where: string): Access {
  let waiting: Waiting[] = [];
  let running: Promise<void> | null = null;
  let damaged = false;
  const faultOf = (error: unknown) => {
    damaged ||= isDamage(error);
    return storageFault(where, error);
  };

  const commit = async (group: readonly Waiting[]): Promise<void> => {
    try {
      await db.transaction().execute(async (trx) => {
        for (const work of group) await work.run(trx);
      });
    } catch (error) {
      // After a lost connection nobody knows whether the commit came through: doing it again could do it twice.
      if (group.length > 1 && isRefusal(error)) {
        for (const work of group) await commit([work]);
      } else {
        for (const work of group) work.failed(faultOf(error));
      }
      return;
    }
    for (const work of group) work.done();
  };

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      // Lets every request that is ready in this turn join the group.
      await new Promise((resolve) => setImmediate(resolve));
      const group = waiting.slice(0, LARGEST_GROUP);
      waiting = waiting.slice(LARGEST_GROUP);
      await commit(group);
    }
    running = null;
  };

  return {
    write: <T>(work: Work<T>) =>
      new Promise<T>((resolve, reject) => {
        let result: T;
        waiting.push({
          run: async (trx) => {
            result = await work(trx);
          },
          done: () => resolve(result),
          failed: reject,
        });
        running ??= drain();
      }),
    read: async (work) => {
      try {
        return await work(db);
      } catch (error) {
        throw faultOf(error);
      }
    },
    get damaged() {
      return damaged;
    },
    settled: async () => {
      while (running !== null) await running;
    },
  };
}
