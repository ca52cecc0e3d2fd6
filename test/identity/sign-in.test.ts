/** Signing in at another service, from the button to the session, with a service of the test's own. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createOutsideSignIn } from '#cli/outside-sign-in.js';
import { identitySettingsSchema } from '#identity/settings.js';
import { AT, type Office, openOffice } from '../gateway/support/office.js';
import { CLIENT, type IdentityService, openIdentityService, walk } from './support/identity-service.js';

const HERE = 'http://localhost:3000';
const HOST = { host: 'localhost:3000' };
const LI = { preferred_username: '李梅', groups: ['社区'], org: '500112001001' };

let service: IdentityService;
let office: Office;
beforeAll(async () => {
  service = await openIdentityService(`${HERE}/sign-in/done`);
  const settings = identitySettingsSchema.parse({
    issuer: service.issuer,
    clientId: CLIENT.id,
    publicUrl: HERE,
    audience: 'urn:qingdan:api',
    claims: { role: 'groups', region: 'org' },
    roles: [
      { value: '社区', role: 'worker' },
      { value: '街道', role: 'street' },
    ],
  });
  office = await openOffice({}, {}, (storage) =>
    createOutsideSignIn(settings, CLIENT.secret, { storage, at: () => AT }),
  );
});
afterAll(async () => {
  await office.close();
  await service.close();
});
beforeEach(() => {
  service.next = { subject: 'li', claims: LI };
});

const cookiesOf = (reply: { headers: Record<string, unknown> }): string[] =>
  [reply.headers['set-cookie'] ?? []].flat().map((set) => String(set).split(';')[0] ?? '');

/** As a browser does it: to the service, and back with the cookie that was set before. */
async function signIn() {
  const begun = await office.app.inject({ url: '/sign-in', headers: HOST });
  const back = await walk(String(begun.headers.location), service.issuer);
  const [cookie = ''] = cookiesOf(begun);
  const done = await office.app.inject({ url: back.slice(HERE.length), headers: { ...HOST, cookie } });
  return { begun, back, cookie, done };
}
const session = (reply: Awaited<ReturnType<typeof signIn>>['done']) =>
  cookiesOf(reply).find((cookie) => cookie.startsWith('qingdan-session=')) ?? '';
const whoAmI = (headers: Record<string, string>) =>
  office.app.inject({ url: '/api/v1/session', headers: { ...HOST, ...headers } });

