import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Access } from '../group-commit.js';

/** The channel on which PostgreSQL tells of every new row of the audit log. */
export const CHANNEL = 'qingdan_audit';
/** Milliseconds between two looks at SQLite, and before a lost connection to PostgreSQL is made anew. */
const LOOK_MS = 500;

/** Tells that something was written to the store, by this program or another. */
export interface StoreWatch {
  stop(): Promise<void>;
}

/**
 * Listens for new rows of the audit log. The listener is called at the start too, and whenever a connection was lost and
 * is there again, since something may have been missed.
 */
export function watchPostgres(url: string, onChange: () => void): StoreWatch {
  const ending = new AbortController();
  let client: pg.Client | null = null;

  async function listenOnce(): Promise<void> {
    const lost = new AbortController();
    client = new pg.Client({ connectionString: url, application_name: 'qingdan watch', keepAlive: true });
    client.on('error', () => lost.abort());
    client.on('end', () => lost.abort());
    client.on('notification', onChange);
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    onChange();
    await new Promise<void>((resolve) => {
      if (lost.signal.aborted) resolve();
      else lost.signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  async function listen(): Promise<void> {
    while (!ending.signal.aborted) {
      try {
        await listenOnce();
      } catch {
        // The store's own queries tell of a database that can't be reached; here it is tried again.
      }
      await client?.end().catch(() => undefined);
      if (!ending.signal.aborted)
        await pause(LOOK_MS, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  }

  const listening = listen();
  return {
    async stop() {
      ending.abort();
      await client?.end().catch(() => undefined);
      await listening;
    },
  };
}

/** The same on SQLite, which tells nobody: the number of the newest row is looked at, a fraction of a millisecond. */
export function watchSqlite(access: Access, onChange: () => void): StoreWatch {
  let seen: number | null = null;
  let looking: Promise<void> | null = null;
  const look = async () => {
    const head = await access.read((db) =>
      db.selectFrom('audit_head').select('seq').where('id', '=', 1).executeTakeFirst(),
    );
    const seq = head?.seq ?? 0;
    if (seq === seen) return;
    seen = seq;
    onChange();
  };
  const timer = setInterval(() => {
    looking ??= look()
      .catch(() => undefined)
      .finally(() => {
        looking = null;
      });
  }, LOOK_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
