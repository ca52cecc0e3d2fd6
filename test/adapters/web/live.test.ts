import { describe, expect, it } from 'vitest';
import { createAdapter } from '#adapters/web/adapter.js';
import { configSchema } from '#adapters/web/config.js';
import type { HttpRequest, HttpResponse } from '#conversation/channel.js';
import { silentLog } from '#conversation/log.js';
import { anySession, countingIds, echoBot } from '../../server/support/server.js';
import { openSite } from './support/site.js';

const LIVE = { headers: { accept: 'application/json' } };

describe('the chat page, live', () => {
  it('gets the turn of a message as a piece of the page', async () => {
    const { browser } = await openSite();
    const own = browser();
    await own.open();
    const response = await own.post({ text: '能开吗' }, LIVE);
    const { turn } = response.json();
    expect(turn.html).toContain(`id="turn-${turn.id}"`);
    expect(turn.html).toContain('您说：能开吗');
    expect((await own.open()).body).toContain(`data-last="${turn.id}"`);
  });

  it('gets nothing for a message that was sent before', async () => {
    const { browser } = await openSite();
    const own = browser();
    await own.open();
    const form = { text: '能开吗', event: 'event-0001' };
    await own.post(form, LIVE);
    expect((await own.post(form, LIVE)).json()).toEqual({ turn: null });
  });

  it('streams the turns after the last one that the page has, and those that come', async () => {
    const site = routesOf();
    const first = await site.say('甲');
    await site.say('乙');
    const stream = await site.follow({ after: first });
    expect(await stream.next()).toContain('retry');
    expect(await stream.next()).toContain('您说：乙');
    const coming = stream.next();
    await site.say('丙');
    expect(await coming).toMatch(/^id: \d+\nevent: turn\ndata: \{.*您说：丙/u);
  });

  it('goes on after the event that the browser had last when it connects again', async () => {
    const site = routesOf();
    const first = await site.say('甲');
    const second = await site.say('乙');
    await site.say('丙');
    const stream = await site.follow({ after: first, 'last-event-id': second });
    await stream.next();
    expect(await stream.next()).toContain('您说：丙');
  });

  it.each(['the reader goes', 'the channel stops'])('ends its stream when %s', async (why) => {
    const site = routesOf();
    const stream = await site.follow({});
    await stream.next();
    const waiting = stream.next();
    if (why === 'the reader goes') site.leave();
    else await site.adapter.stop();
    expect(await waiting).toBeUndefined();
  });
});

describe('stopping', () => {
  it('takes no more messages and waits for those under way', async () => {
    let finish: () => void = () => undefined;
    const wait = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const bot = echoBot();
    const slow = {
      async handle(message: Parameters<typeof bot.handle>[0]) {
        const reply = await bot.handle(message);
        await wait;
        return reply;
      },
    };
    const { adapter, browser } = await openSite({ bot: slow });
    const own = browser();
    await own.open();
    const underWay = own.post({ text: '甲' });
    while (bot.got.length === 0) await new Promise((resolve) => setImmediate(resolve));
    let stopped = false;
    const stopping = adapter.stop().then(() => {
      stopped = true;
    });
    expect((await own.post({ text: '乙' })).statusCode).toBe(503);
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect((await underWay).statusCode).toBe(303);
  });
});

/** The adapter's routes without a server, since a stream that doesn't end can't be injected. */
function routesOf() {
  const adapter = createAdapter(configSchema.parse({}), {
    bot: echoBot(),
    log: silentLog,
    clock: () => 0,
    newId: countingIds(),
    sessions: anySession(),
  });
  const gone = new AbortController();
  const call = (method: string, path: string, request: Partial<HttpRequest>): Promise<HttpResponse> => {
    const route = adapter.routes.find((each) => each.method === method && each.path === path);
    if (route === undefined) throw new Error(`no ${method} ${path}`);
    return route.handle({
      method,
      path,
      query: new URLSearchParams(),
      body: new Uint8Array(),
      remote: '127.0.0.1',
      signal: gone.signal,
      ...request,
      headers: { cookie: 'qingdan=own', host: 'localhost', origin: 'http://localhost', ...request.headers },
    });
  };
  return {
    adapter,
    leave: () => gone.abort(),
    /** Id of the turn. */
    async say(text: string): Promise<string> {
      const { body } = await call('POST', '/chat', {
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        body: new TextEncoder().encode(new URLSearchParams({ text }).toString()),
      });
      return JSON.parse(String(body)).turn.id;
    },
    async follow({ after, ...headers }: { after?: string; 'last-event-id'?: string }) {
      const query = new URLSearchParams(after === undefined ? {} : { after });
      const { body } = await call('GET', '/chat/events', { query, headers });
      const stream = (body as AsyncIterable<string>)[Symbol.asyncIterator]();
      return { next: async (): Promise<string | undefined> => (await stream.next()).value };
    },
  };
}