describe('signing in at another service', () => {
  it('ends in a session like any other, with the role and region of the claims', async () => {
    const { begun, done } = await signIn();
    expect(String(begun.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/u);
    expect([done.statusCode, done.headers.location]).toEqual([302, '/console']);
    const me = await whoAmI({ cookie: session(done) });
    expect(me.json()).toMatchObject({ name: '李梅', role: 'worker', region: '500112001001' });
    expect((await office.call(null, 'GET', '/session/ways')).json()).toEqual({
      outside: { label: '统一身份认证登录', address: '/sign-in' },
    });
  });

  it('knows the same person again, takes over a new role, and writes both down', async () => {
    const first = (await whoAmI({ cookie: session((await signIn()).done) })).json();
    service.next = { subject: 'li', claims: { ...LI, groups: ['街道'], org: '500112001' } };
    const second = (await whoAmI({ cookie: session((await signIn()).done) })).json();
    expect(second).toMatchObject({ id: first.id, role: 'street', region: '500112001' });
    const rows = await office.storage.audit.list(0, 100);
    const own = rows
      .filter(({ subject }) => subject === first.id)
      .map(({ action, actor }) => `${action} ${actor}`);
    expect(own).toEqual(['user-added 统一身份认证', 'user-changed 统一身份认证']);
    expect((await office.storage.audit.verify()).findings).toEqual([]);
  });

  it('gives nobody the account of somebody who has the same name here', async () => {
    service.next = { subject: 'other', claims: { ...LI, preferred_username: 'admin' } };
    const me = (await whoAmI({ cookie: session((await signIn()).done) })).json();
    expect(me.role).toBe('worker');
    expect(me.name).toMatch(/^admin-[0-9a-f]{6}$/);
  });

  it('lets in nobody without a role here, and ends what they had', async () => {
    service.next = { subject: 'gone', claims: { ...LI, preferred_username: '赵' } };
    const cookie = session((await signIn()).done);
    expect((await whoAmI({ cookie })).statusCode).toBe(200);
    service.next = { subject: 'gone', claims: { ...LI, groups: ['离职'] } };
    const { done } = await signIn();
    expect([done.statusCode, session(done)]).toEqual([401, '']);
    expect(done.body).toContain('oidc.roles');
    expect((await whoAmI({ cookie })).statusCode).toBe(401);
  });

  it('lets in nobody whose account was switched off here', async () => {
    service.next = { subject: 'off', claims: { ...LI, preferred_username: '周' } };
    await signIn();
    await office.call('admin', 'PATCH', `/users/${encodeURIComponent('周')}`, { disabled: true });
    expect((await signIn()).done.statusCode).toBe(401);
  });

  it('refuses who doesn’t agree over there, another browser, a second use and a made-up return', async () => {
    const { back, cookie } = await signIn();
    const at = (url: string, headers: Record<string, string>) =>
      office.app.inject({ url, headers: { ...HOST, accept: 'text/html', ...headers } });
    const returned = back.slice(HERE.length);
    const other = (await signIn()).cookie;
    for (const reply of [
      await at(returned, {}),
      await at(returned, { cookie: other }),
      await at(returned, { cookie }),
      await at(returned.replace(/code=[^&]+/, 'code=made-up'), { cookie }),
      await at(returned, { cookie: 'qingdan-sign-in=e30' }),
    ]) {
      expect([reply.statusCode, session(reply)]).toEqual([401, '']);
      expect(reply.body).toContain('没有办成');
    }
    service.next = null;
    expect((await signIn()).done.statusCode).toBe(401);
  });
});

describe('an access token of the other service', () => {
  const bearer = (token: string) => whoAmI({ authorization: `Bearer ${token}` });

  it('does for the API what a session does, without one', async () => {
    const token = await service.tokenFor({
      groups: '社区',
      org: '500112001001',
      preferred_username: '一表通',
    });
    expect(token.length).toBeGreaterThan(300);
    expect((await bearer(token)).json()).toMatchObject({ name: '一表通', role: 'worker' });
    const opened = await office.app.inject({
      method: 'POST',
      url: '/api/v1/cases',
      headers: { ...HOST, authorization: `Bearer ${token}` },
      payload: { text: '楼道堆了杂物', kind: 'demand' },
    });
    expect(opened.statusCode).toBe(201);
  });

  it('is refused for another audience, changed, or without a role here', async () => {
    const claims = { groups: '社区', org: '500112001001' };
    const elsewhere = await service.tokenFor(claims, 'urn:somebody:else');
    const token = await service.tokenFor(claims);
    const [head, , signature] = token.split('.');
    const body = Buffer.from(JSON.stringify({ sub: 'x', role: 'admin' })).toString('base64url');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const wrong of [elsewhere, `${head}.${body}.${signature}`, `${none}.${token.split('.')[1]}.`]) {
      expect((await bearer(wrong)).statusCode).toBe(401);
    }
    expect((await bearer(await service.tokenFor({ org: '500112' }))).statusCode).toBe(401);
  });
});

describe('a service that is down', () => {
  it('doesn’t keep this one from starting: it is said, and tried again', async () => {
    const settings = identitySettingsSchema.parse({
      issuer: 'http://127.0.0.1:9',
      clientId: 'qingdan',
      publicUrl: HERE,
      roles: [{ value: '社区', role: 'worker' }],
    });
    const outside = createOutsideSignIn(settings, null, { storage: office.storage, at: () => AT });
    await expect(outside.begin()).rejects.toMatchObject({ code: 'QD-BUSY' });
    await expect(outside.begin()).rejects.toMatchObject({ code: 'QD-BUSY' });
  });
});
