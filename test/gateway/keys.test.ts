/** Keys of programs over HTTP: given out, used, revoked, by whoever the table lets. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
const KEY = { name: '区政务热线', region: '渝北区', scopes: ['answers'], perMinute: 60 };
const add = (user: string | null, body: object = KEY) => office.call(user, 'POST', '/keys', body);
const list = async (user: string) => (await office.call(user, 'GET', '/keys')).json().items;

describe('/api/v1/keys', () => {
  it('gives a key out once, lists it without its secret, and revokes it for good', async () => {
    const given = await add('admin');
    expect(given.statusCode, given.payload).toBe(201);
    const { id, token } = given.json();
    expect(await office.storage.keys.find(token)).toMatchObject({
      id,
      region: '重庆市渝北区',
      scopes: ['answers'],
    });
    const [seen] = await list('admin');
    expect(seen).toMatchObject({ id, name: '区政务热线', perMinute: 60, revokedAt: null });
    expect(JSON.stringify(seen)).not.toContain(token.slice('qd_01234567_'.length));
    expect((await office.call('admin', 'DELETE', `/keys/${id}`)).statusCode).toBe(204);
    expect(await office.storage.keys.find(token)).toBeNull();
    expect((await office.call('admin', 'DELETE', `/keys/${id}`)).statusCode).toBe(404);
    const log = (await office.storage.audit.list(0, 1000)).filter(({ subject }) => subject === id);
    expect(log.map(({ action, actor }) => [action, actor])).toEqual([
      ['key-added', 'admin（接口）'],
      ['key-revoked', 'admin（接口）'],
    ]);
  });

  it('is for administrators, of their own region: a key for everywhere is the whole store’s', async () => {
    for (const user of [
      'worker',
      'secretary',
      'street',
      'county-lead',
      'county-department',
      'city',
      'auditor',
    ]) {
      expect((await add(user)).statusCode, user).toBe(403);
      expect(await list(user), user).toEqual([]);
    }
    expect((await add(null)).statusCode).toBe(401);
    // This administrator runs 重庆市 and what is below.
    expect((await add('admin', { ...KEY, region: null })).statusCode).toBe(403);
    expect((await add('admin', { ...KEY, region: '北京市' })).statusCode).toBe(403);
    const act = { at: '2026-11-23T01:00:00.000Z', actor: '本机' };
    const everywhere = {
      id: '0123abcd',
      secret: 's'.repeat(43),
      name: '全国',
      region: null,
      scopes: ['lists'] as const,
    };
    await office.storage.keys.add({ ...everywhere, perMinute: 1 }, act);
    expect((await list('admin')).map(({ id }: { id: string }) => id)).not.toContain('0123abcd');
    expect((await office.call('admin', 'DELETE', '/keys/0123abcd')).statusCode).toBe(404);
  });

  it.each([
    ['no name', { ...KEY, name: ' ' }],
    ['no scope', { ...KEY, scopes: [] }],
    ['a scope that is none', { ...KEY, scopes: ['everything'] }],
    ['a region that is none', { ...KEY, region: '桃花源' }],
  ])('refuses %s', async (_, body) => {
    expect((await add('admin', body)).statusCode).toBe(400);
  });
});
