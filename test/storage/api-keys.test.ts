import { expect, it } from 'vitest';
import { at } from './support/records.js';
import { onEveryStore } from './support/stores.js';

const ACT = { at: at(0), actor: '示例街道' };
const NEW = {
  id: '0123abcd',
  secret: Buffer.alloc(32, 7).toString('base64url'),
  name: '区政务热线',
  region: '重庆市南岸区',
  scopes: ['answers', 'messages'],
  perMinute: 60,
} as const;

onEveryStore('keys of the API', (fresh) => {
  it('are found by what a program sends, and by nothing else', async () => {
    const { storage } = await fresh();
    const token = await storage.keys.add(NEW, ACT);
    expect(token).toBe(`qd_${NEW.id}_${NEW.secret}`);
    expect(await storage.keys.find(token)).toMatchObject({ id: NEW.id, scopes: NEW.scopes, perMinute: 60 });
    const other = Buffer.alloc(32, 8).toString('base64url');
    for (const wrong of ['', NEW.secret, `qd_${NEW.id}_${other}`, `qd_ffffffff_${NEW.secret}`, `${token}a`])
      expect(await storage.keys.find(wrong)).toBeNull();
  });

  it('are kept without their secret, also in the audit log', async () => {
    const { storage, sql } = await fresh();
    await storage.keys.add(NEW, ACT);
    const kept = JSON.stringify([await sql('select * from api_key'), await sql('select * from audit')]);
    expect(kept).toContain('区政务热线');
    expect(kept).not.toContain(NEW.secret);
    expect((await storage.audit.verify()).findings).toEqual([]);
  });

  it('can be revoked once, at once and for good', async () => {
    const { storage } = await fresh();
    const token = await storage.keys.add(NEW, ACT);
    await storage.keys.revoke(NEW.id, { ...ACT, at: at(1) });
    expect(await storage.keys.find(token)).toBeNull();
    expect(await storage.keys.list()).toMatchObject([{ id: NEW.id, revokedAt: at(1) }]);
    await expect(storage.keys.revoke(NEW.id, ACT)).rejects.toMatchObject({ code: 'QD-ID' });
    expect((await storage.audit.list(0, 10)).map(({ action }) => action)).toEqual([
      'key-added',
      'key-revoked',
    ]);
  });
});
