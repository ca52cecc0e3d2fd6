import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startWatched, type WatchedService } from '#lab/service/watched-service.js';
import { openStorage } from '#storage/open.js';
import type { StorageSettings } from '#storage/settings.js';
import { type PostgresServer, startPostgres } from '../storage/support/postgres-server.js';
import { at, document } from '../storage/support/records.js';
import { settingsOf } from '../storage/support/settings.js';
import { newFolder } from '../storage/support/stores.js';

/** Milliseconds; a machine with much else to do starts a process in half a minute. */
const PATIENCE = 120_000;
const STORES = ['SQLite', 'PostgreSQL'] as const;

let postgres: PostgresServer;
let service: WatchedService | undefined;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

interface Said {
  status: number;
  text: string;
  cookie: string | undefined;
}

/** One request over a connection of its own, which whichever process is free takes. */
function send(path: string, headers: Record<string, string> = {}, body?: string): Promise<Said> {
  return new Promise((resolve) => {
    const method = body === undefined ? 'GET' : 'POST';
    const agent = new Agent({ keepAlive: false });
    const asked = request(`${service?.url}${path}`, { method, headers, agent }, (response) => {
      let text = '';
      const cookie = response.headers['set-cookie']?.[0]?.split(';')[0];
      const done = (status: number) => resolve({ status, text, cookie });
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () => done(response.statusCode ?? 0)).on('error', () => done(0));
    });
    asked.on('error', () => resolve({ status: 0, text: '', cookie: undefined }));
    asked.end(body);
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };
const say = (text: string, conversationId?: string) =>
  send('/api/v1/messages', JSON_TYPE, JSON.stringify({ text, conversationId }));

/** What the log tells of its processes, in order. */
const told = (event: string) =>
  (service?.log ?? [])
    .filter((line) => line.includes(`"event":"${event}"`))
    .map((line) => JSON.parse(line) as { place: number; pid: number });

async function start(kind: (typeof STORES)[number]) {
  const databaseUrl = kind === 'SQLite' ? undefined : await postgres.emptyDatabase();
  const dataDir = newFolder();
  const environment = {
    QINGDAN_PROCESSES: '2',
    ...(databaseUrl === undefined ? {} : { QINGDAN_DATABASE_URL: databaseUrl }),
  };
  service = await startWatched({ dataDir, environment });
  await vi.waitUntil(() => told('process-ready').length === 2, { timeout: PATIENCE });
  return { settings: settingsOf(dataDir, databaseUrl) };
}

/** Somebody asks on and on, each question on its own; ids of the answers that came. */
function asking(): { kept: string[]; end(): Promise<void> } {
  const kept: string[] = [];
  let going = true;
  const people = Array.from({ length: 3 }, async (_, person) => {
    for (let turn = 0; going; turn++) {
      const { status, text } = await say(`社区能开收入证明吗，第${person}个人第${turn}次问`);
      const [, id] = /"answerId":"([\w-]+)"/u.exec(text) ?? [];
      if (status === 200 && id !== undefined) kept.push(id);
    }
  });
  return {
    kept,
    async end() {
      going = false;
      await Promise.all(people);
    },
  };
}

describe.each(STORES)('a service of two processes, on %s', (kind) => {
  let settings: StorageSettings;
  beforeAll(async () => {
    ({ settings } = await start(kind));
  }, PATIENCE);
  afterAll(() => service?.stop());

  it('takes two turns of a conversation that come at once one after the other', async () => {
    const { conversationId } = JSON.parse((await say('社区能开居住证明吗')).text) as {
      conversationId: string;
    };
    const both = await Promise.all([say('依据是哪条', conversationId), say('依据是哪条', conversationId)]);
    for (const { status, text } of both) {
      expect(status).toBe(200);
      expect(text).toContain('居住证明');
    }
  });

  it('shows the page’s turns in either', async () => {
    const { cookie = '' } = await send('/');
    const form = { cookie, origin: service?.url ?? '', 'content-type': 'application/x-www-form-urlencoded' };
    const posted = await send('/chat', form, new URLSearchParams({ text: '社区能开居住证明吗' }).toString());
    expect(posted.status).toBe(303);
    for (let i = 0; i < 4; i++) expect((await send('/', { cookie })).text).toContain('社区能开居住证明吗');
  });

  it('takes up lists in both, and tells the figures of both', async () => {
    const storage = await openStorage(settings);
    await storage.lists.publish([document('a', ['甲'])], { at: at(0), actor: '街道', source: '清单.xlsx' });
    await storage.close();
    await expect.poll(() => told('lists-reloaded').length, { timeout: PATIENCE }).toBe(2);
    const { text } = await send('/metrics');
    expect(text.match(/^qingdan_lists_info\{/gmu)).toHaveLength(1);
    expect(text).toMatch(/^qingdan_answers_total\{verdict="[\w-]+"\} \d/mu);
  });

  it(
    'goes on when either is killed, in the same conversation and without loss, and ends when it is told to',
    async () => {
      const { conversationId } = JSON.parse((await say('社区能开居住证明吗')).text) as {
        conversationId: string;
      };
      const { kept, end } = asking();
      for (const place of [1, 0]) {
        const before = kept.length;
        await expect.poll(() => kept.length, { timeout: PATIENCE }).toBeGreaterThan(before + 5);
        const started = told('process-ready');
        process.kill(started.findLast((one) => one.place === place)?.pid ?? 0, 'SIGKILL');
        // While one is away the other answers, whoever took the turns before.
        const { status, text } = await say('依据是哪条', conversationId);
        expect(status).toBe(200);
        expect(text).toContain('居住证明');
        await vi.waitUntil(() => told('process-ready').length > started.length, { timeout: PATIENCE });
      }
      await end();
      await service?.stop();
      expect(service?.alive).toBe(false);
      const storage = await openStorage(settings);
      const found = await Promise.all(kept.map((id) => storage.questions.find(id)));
      expect(found.filter((row) => row === null)).toEqual([]);
      expect((await storage.audit.verify()).findings).toEqual([]);
      await storage.close();
    },
    PATIENCE,
  );
});
