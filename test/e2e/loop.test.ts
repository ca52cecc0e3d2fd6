import { rmSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startWatched, type WatchedService } from '#lab/service/watched-service.js';
import { openStorage } from '#storage/open.js';
import { formOf } from '../server/support/form.js';
import { at, document } from '../storage/support/records.js';
import { settingsOf } from '../storage/support/settings.js';
import { newFolder } from '../storage/support/stores.js';
import { REPEATED } from '../support/repeated.js';

/** Milliseconds for which no legal input may hold the loop. */
const LONGEST = 50;
/** What a busy machine or a collection of garbage adds isn't there every time; what an input costs is. */
const TRIES = 4;
const LINE = '各社区要做好违建拆除、反诈宣传和占道经营巡查，每周五报送工作台账并截图留痕。\n';
const NOTICE = `关于做好近期重点工作的通知\n\n各社区：\n${LINE.repeat(60)}\n青石街道办事处\n2026年3月1日\n`;
const MOST_FILE = 20_000_000;

let service: WatchedService;
const dataDir = newFolder();
beforeAll(async () => {
  service = await startWatched({ dataDir });
}, 180_000);
afterAll(async () => {
  await service.stop();
  rmSync(dataDir, { recursive: true });
});

/** One request; its status. A connection that is hung up on counts as 0. */
function send(path: string, headers: Record<string, string>, body: string | Buffer): Promise<number> {
  return new Promise((resolve) => {
    const asked = request(service.url + path, { method: 'POST', headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    asked.on('error', () => resolve(0));
    asked.end(body);
  });
}
const json = (path: string, body: string) => send(path, { 'content-type': 'application/json' }, body);
const say = (text: string) => json('/api/v1/messages', JSON.stringify({ text }));
const ask = (text: string) => json('/api/v1/answers', JSON.stringify({ text }));
async function upload(path: string, name: string, bytes: Buffer, fields = {}) {
  const { headers, payload } = await formOf(fields, [{ name, bytes }]);
  return send(path, headers, payload);
}
const long = (piece: string, length: number) => `问${piece.repeat(length)}`.slice(0, length);

/** The shortest time that the work held the loop in a few tries, in milliseconds of its thread's processor time. */
async function held(work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < TRIES && least >= LONGEST; tried++) {
    await service.report();
    await work();
    const { heldCpu, heldWall } = await service.report();
    least = Math.min(least, heldCpu ?? heldWall);
  }
  return least;
}

const KEYS = `{${Array.from({ length: 20_000 }, (_, i) => `"k${i}":1`).join(',')}}`;
const HEAVY: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['a JSON of 260,000 brackets', () => json('/api/v1/messages', '['.repeat(260_000))],
  ['a JSON of objects inside each other', () => json('/api/v1/messages', '{"a":'.repeat(43_000))],
  ['a JSON of 20,000 keys', () => json('/api/v1/messages', KEYS)],
  [
    'a JSON with everything escaped',
    () => json('/api/v1/messages', `{"text":"${'\\u7684'.repeat(42_000)}"}`),
  ],
  ['a JSON of 64 kB as a question', () => json('/api/v1/answers', KEYS.slice(0, 64_000))],
  ...['.txt', '.docx', '.pdf', '.xlsx'].map(
    (ending) =>
      [
        `a file of 20 MB with the ending ${ending}`,
        () => upload('/api/v1/messages', `a${ending}`, Buffer.alloc(MOST_FILE, '的')),
      ] as const,
  ),
  ['a notice with its report', () => say(NOTICE)],
  [
    'a notice with its workbook over the API',
    () => upload('/api/v1/screenings', '通知.txt', Buffer.from(NOTICE), { report: '.xlsx' }),
  ],
];

describe('the loop of the running service', () => {
  it('can be measured: it is free while nothing is asked', async () => {
    const idle = () => new Promise((resolve) => setTimeout(resolve, 200));
    expect(await held(idle)).toBeLessThan(LONGEST / 2);
  });

  it.each(Object.entries(REPEATED))('isn’t held by a message or a question of %s', async (_, piece) => {
    expect(await held(() => ask(long(piece, 1_000)))).toBeLessThan(LONGEST);
    expect(await held(() => say(long(piece, 1_000)))).toBeLessThan(LONGEST);
  });

  it.each([
    ['digits apart', '1 '],
    ['places', '重庆'],
    ['titles', '《》'],
  ])('isn’t held by 60,000 characters of %s', async (_, piece) => {
    expect(await held(() => say(long(piece, 60_000)))).toBeLessThan(LONGEST);
  });

  it('isn’t held when an office’s list of 1,000 rows is taken up', async () => {
    const storage = await openStorage(settingsOf(dataDir));
    const reloads = () => service.log.filter((line) => line.includes('lists-reloaded')).length;
    let times = 0;
    const publish = async () => {
      const before = reloads();
      const names = Array.from({ length: 1_000 }, (_, i) => `第${++times}项${i}号工作`);
      await storage.lists.publish([document('a', names)], { at: at(0), actor: '街道', source: '清单.xlsx' });
      await vi.waitUntil(() => reloads() > before, { timeout: 60_000, interval: 50 });
    };
    expect(await held(publish)).toBeLessThan(LONGEST);
    await storage.close();
  }, 240_000);

  it.each(HEAVY)('isn’t held by %s', async (_, work) => {
    expect(await held(work)).toBeLessThan(LONGEST);
  });
});
