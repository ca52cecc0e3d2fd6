import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClient } from '#lab/service/client.js';
import { startWatched, type WatchedService } from '#lab/service/watched-service.js';
import { anyFile, anyText, forItsTime, PATIENCE } from './support.js';

/** Milliseconds for which nothing may hold the loop. */
const LONGEST = 50;
/** What a busy machine or a collection of garbage adds isn't there every time. */
const TRIES = 5;
const PATHS = ['/api/v1/messages', '/api/v1/answers', '/api/v1/screenings', '/chat', '/chat/new'] as const;
const TYPES = [
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=b',
  'multipart/form-data',
  'application/xml',
] as const;

let service: WatchedService;
let client: Client;
beforeAll(async () => {
  service = await startWatched();
  client = createClient(service.url, '127.0.0.1');
}, PATIENCE);
afterAll(async () => {
  client.close();
  await service.stop();
});

const bodies: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  fc
    .record(
      {
        text: anyText,
        region: anyText,
        date: anyText,
        conversationId: anyText,
        eventId: anyText,
        choice: anyText,
        role: fc.constantFrom('resident', 'worker', 'official', ''),
        report: fc.constantFrom('.docx', '.xlsx', '.md', '.exe'),
      },
      { requiredKeys: ['text'] },
    )
    .map((message) => JSON.stringify(message)),
  anyText.map((text) => JSON.stringify({ text })),
  fc.json({ maxDepth: 6 }),
  fc.uint8Array({ maxLength: 3_000 }),
  anyText,
  anyText.map((text) => `text=${encodeURIComponent(text.toWellFormed())}&event=12345678`),
  fc
    .tuple(anyText, anyText)
    .map(
      ([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--b--\r\n`,
    ),
);

/** Holds a request to what nobody may break: an answer that is no fault, and a free loop. */
async function bears(send: () => Promise<{ status: number }>): Promise<void> {
  let least = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < TRIES && least >= LONGEST; tried++) {
    await service.report();
    const { status } = await send();
    expect(status).not.toBe(500);
    const { heldCpu, heldWall } = await service.report();
    least = Math.min(least, heldCpu ?? heldWall);
  }
  expect(service.alive).toBe(true);
  expect(least).toBeLessThan(LONGEST);
}

describe('the running service', () => {
  it(
    'bears any body on any address',
    async () => {
      const asked = fc.record({
        path: fc.constantFrom(...PATHS),
        type: fc.constantFrom(...TYPES),
        body: bodies,
      });
      await forItsTime(asked, ({ path, type, body }) =>
        bears(() => client.post(path, { 'content-type': type, origin: service.url }, body)),
      );
    },
    PATIENCE,
  );

  it(
    'bears any file',
    async () => {
      await forItsTime(anyFile, ({ name, bytes }) => bears(() => client.upload(name, bytes)));
    },
    PATIENCE,
  );
});
