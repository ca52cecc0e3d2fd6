/**
 * A program that decides applications is killed at random moments, again and again on one store: what it was told is
 * kept is there, and an application, its events, the audit log and the list of admitted tasks always agree.
 * `QINGDAN_CRASH_ROUNDS=full` runs 200 rounds on SQLite and 50 on PostgreSQL.
 */
import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#access/roles.js';
import { openStorage } from '#storage/open.js';
import type { Storage, StoredAdmission } from '#storage/ports.js';
import type { SqliteDriverName } from '#storage/sqlite.js';
import { type PostgresServer, startPostgres } from './support/postgres-server.js';
import { settingsOf } from './support/settings.js';
import { compileWriter, type WriterProgram } from './support/start-writer.js';
import { newFolder } from './support/stores.js';

const FULL = process.env.QINGDAN_CRASH_ROUNDS === 'full';
/** Milliseconds after the first line: some die in the middle of their first steps, some after dozens. */
const LONGEST_LIFE = 900;
const ADMIN: Actor = { id: 'a', name: '管理员', role: 'admin', region: '500000' };
const STORES: readonly (readonly [name: string, driver: SqliteDriverName | undefined, rounds: number])[] = [
  ['better-sqlite3', 'better-sqlite3', FULL ? 200 : 3],
  ['PostgreSQL', undefined, FULL ? 50 : 1],
];

describe.each(STORES)('admissions, killed at random moments, on %s', (_name, driver, rounds) => {
  let writer: WriterProgram;
  let server: PostgresServer | undefined;
  const dataDir = newFolder();
  beforeAll(async () => {
    writer = compileWriter('admission-writer');
    if (driver === undefined) server = await startPostgres();
  });
  afterAll(async () => {
    await server?.stop();
    writer.remove();
    rmSync(dataDir, { recursive: true });
  });

  it(
    'keep every acknowledged step, and no half of any',
    async () => {
      const settings = settingsOf(dataDir, await server?.emptyDatabase());
      const acknowledged = new Map<string, string>();
      // A short life may end before its first step: one of the next ones is longer.
      for (let round = 0; round < rounds || (acknowledged.size === 0 && round < rounds + 5); round++) {
        const environment: Record<string, string> = { DATA_DIR: settings.dataDir, MINUTE: String(round) };
        if (settings.databaseUrl !== undefined) environment.DATABASE_URL = settings.databaseUrl;
        if (driver !== undefined) environment.DRIVER = driver;
        const running = writer.run(environment);
        await running.ready;
        await setTimeout(((round * 7919 + 13) % LONGEST_LIFE) + 20);
        running.kill();
        for (const line of await running.said) {
          const [what = '', id = ''] = line.split(' ');
          expect(what).not.toBe('refused');
          if (what !== 'ready') acknowledged.set(id, what);
        }
        const storage = await openStorage(settings, { driver });
        try {
          await check(storage, acknowledged);
        } finally {
          await storage.close();
        }
      }
      console.log(`${rounds} kills, ${acknowledged.size} applications acknowledged`);
      expect(acknowledged.size).toBeGreaterThan(0);
    },
    rounds * 30_000,
  );
});

/** How many events an application in a state has behind it, by this program. */
const EVENTS: Readonly<Record<string, number>> = { draft: 1, submitted: 2, admitted: 3, revoked: 4 };
const REACHED: Readonly<Record<string, readonly string[]>> = {
  submit: ['submitted', 'admitted', 'revoked'],
  decide: ['admitted', 'revoked'],
  revoke: ['revoked'],
};

async function check(storage: Storage, acknowledged: ReadonlyMap<string, string>): Promise<void> {
  const all: StoredAdmission[] = [];
  for (let after: string | undefined; ; ) {
    const page = await storage.admissions.list(ADMIN, { limit: 500, after });
    all.push(...page);
    if (page.length < 500) break;
    after = page.at(-1)?.id;
  }
  const byId = new Map(all.map((one) => [one.id, one]));
  expect(byId.size).toBe(all.length);
  for (const [id, what] of acknowledged) expect(REACHED[what], id).toContain(byId.get(id)?.state);
  // Numbers without gaps or doubles, in each region.
  for (const region of ['500112', '500108']) {
    const serials = all.filter((one) => one.region === region).map(({ serial }) => serial);
    expect(serials.sort((a, b) => a - b)).toEqual(serials.map((_, i) => i + 1));
  }
  // The newest few are looked at closely: whatever was under way is among them.
  for (const { id, state } of all.slice(0, 12)) {
    expect(await storage.admissions.history(ADMIN, id), id).toHaveLength(EVENTS[state] ?? -1);
  }
  // What the catalogue holds is what was decided, no more and no less.
  const listed = (await storage.lists.current()).flatMap(({ lists }) => lists.flatMap(({ items }) => items));
  const decided = all.filter(({ state }) => state === 'admitted' || state === 'revoked');
  expect(listed.length).toBe(decided.length);
  const { rows, findings } = await storage.audit.verify();
  expect(findings).toEqual([]);
  const events = all.reduce((sum, { state }) => sum + (EVENTS[state] ?? 0), 0);
  expect(rows).toBe(events + (await storage.lists.history()).length);
}
