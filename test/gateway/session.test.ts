import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice, PASSWORD } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const HOST = { host: 'localhost:3000', origin: 'http://localhost:3000' };
const signIn = (name: string, more: object = {}, headers: Record<string, string> = HOST) =>
  office.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { name, password: PASSWORD, ...more },
    headers,
  });
const cookieOf = (response: { headers: Record<string, unknown> }): string =>
  String(response.headers['set-cookie']).split(';')[0] ?? '';

describe('signing in', () => {
  it('sets a signed cookie that scripts and other sites can’t reach, and tells who one is', async () => {
    const response = await signIn('worker');
    expect(response.statusCode).toBe(200);
    expect(response.json()).not.toHaveProperty('token');
    expect(String(response.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/u);
    const me = await office.app.inject({
      url: '/api/v1/session',
      headers: { ...HOST, cookie: cookieOf(response) },
    });
    expect(me.json()).toMatchObject({
      name: 'worker',
      role: 'worker',
      roleName: '社区工作者',
      region: '500112001001',
      rights: {
        case: { read: ['here'], create: ['here'], change: ['here'] },
        admission: { read: ['above'] },
      },
    });
    expect(me.json().rights).not.toHaveProperty('audit');
  });

  it('gives a token where one is asked for, and no cookie then', async () => {
    const response = await signIn('worker', { as: 'token' });
    expect(response.headers).not.toHaveProperty('set-cookie');
    const { token } = response.json();
    const me = await office.app.inject({
      url: '/api/v1/session',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(me.statusCode).toBe(200);
  });

  it('refuses a wrong password and an unknown name alike', async () => {
    const wrong = await signIn('street', { password: '错的密码错的密码' });
    const unknown = await signIn('nobody');
    expect([wrong.statusCode, wrong.json()]).toEqual([401, unknown.json()]);
    expect(wrong.headers).not.toHaveProperty('set-cookie');
  });

  it('ends with signing out, for the cookie’s copies too', async () => {
    const cookie = cookieOf(await signIn('worker'));
    const out = await office.app.inject({
      method: 'DELETE',
      url: '/api/v1/session',
      headers: { ...HOST, cookie },
    });
    expect(out.statusCode).toBe(204);
    expect(String(out.headers['set-cookie'])).toContain('Expires=Thu, 01 Jan 1970');
    const after = await office.app.inject({ url: '/api/v1/session', headers: { ...HOST, cookie } });
    expect([after.statusCode, after.json().code]).toEqual([401, 'QD-LOGIN']);
  });

  it('takes no cookie that it hasn’t signed', async () => {
    const cookie = cookieOf(await signIn('worker'));
    for (const changed of [`${cookie}x`, cookie.replace(/\..*/u, ''), cookie.replace('=', '=A')]) {
      const me = await office.app.inject({ url: '/api/v1/session', headers: { ...HOST, cookie: changed } });
      expect(me.statusCode, changed).toBe(401);
    }
  });

  it('changes nothing by a cookie that another site’s page, or a page that doesn’t say, sends along', async () => {
    const cookie = cookieOf(await signIn('secretary'));
    const post = (headers: Record<string, string>) =>
      office.app.inject({
        method: 'POST',
        url: '/api/v1/cases',
        payload: { text: '3号楼楼道灯坏了' },
        headers: { host: HOST.host, cookie, ...headers },
      });
    expect((await post({ origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await post({})).statusCode).toBe(403);
    expect((await post({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await post({ origin: HOST.origin })).statusCode).toBe(201);
  });

  it('is tried so often and no more from one address', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 22; i++) {
      const headers = { ...HOST, 'x-forwarded-for': '203.0.113.7' };
      statuses.push((await signIn('nobody', {}, headers)).statusCode);
    }
    expect(statuses.slice(-1)).toEqual([429]);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(20);
  });

  it('is needed by every room', async () => {
    for (const url of ['/cases', '/admissions', '/session']) {
      const refused = await office.call(null, 'GET', url);
      expect([refused.statusCode, refused.json().code], url).toEqual([401, 'QD-LOGIN']);
    }
  });
});
