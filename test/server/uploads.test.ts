import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { silentLog } from '#conversation/log.js';
import { type RunningServer, startServer } from '#server/index.js';
import { MOST_FROM_ONE } from '#server/uploads.js';
import { answeringDesk } from './support/desk.js';
import { formOf } from './support/form.js';
import { anySession, countingIds, echoBot, openServer } from './support/server.js';

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
  const upload = async (size: number, remoteAddress: string) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/messages',
      remoteAddress,
      ...(await formOf({}, [{ name: 'a.pdf', bytes: new Uint8Array(size) }])),
    });
  return { app, upload, go };
}

const LARGE = 19_000_000;
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
    expect(refused.json()).toMatchObject({ code: 'QD-BUSY' });
    expect(refused.json().detail).toContain('同时上传的文件太多');
    const small = upload(400, '203.0.113.5');
    const other = upload(LARGE, '203.0.113.6');
    go();
    for (const response of await Promise.all([...first, small, other])) expect(response.statusCode).toBe(200);
    expect((await upload(LARGE, '203.0.113.5')).statusCode).toBe(200);
  });
});

const running: RunningServer[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function start(silence: number): Promise<RunningServer> {
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
    silence,
  });
  running.push(server);
  return server;
}

/** A connection that sends this and then nothing; `closed` resolves when the server hangs up. */
function silent(url: string, words: string) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(words));
  sockets.push(socket);
  socket.on('error', () => undefined);
  // Nothing of what comes is taken.
  socket.pause();
  return { socket, closed: new Promise<void>((resolve) => socket.once('close', () => resolve())) };
}

const announcing = (bytes: number) =>
  `POST /api/v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${bytes}\r\n\r\n-`;

describe('whoever announces files and stays silent', () => {
  it('keeps nobody else from sending', async () => {
    const { url } = await start(60_000);
    for (let i = 0; i < 12; i++) silent(url, announcing(20_000_000));
    await soon();
    const { headers, payload } = await formOf({ text: '看' }, [
      { name: 'a.txt', bytes: Buffer.alloc(200_000) },
    ]);
    const response = await fetch(`${url}/api/v1/messages`, { method: 'POST', headers, body: payload });
    expect(response.status).toBe(200);
  });

  it.each([
    ['before a request', ''],
    ['inside its head', 'POST /api/v1/messages HTTP/1.1\r\nHost: loc'],
    ['inside its body', announcing(1_000)],
  ])('is hung up on %s', async (_, words) => {
    const { url } = await start(100);
    const { closed, socket } = silent(url, words);
    socket.resume();
    await closed;
  });

  it('isn’t waited for while it takes no answer', async () => {
    const { url } = await start(100);
    const get = 'GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n';
    // More than the buffers of a connection hold.
    const { closed, socket } = silent(url, get.repeat(2_000));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    // Only who reads learns of the end; what had been sent is thrown away with it.
    socket.resume();
    await closed;
  });

  it('is another than one whose answer takes us long', async () => {
    const { url } = await start(100);
    const stream = await fetch(`${url}/api/v1/conversations/abc/events`);
    const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    const next = reader.read();
    await new Promise((resolve) => setTimeout(resolve, 400));
    const said = { method: 'POST', headers: { 'content-type': 'application/json' } };
    await fetch(`${url}/api/v1/messages`, { ...said, body: '{"text":"一","conversationId":"abc"}' });
    expect(new TextDecoder().decode((await next).value)).toContain('您说：一');
    await reader.cancel();
  });
});
