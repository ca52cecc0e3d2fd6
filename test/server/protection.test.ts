import { describe, expect, it } from 'vitest';
import type { HttpRoute } from '#conversation/channel.js';
import { serverSettingsSchema } from '#server/index.js';
import { openServer } from './support/server.js';

const route = (path: string): HttpRoute => ({
  method: 'POST',
  path,
  bodyLimit: 100,
  handle: async () => ({ status: 200 }),
});
const FROM_OUTSIDE = { remoteAddress: '203.0.113.5' };

describe('the settings of the server', () => {
  it.each([
    ['trustProxy', ['proxy']],
    ['trustProxy', ['300.0.0.1']],
    ['trustProxy', true],
    ['requestsPerMinute', 0],
    ['postsPerMinute', 1.5],
    ['channelCallsPerMinute', 'many'],
    ['other', 1],
  ])('are refused with %s %j', (name, value) => {
    expect(serverSettingsSchema.safeParse({ [name]: value }).success).toBe(false);
  });

  it('take addresses and networks of proxies', () => {
    const trustProxy = ['127.0.0.1', '::1', '10.0.0.0/8', 'fd00::/8'];
    expect(serverSettingsSchema.parse({ trustProxy }).trustProxy).toEqual(trustProxy);
  });
});

describe('every response', () => {
  it.each(['/healthz', '/openapi.json', '/nothing'])('of %s keeps a page to this site', async (url) => {
    const app = await openServer();
    const { headers } = await app.inject({ url });
    const policy = String(headers['content-security-policy']);
    expect(policy.split(';').sort()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "img-src 'self'",
      "manifest-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
      "worker-src 'self'",
    ]);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers).not.toHaveProperty('strict-transport-security');
  });
});

describe('the limit on requests', () => {
  const ask = { method: 'POST', url: '/api/v1/answers', payload: { text: '一' } } as const;

  it('refuses an address that asks too often, and no other address', async () => {
    const app = await openServer({ settings: { postsPerMinute: 2 } });
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await app.inject({ ...ask, ...FROM_OUTSIDE })).statusCode);
    expect(statuses).toEqual([200, 200, 429]);
    const other = await app.inject({ ...ask, remoteAddress: '203.0.113.6' });
    expect(other.statusCode).toBe(200);
  });

  it('says when to come back', async () => {
    const app = await openServer({ settings: { postsPerMinute: 1 } });
    await app.inject({ ...ask, ...FROM_OUTSIDE });
    const response = await app.inject({ ...ask, ...FROM_OUTSIDE });
    expect(response.json()).toMatchObject({ status: 429, code: 'QD-HTTP' });
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('also counts the search for addresses that aren’t there', async () => {
    const app = await openServer({ settings: { requestsPerMinute: 2 } });
    const statuses = [];
    for (const url of ['/a', '/b', '/c'])
      statuses.push((await app.inject({ url, ...FROM_OUTSIDE })).statusCode);
    expect(statuses).toEqual([404, 404, 429]);
  });

  it('doesn’t count programs on the same computer, unless they pass on somebody’s request', async () => {
    const app = await openServer({ settings: { postsPerMinute: 1 } });
    const statusOf = async (headers: Record<string, string>) =>
      (await app.inject({ ...ask, headers })).statusCode;
    expect([await statusOf({}), await statusOf({}), await statusOf({})]).toEqual([200, 200, 200]);
    const passedOn = { 'x-forwarded-for': '203.0.113.5' };
    expect([await statusOf(passedOn), await statusOf(passedOn)]).toEqual([200, 429]);
  });

  it('counts the callers behind a trusted proxy one by one', async () => {
    const app = await openServer({ settings: { postsPerMinute: 1, trustProxy: ['127.0.0.1'] } });
    const statusOf = async (from: string) =>
      (await app.inject({ ...ask, headers: { 'x-forwarded-for': from } })).statusCode;
    expect(await statusOf('203.0.113.5')).toBe(200);
    expect(await statusOf('203.0.113.6')).toBe(200);
    expect(await statusOf('203.0.113.5')).toBe(429);
  });

  it('lets a platform, whose calls all come from one address, through', async () => {
    const app = await openServer({
      routes: [route('/channels/slack/events'), route('/chat')],
      settings: { postsPerMinute: 1 },
    });
    const statusOf = async (url: string) =>
      (await app.inject({ method: 'POST', url, ...FROM_OUTSIDE })).statusCode;
    expect([await statusOf('/channels/slack/events'), await statusOf('/channels/slack/events')]).toEqual([
      200, 200,
    ]);
    expect([await statusOf('/chat'), await statusOf('/chat')]).toEqual([200, 429]);
  });

  it('never stops the health checks', async () => {
    const app = await openServer({ settings: { requestsPerMinute: 1 } });
    for (let i = 0; i < 3; i++)
      expect((await app.inject({ url: '/readyz', ...FROM_OUTSIDE })).statusCode).toBe(200);
  });
});
