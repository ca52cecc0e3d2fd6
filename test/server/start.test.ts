import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { HttpRoute } from '#conversation/channel.js';
import { silentLog } from '#conversation/log.js';
import { type ListenOptions, type RunningServer, startServer } from '#server/index.js';
import { answeringDesk } from './support/desk.js';
import { anySession, countingIds, echoBot } from './support/server.js';

const running: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function start(options: Partial<ListenOptions> = {}): Promise<RunningServer> {
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    bot: echoBot(),
    desk: answeringDesk(),
    routes: [],
    log: silentLog,
    newId: countingIds(),
    isReady: () => true,
    sessions: anySession(),
    ...options,
  });
  running.push(server);
  return server;
}

const say = (url: string, message: object) =>
  fetch(`${url}/api/v1/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
  });

describe('a started server', () => {
  it('answers under its address', async () => {
    const { url } = await start();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it('is ready when its owner says so', async () => {
    let ready = false;
    const { url } = await start({ isReady: () => ready });
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    ready = true;
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it('says which setting to change when its port is taken', async () => {
    const { url } = await start();
    const { port } = new URL(url);
    await expect(start({ port: Number(port) })).rejects.toMatchObject({
      code: 'QD-CONFIG',
      message: expect.stringMatching(new RegExp(`${port}.*QINGDAN_PORT`)),
    });
  });

  it('answers what isn’t HTTP with a problem and hangs up', async () => {
    const { url } = await start();
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write('NOT HTTP\r\n\r\n'));
      let text = '';
      socket.on('data', (bytes) => {
        text += bytes;
      });
      socket.on('end', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('application/problem+json');
  });

  it('sends the replies of a conversation live, and again from the last event on', async () => {
    const { url } = await start();
    const events = `${url}/api/v1/conversations/abc/events`;
    const stream = await fetch(events);
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const reader = readerOf(stream);
    await reader.until('retry');
    await say(url, { text: '一', conversationId: 'abc' });
    await say(url, { text: '别人的', conversationId: 'other' });
    const first = await reader.until('您说：一');
    await say(url, { text: '二', conversationId: 'abc' });
    const second = await reader.until('您说：二');
    expect(second).not.toContain('别人的');
    await reader.cancel();
    const [, last = ''] = /id: (\S+)/u.exec(first) ?? [];
    const again = readerOf(await fetch(events, { headers: { 'last-event-id': last } }));
    expect(await again.until('您说：二')).not.toContain('您说：一');
    await again.cancel();
  });
});

describe('closing', () => {
  it('waits for the request under way and then takes no more', async () => {
    let finish: (() => void) | undefined;
    let entered: (() => void) | undefined;
    const isEntered = new Promise<void>((resolve) => {
      entered = resolve;
    });
    const slow: HttpRoute = {
      method: 'GET',
      path: '/slow',
      bodyLimit: 0,
      async handle() {
        entered?.();
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        return { status: 200, body: '答完了' };
      },
    };
    const server = await start({ routes: [slow] });
    const answer = fetch(`${server.url}/slow`);
    await isEntered;
    const closed = server.close();
    finish?.();
    expect(await (await answer).text()).toBe('答完了');
    await closed;
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  it('ends open streams', async () => {
    const server = await start();
    const reader = readerOf(await fetch(`${server.url}/api/v1/conversations/abc/events`));
    await reader.until('retry');
    await server.close();
    expect(await reader.rest()).toBe('');
  });

  it('doesn’t wait for a connection that never asked anything', async () => {
    const server = await start();
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    const hungUp = new Promise((resolve) => socket.once('close', resolve));
    await server.close();
    await hungUp;
  });

  it('may be asked for twice', async () => {
    const server = await start();
    await Promise.all([server.close(), server.close()]);
  });
});

function readerOf(response: Response) {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  const read = async () => {
    const { done, value } = await reader.read();
    return done ? null : decoder.decode(value, { stream: true });
  };
  return {
    cancel: () => reader.cancel(),
    /** What comes up to and with these words. */
    async until(words: string): Promise<string> {
      let text = '';
      while (!text.includes(words)) {
        const piece = await read();
        if (piece === null) throw new Error(`ended before ${words}: ${text}`);
        text += piece;
      }
      return text;
    },
    async rest(): Promise<string> {
      let text = '';
      for (let piece = await read(); piece !== null; piece = await read()) text += piece;
      return text;
    },
  };
}
