import { describe, expect, it } from 'vitest';
import type { KeyDesk, KeyInUse } from '#server/key-desk.js';
import { ANSWER } from './support/answer.js';
import { answeringDesk } from './support/desk.js';
import { echoBot, openServer } from './support/server.js';

const KEY: KeyInUse = {
  id: '00000001',
  region: '重庆市南岸区',
  scopes: ['answers', 'messages'],
  perMinute: 2,
};
const keys = (required: boolean, key: KeyInUse = KEY): KeyDesk => ({
  required,
  find: async (token) => (token === 'right' ? key : null),
});
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const ask = (payload: object = { text: '能开居住证明吗' }) => ({
  method: 'POST' as const,
  url: '/api/v1/answers',
  payload,
});

describe('a key of the API', () => {
  it('is needed where the operator says so, on every address but the description', async () => {
    const app = await openServer({ keys: keys(true) });
    for (const url of ['/api/v1/answers', '/api/v1/messages', '/api/v1/screenings']) {
      const refused = await app.inject({ method: 'POST', url, payload: { text: '能开居住证明吗' } });
      expect([refused.statusCode, refused.json().code, refused.headers['www-authenticate']]).toEqual([
        401,
        'QD-API-KEY',
        'Bearer',
      ]);
    }
    expect((await app.inject('/api/v1/conversations/abc/events')).statusCode).toBe(401);
    expect((await app.inject('/openapi.json')).statusCode).toBe(200);
    expect((await app.inject({ ...ask(), headers: bearer('right') })).statusCode).toBe(200);
  });

  it('isn’t needed by default, but must hold where one is sent', async () => {
    const app = await openServer({ keys: keys(false) });
    expect((await app.inject(ask())).statusCode).toBe(200);
    for (const authorization of [
      'Bearer wrong',
      'Basic right',
      'right',
      'Bearer ',
      `Bearer ${'a'.repeat(4000)}`,
    ])
      expect((await app.inject({ ...ask(), headers: { authorization } })).statusCode).toBe(401);
  });

  it('is good for its scopes only', async () => {
    const app = await openServer({ keys: keys(true) });
    const refused = await app.inject({
      method: 'POST',
      url: '/api/v1/screenings',
      payload: { text: '通知' },
      headers: bearer('right'),
    });
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'QD-API-SCOPE']);
  });

  it('gives the region where a request names none', async () => {
    const regions: unknown[] = [];
    const desk = answeringDesk((question: { text: string; region?: string }) => {
      regions.push(question.region);
      return { ...ANSWER };
    });
    const bot = echoBot();
    const app = await openServer({ keys: keys(true, { ...KEY, perMinute: 10 }), desk, bot });
    const headers = bearer('right');
    await app.inject({ ...ask(), headers });
    await app.inject({ ...ask({ text: '能开居住证明吗', region: '湖北省' }), headers });
    await app.inject({ method: 'POST', url: '/api/v1/messages', payload: { text: '你好' }, headers });
    expect(regions).toEqual(['重庆市南岸区', '湖北省']);
    expect(bot.got).toMatchObject([{ region: '重庆市南岸区' }]);
  });

  it('has its own limit, wherever its requests come from, and takes nothing of its address', async () => {
    const app = await openServer({ keys: keys(false), settings: { postsPerMinute: 1 } });
    const statusOf = async (remoteAddress: string, headers = {}) =>
      (await app.inject({ ...ask(), remoteAddress, headers })).statusCode;
    expect(await statusOf('127.0.0.1', bearer('right'))).toBe(200);
    expect(await statusOf('203.0.113.5', bearer('right'))).toBe(200);
    expect(await statusOf('203.0.113.6', bearer('right'))).toBe(429);
    expect(await statusOf('203.0.113.5')).toBe(200);
  });

  it('can’t be searched for: attempts that fail are counted by address', async () => {
    const app = await openServer({ keys: keys(true), settings: { postsPerMinute: 2 } });
    const statuses: number[] = [];
    for (let i = 0; i < 3; i++) {
      const tried = { ...ask(), remoteAddress: '203.0.113.5', headers: bearer(`wrong${i}`) };
      statuses.push((await app.inject(tried)).statusCode);
    }
    expect(statuses).toEqual([401, 401, 429]);
  });
});
