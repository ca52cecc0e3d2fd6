import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { MOST_FROM_ONE } from '../../src/server/uploads.js';
import { echoBot, openServer } from './support/server.js';

/** A server whose bot answers only when it is let go. */
async function openSlow() {
  let go: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  const bot = echoBot();
  const slow = {
    handle: (message: Parameters<typeof bot.handle>[0]) => held.then(() => bot.handle(message)),
  };
  const app = await openServer({ bot: slow });
  const upload = (size: number, remoteAddress: string) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/messages',
      remoteAddress,
      payload: { attachments: [{ name: 'a.pdf', data: 'AAAA'.repeat(size / 4) }] },
    });
  return { app, upload, go };
}

const LARGE = 26_000_000;
const soon = () => new Promise((resolve) => setTimeout(resolve, 300));

describe('large files at once', () => {
  it('are taken from one address up to a limit, and again when they are answered', async () => {
    const { upload, go } = await openSlow();
    const fits = Math.floor(MOST_FROM_ONE / LARGE);
    const first = Array.from({ length: fits }, () => upload(LARGE, '203.0.113.5'));
    await soon();
    const refused = await upload(LARGE, '203.0.113.5');
    expect(refused.statusCode).toBe(503);
    expect(refused.headers['retry-after']).toBe('10');
    expect(refused.json().detail).toContain('同时上传的文件太多');
    const small = upload(400, '203.0.113.5');
    const other = upload(LARGE, '203.0.113.6');
    go();
    for (const response of await Promise.all([...first, small, other])) expect(response.statusCode).toBe(200);
    expect((await upload(LARGE, '203.0.113.5')).statusCode).toBe(200);
  });

  it('without a length count as the largest', async () => {
    const { app, go } = await openSlow();
    const chunked = () =>
      app.inject({
        method: 'POST',
        url: '/api/v1/messages',
        remoteAddress: '203.0.113.5',
        headers: { 'content-type': 'application/json' },
        payload: Readable.from(['{"text":', '"看"}']),
      });
    const first = [chunked(), chunked()];
    await soon();
    expect((await chunked()).statusCode).toBe(503);
    go();
    for (const response of await Promise.all(first)) expect(response.statusCode).toBe(200);
  });
});
