/**
 * A program that writes is killed at random moments, again and again on one store; what it was told is kept must be
 * there, and everything is as before or as after a write, never between. `QINGDAN_CRASH_ROUNDS=full` runs 200 rounds on
 * SQLite and 50 on PostgreSQL.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIM_LEASE_MS } from '#storage/event-log.js';
import { openStorage } from '#storage/open.js';
import type { Storage } from '#storage/ports.js';
import type { StorageSettings } from '#storage/settings.js';
import type { SqliteDriverName } from '#storage/sqlite.js';
import { type PostgresServer, startPostgres } from './support/postgres-server.js';
import { AT_ONCE } from './support/records.js';
import { settingsOf } from './support/settings.js';
import { compileWriter, type WriterProgram } from './support/start-writer.js';
import { rawDatabase } from './support/stores.js';

const FULL = process.env.QINGDAN_CRASH_ROUNDS === 'full';
/** Longest a writer lives once it has begun, in milliseconds: some die before their first write, some after dozens. */
const LONGEST_LIFE = 250;
/** Longest a writer lives that is only to make a store: Node itself takes most of it. */
const LONGEST_START = 600;
/** The clock goes on between rounds by more than the lease of a claim. */
const MINUTES_BETWEEN = CLAIM_LEASE_MS / 60_000 + 1;
/** PostgreSQL itself is killed along with the writer every so many rounds. */
const SERVER_CRASH_EVERY = 5;

const STORES: readonly (readonly [name: string, driver: SqliteDriverName | undefined, rounds: number])[] = [
  ['better-sqlite3', 'better-sqlite3', FULL ? 200 : 20],
  ['libsql', 'libsql', FULL ? 200 : 5],
  ['PostgreSQL', undefined, FULL ? 50 : 5],
];

describe.each(STORES)('killed at random moments, on %s', (_name, driver, rounds) => {
  let writer: WriterProgram;
  let server: PostgresServer | undefined;
  const dataDir = mkdtempSync(join(tmpdir(), 'qingdan-crash-'));
  beforeAll(async () => {
    writer = compileWriter();
    if (driver === undefined) server = await startPostgres();
  });
  afterAll(async () => {
    await server?.stop();
    writer.remove();
    rmSync(dataDir, { recursive: true });
  });

  it(
    'keeps every acknowledged write, once, and no half of any',
    async () => {
      const settings = settingsOf(dataDir, await server?.emptyDatabase());
      const acknowledged = { answer: new Set<number>(), publish: 0, edition: new Set<number>() };
      let first = 0;
      // On a busy machine the first ones may die before their first write.
      for (let round = 0; round < rounds || (acknowledged.answer.size === 0 && round < 2 * rounds); round++) {
        // Starts a little before the end of the round before: unfinished events are delivered again.
        const running = writer.run(environmentOf(settings, driver, Math.max(0, first - 2 * AT_ONCE), round));
        await running.ready;
        await setTimeout(randomOf(round) * LONGEST_LIFE);
        running.kill();
        if (server !== undefined && round % SERVER_CRASH_EVERY === 0) await server.crash();
        for (const line of await running.said) {
          const [what, number] = line.split(' ');
          expect(what).not.toBe('refused');
          const n = Number(number);
          if (what === 'answer' || what === 'edition') acknowledged[what].add(n);
          if (what === 'publish') acknowledged.publish = n;
          if (what !== 'ready') first = Math.max(first, n - (n % AT_ONCE) + AT_ONCE);
        }
        const storage = await openStorage(settings, { driver });
        try {
          await check(storage, acknowledged, round);
        } finally {
          await storage.close();
        }
        if (driver !== undefined) expect(await integrity(settings, driver)).toEqual(['ok']);
      }
      // Every event is delivered once more: those that were under way when the writer died are answered now.
      const all = { ...environmentOf(settings, driver, 0, rounds), LAST: String(first + AT_ONCE) };
      await writer.run(all).said;
      const storage = await openStorage(settings, { driver });
      const logged = await allQuestions(storage);
      await storage.close();
      expect(logged).toHaveLength(first + AT_ONCE);
      expect(new Set(logged)).toEqual(new Set(Array.from({ length: first + AT_ONCE }, (_, n) => `q${n}`)));
      console.log(
        `${rounds} kills, ${acknowledged.answer.size} answers and ${acknowledged.edition.size} editions acknowledged`,
      );
      expect(acknowledged.answer.size).toBeGreaterThan(0);
    },
    rounds * 20_000,
  );

  it(
    'makes a store whole or not at all',
    async () => {
      for (let round = 0; round < Math.ceil(rounds / 5); round++) {
        const settings = settingsOf(join(dataDir, `new-${round}`), await server?.emptyDatabase());
        const running = writer.run({ ...environmentOf(settings, driver, 0, 0), LAST: '0' });
        await setTimeout(randomOf(round) * LONGEST_START);
        running.kill();
        await running.said;
        const storage = await openStorage(settings, { driver });
        expect((await storage.audit.verify()).findings).toEqual([]);
        await storage.close();
      }
    },
    rounds * 10_000,
  );
});

interface Acknowledged {
  answer: ReadonlySet<number>;
  edition: ReadonlySet<number>;
  publish: number;
}

async function check(storage: Storage, acknowledged: Acknowledged, round: number): Promise<void> {
  const where = `after round ${round}`;
  const logged = await allQuestions(storage);
  expect(new Set(logged).size, where).toBe(logged.length);
  for (const n of acknowledged.answer) expect(logged, where).toContain(`q${n}`);

  // Both documents of a publication, or neither.
  const published = (await storage.lists.current()).map(({ lists }) => lists[0]?.items[0]?.name);
  expect(new Set(published).size, where).toBeLessThanOrEqual(1);
  const history = await storage.lists.history();
  expect(history.filter(({ documentId }) => documentId === 'a')).toHaveLength(history.length / 2);

  const { findings, rows } = await storage.audit.verify();
  expect(findings, where).toEqual([]);
  const editions = await storage.editions.list();
  expect(rows, where).toBe(history.length + editions.length);
  expect(editions.length, where).toBeGreaterThanOrEqual(acknowledged.edition.size);
  const newest = editions.at(-1);
  if (newest !== undefined) expect((await storage.editions.rebuild(newest.id)).kb.documents).toHaveLength(3);
}

async function allQuestions({ questions }: Storage): Promise<string[]> {
  const ids: string[] = [];
  for (let after: { at: string; id: string } | undefined; ; ) {
    const page = await questions.list({ limit: 1000, after });
    ids.push(...page.map(({ id }) => id));
    if (page.length < 1000) return ids;
    after = page.at(-1);
  }
}

async function integrity(settings: StorageSettings, driver: SqliteDriverName): Promise<string[]> {
  const db = rawDatabase(settings, driver);
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  await db.destroy();
  return rows.map(({ integrity_check }) => integrity_check);
}

function environmentOf(
  { dataDir, databaseUrl }: StorageSettings,
  driver: SqliteDriverName | undefined,
  first: number,
  round: number,
): Record<string, string> {
  return {
    DATA_DIR: dataDir,
    FIRST: String(first),
    MINUTE: String(round * MINUTES_BETWEEN),
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    ...(driver === undefined ? {} : { DRIVER: driver }),
  };
}

/** 0 to 1, spread evenly over the rounds and the same in every run. */
function randomOf(round: number): number {
  const goldenRatio = 0.618_033_988_75;
  return (round * goldenRatio) % 1;
}
