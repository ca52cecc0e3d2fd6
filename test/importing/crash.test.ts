/**
 * `qingdan kb import` is killed at random moments, again and again on one store: its lists are those of the import before
 * or those of this one, and what it said it had loaded is there. `QINGDAN_CRASH_ROUNDS=full` runs 200 rounds on SQLite and
 * 50 on PostgreSQL.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagePath } from '#app/files.js';
import { openStorage } from '#storage/open.js';
import type { Storage } from '#storage/ports.js';
import { type PostgresServer, startPostgres } from '../storage/support/postgres-server.js';
import { settingsOf } from '../storage/support/settings.js';

const FULL = process.env.QINGDAN_CRASH_ROUNDS === 'full';
const ROWS = 40;
/** The whole command takes some two seconds, most of it reading and joining, the last 200 ms loading. */
const LIFE = { shortest: 500, longest: 3_000 } as const;

describe.each([
  ['SQLite', FULL ? 200 : 12],
  ['PostgreSQL', FULL ? 50 : 5],
] as const)('an import that is killed, on %s', (store, rounds) => {
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-import-'));
  const dataDir = join(folder, 'data');
  let server: PostgresServer | undefined;
  let databaseUrl: string | undefined;
  beforeAll(async () => {
    if (store === 'PostgreSQL') server = await startPostgres();
    databaseUrl = await server?.emptyDatabase();
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true });
  });

  /** Two lists of one document, all their rows named after the round. */
  const fileOf = (round: number): string => {
    const list = (kind: string) =>
      [
        `${kind}事项清单`,
        ...Array.from({ length: ROWS }, (_, i) => `${i + 1}.${kind}示例第${round}轮之${i + 1}`),
      ].join('\n');
    const path = join(folder, '清单.txt');
    writeFileSync(path, `${list('协助')}\n${list('负面')}\n`);
    return path;
  };

  it(
    'leaves the lists as they were before or as they are after',
    async () => {
      let before: string | null = null;
      const outcomes = { before: 0, after: 0 };
      for (let round = 0; round < rounds; round++) {
        const loaded = await importKilledAfter(fileOf(round), lifeOf(round, rounds));
        const storage = await openStorage(settingsOf(dataDir, databaseUrl));
        try {
          const now = await roundLoaded(storage);
          expect([before, String(round)], `round ${round}`).toContain(now);
          if (loaded) expect(now, `round ${round} was acknowledged`).toBe(String(round));
          outcomes[now === String(round) ? 'after' : 'before']++;
          expect((await storage.audit.verify()).findings).toEqual([]);
          before = now;
        } finally {
          await storage.close();
        }
      }
      console.log(`${store}: ${rounds} kills, ${outcomes.before} before, ${outcomes.after} after`);
      expect(outcomes.after).toBeGreaterThan(0);
      expect(outcomes.before).toBeGreaterThan(0);
    },
    rounds * 20_000,
  );

  /** Whether the command said that the lists are loaded before it was killed. */
  async function importKilledAfter(file: string, milliseconds: number): Promise<boolean> {
    const args = [
      'kb',
      'import',
      file,
      '--document',
      'example',
      '--title',
      '示例',
      '--region',
      '重庆市',
      '--yes',
    ];
    const child = spawn(process.execPath, [packagePath('dist', 'src', 'cli', 'main.js'), ...args], {
      env: { ...process.env, QINGDAN_DATA_DIR: dataDir, QINGDAN_DATABASE_URL: databaseUrl ?? '' },
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
    const ended = once(child, 'close');
    await Promise.race([setTimeout(milliseconds), ended]);
    child.kill('SIGKILL');
    await ended;
    return said.includes('已导入');
  }
});

/** Spread evenly, so that kills fall into every part of an import; the first one is left to end. */
function lifeOf(round: number, rounds: number): number {
  if (round === 0) return 60_000;
  return LIFE.shortest + ((LIFE.longest - LIFE.shortest) * ((round * 7) % rounds)) / rounds;
}

/** The round whose rows are in force, all of them; null where nothing is loaded. */
async function roundLoaded({ lists }: Storage): Promise<string | null> {
  const [document] = await lists.current();
  if (document === undefined) return null;
  const names = document.lists.flatMap(({ items }) => items.map(({ name }) => name));
  expect(names).toHaveLength(2 * ROWS);
  const rounds = new Set(names.map((name) => /第(\d+)轮/.exec(name)?.[1]));
  expect(rounds.size, 'all rows of one import').toBe(1);
  return [...rounds][0] ?? null;
}
