/**
 * A program at the window is killed at random moments, again and again on one store: what it was told is kept is there,
 * and no case is between two states. Three programs share the duties of one store and one of them is killed in the
 * middle: no job is lost and none is done twice. `QINGDAN_CRASH_ROUNDS=full` runs 200 rounds on SQLite and 50 on
 * PostgreSQL.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#access/actor.js';
import { apply, type Case, type CaseEvent, receive } from '#cases/index.js';
import { openStorage } from '#storage/open.js';
import type { CaseMoment, Storage, StoredCase } from '#storage/ports.js';
import { demand, LIMITS, weekdays } from '../cases/support.js';
import { type PostgresServer, startPostgres } from './support/postgres-server.js';
import { settingsOf } from './support/settings.js';
import { compileWriter, type WriterProgram } from './support/start-writer.js';

const FULL = process.env.QINGDAN_CRASH_ROUNDS === 'full';
const ADMIN: Actor = { id: 'a', name: '管理员', role: 'admin', region: '000000' };
const DAY = '2026-11-27';
const moment: CaseMoment = { at: `${DAY}T04:00:00.000Z`, day: DAY, limits: LIMITS, addWorkingDays: weekdays };
/** Longest a program lives once it has begun, in milliseconds. */
const LONGEST_LIFE = 400;
const STORES = [
  ['SQLite', FULL ? 200 : 3],
  ['PostgreSQL', FULL ? 50 : 2],
] as const;

let program: WriterProgram;
let server: PostgresServer;
let dataDir: string;
beforeAll(async () => {
  program = compileWriter('case-writer');
  server = await startPostgres();
});
afterAll(async () => {
  await server.stop();
  program.remove();
});

const fresh = async (kind: string) => {
  dataDir = mkdtempSync(join(tmpdir(), 'qingdan-case-crash-'));
  return settingsOf(dataDir, kind === 'PostgreSQL' ? await server.emptyDatabase() : undefined);
};

/** Every case with its history. */
async function all({ cases }: Storage): Promise<StoredCase[]> {
  const rows = await cases.list({ limit: 1000 }, ADMIN);
  return Promise.all(rows.map(({ number, region }) => cases.find({ number, region }, ADMIN)));
}

/** The case that a history leads to, by the model alone. */
function replayed({ history }: StoredCase): Case {
  const [, ...events] = history;
  return events.reduce(
    (one, { type, detail }) => apply(one, { type, ...detail } as CaseEvent, moment),
    receive(demand('government'), moment),
  );
}

describe.each(STORES)('the window, killed at random moments, on %s', (kind, rounds) => {
  it(
    'keeps every step it was told of, and each case as its history says',
    async () => {
      const settings = await fresh(kind);
      const opened = new Set<string>();
      let first = 0;
      for (let round = 0; round < rounds || (opened.size === 0 && round < rounds + 5); round++) {
        const running = program.run({
          DATA_DIR: settings.dataDir,
          FIRST: String(Math.max(0, first - 4)),
          ...(settings.databaseUrl === undefined ? {} : { DATABASE_URL: settings.databaseUrl }),
        });
        await running.ready;
        await pause((((round + 1) * 0.618_034) % 1) * LONGEST_LIFE);
        running.kill();
        for (const line of await running.said) {
          const [what, n = ''] = line.split(' ');
          if (what === 'opened') opened.add(`k${n}`);
          if (what === 'closed') first = Math.max(first, Number(n) - (Number(n) % 4) + 4);
        }
        const storage = await openStorage(settings);
        try {
          const cases = await all(storage);
          expect(cases.length).toBeGreaterThanOrEqual(opened.size);
          const numbers = cases.map(({ number }) => number).sort();
          expect(new Set(numbers).size).toBe(numbers.length);
          expect(numbers).toEqual(numbers.map((_, i) => `诉〔2026〕${String(i + 1).padStart(4, '0')}号`));
          for (const one of cases) {
            expect(one.one.state, one.number).toBe(replayed(one).state);
            expect(one.one.due).toEqual(replayed(one).due);
          }
          const { findings, rows } = await storage.audit.verify();
          expect(findings).toEqual([]);
          expect(rows).toBe(cases.reduce((sum, { history }) => sum + history.length, 0));
        } finally {
          await storage.close();
        }
      }
      expect(opened.size).toBeGreaterThan(0);
      rmSync(dataDir, { recursive: true, force: true });
    },
    60_000 + rounds * 10_000,
  );
});

describe('three programs on one PostgreSQL', () => {
  const CASES = 30;
  it('do every job once, though one is killed in the middle', async () => {
    const settings = await fresh('PostgreSQL');
    const storage = await openStorage(settings);
    for (let n = 0; n < CASES; n++) {
      await storage.cases.open({ ...demand('government'), key: `k${n}` }, moment, ADMIN);
    }
    // Friday's cases have to be moved on by Monday: on Tuesday all are late.
    const environment = {
      MODE: 'jobs',
      DAY: '2026-12-01',
      DATA_DIR: settings.dataDir,
      DATABASE_URL: settings.databaseUrl ?? '',
    };
    const programs = [1, 2, 3].map(() => program.run(environment));
    const told = async () =>
      (await storage.cases.list({ limit: 1000 }, ADMIN)).filter((row) => row.told.late !== null).length;
    for (let done = 0; done < CASES / 5; done = await told()) await pause(20);
    expect(await told()).toBeLessThan(CASES);
    programs[0]?.kill();
    const end = Date.now() + 60_000;
    while ((await told()) < CASES && Date.now() < end) await pause(100);
    for (const running of programs) running.kill();
    const said = (await Promise.all(programs.map((running) => running.said))).flat();
    expect(said.filter((line) => line.startsWith('fault'))).toEqual([]);
    const reminders = (await all(storage)).map(
      ({ history }) => history.filter(({ type }) => type === 'remind').length,
    );
    expect(reminders).toEqual(Array.from({ length: CASES }, () => 1));
    expect((await storage.audit.list(0, 1000)).filter(({ action }) => action === 'case-remind')).toHaveLength(
      CASES,
    );
    await storage.close();
    rmSync(dataDir, { recursive: true, force: true });
  }, 120_000);
});
