import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccess } from '#storage/group-commit.js';
import { openPostgres } from '#storage/postgres.js';
import { type PostgresServer, startPostgres } from './support/postgres-server.js';

/** Milliseconds for a query; the program's own are ten seconds. */
const PATIENCE = 400;
/** Far less than anybody waits for ever. */
const SOON = 5_000;

describe('a PostgreSQL that is slow', () => {
  let server: PostgresServer;
  let url: string;
  beforeAll(async () => {
    server = await startPostgres();
    url = await server.emptyDatabase();
  });
  afterAll(() => server.stop());

  async function refusal(work: () => Promise<unknown>) {
    const start = performance.now();
    const error = await work().then(
      () => null,
      (thrown: unknown) => thrown,
    );
    return { error, milliseconds: performance.now() - start };
  }

  it('gives up a statement by itself, so that nothing goes on behind the one who asked', async () => {
    const { db, where } = openPostgres(url, PATIENCE);
    const access = createAccess(db, where);
    const { error, milliseconds } = await refusal(() =>
      access.read((on) => sql`select pg_sleep(30)`.execute(on)),
    );
    expect(error).toMatchObject({ code: 'QD-STORAGE', message: expect.stringContaining('太久') });
    expect(milliseconds).toBeLessThan(SOON);
    const { rows } = await sql<{ n: string }>`
      select count(*) as n from pg_stat_activity where state = 'active' and query like '%pg_sleep(30)%' and pid <> pg_backend_pid()
    `.execute(db);
    expect(Number(rows[0]?.n)).toBe(0);
    await db.destroy();
  });

  it('that is frozen keeps nobody waiting, and is used again when it goes on', async () => {
    const { db, where } = openPostgres(url, PATIENCE);
    const access = createAccess(db, where);
    const look = () => access.read((on) => sql`select 1`.execute(on));
    await look();
    const thaw = server.freeze();
    const { error, milliseconds } = await refusal(look);
    thaw();
    expect(error).toMatchObject({ code: 'QD-STORAGE', message: expect.stringContaining('连不上') });
    expect(milliseconds).toBeLessThan(SOON);
    await expect
      .poll(
        () =>
          look().then(
            () => true,
            () => false,
          ),
        { timeout: SOON },
      )
      .toBe(true);
    await db.destroy();
  });
});
