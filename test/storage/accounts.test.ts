import { expect, it } from 'vitest';
import type { Actor } from '#access/roles.js';
import { hashPassword } from '#storage/password.js';
import type { NewAccount } from '#storage/ports.js';
import { at } from './support/records.js';
import { onEveryStore } from './support/stores.js';

const ADMIN: Actor = { id: 'a', name: '管理员', role: 'admin', region: '500000' };
const act = (minutes = 0) => ({ at: at(minutes), actor: '管理员' });
const WANG: NewAccount = {
  id: 'w1',
  name: '小王',
  role: 'worker',
  region: '500112001001',
  passwordHash: null,
};
const PASSWORD = '春眠不觉晓处处闻啼鸟';
/** Secrets come from the caller; any will do here. */
const secret = (n: number) => `secret-${String(n).padStart(30, '0')}`;

onEveryStore(
  'users, their sessions and keys',
  (fresh) => {
    it('are added, listed, switched off and on by who may, each in the audit log', async () => {
      const { accounts, audit } = (await fresh()).storage;
      expect(await accounts.any()).toBe(false);
      await accounts.add(ADMIN, WANG, act());
      expect(await accounts.named('小王')).toEqual({
        id: 'w1',
        name: '小王',
        role: 'worker',
        region: '500112001001',
      });
      await accounts.change(ADMIN, '小王', { disabled: true }, act(1));
      await expect(accounts.named('小王')).rejects.toMatchObject({ code: 'QD-LOGIN' });
      await accounts.change(ADMIN, '小王', { disabled: false }, act(2));
      expect(await accounts.list(ADMIN)).toMatchObject([{ name: '小王', disabledAt: null }]);
      const rows = await audit.list(0, 10);
      expect(rows.map(({ action }) => action)).toEqual(['user-added', 'user-changed', 'user-changed']);
      expect(JSON.stringify(rows)).not.toContain('argon2');
      expect((await audit.verify()).findings).toEqual([]);
    });

    it('are refused where somebody may not make them, the name is taken or they aren’t one', async () => {
      const { accounts } = (await fresh()).storage;
      await accounts.add(ADMIN, WANG, act());
      const add = (actor: Actor, changes: Partial<NewAccount>) =>
        accounts.add(actor, { ...WANG, id: 'x', name: '小李', ...changes }, act(1));
      await expect(add(ADMIN, { region: '110000' })).rejects.toMatchObject({ code: 'QD-FORBIDDEN' });
      await expect(add({ ...ADMIN, role: 'county-lead' }, {})).rejects.toMatchObject({
        code: 'QD-FORBIDDEN',
      });
      await expect(add(ADMIN, { name: '小王' })).rejects.toMatchObject({ code: 'QD-INPUT' });
      await expect(add(ADMIN, { name: '两 个字' })).rejects.toMatchObject({ code: 'QD-INPUT' });
      await expect(add(ADMIN, { region: '渝北' })).rejects.toMatchObject({ code: 'QD-REGION' });
      await expect(add(ADMIN, { role: 'county-department' })).rejects.toMatchObject({ code: 'QD-INPUT' });
      expect(await accounts.list(ADMIN)).toHaveLength(1);
    });

    it('may change their own password and nothing else', async () => {
      const { accounts } = (await fresh()).storage;
      await accounts.add(ADMIN, WANG, act());
      await accounts.add(ADMIN, { ...WANG, id: 'w2', name: '小李' }, act());
      const wang = await accounts.named('小王');
      await accounts.change(wang, '小王', { passwordHash: 'x' }, act(1));
      await expect(accounts.change(wang, '小王', { disabled: true }, act(1))).rejects.toMatchObject({
        code: 'QD-FORBIDDEN',
      });
      await expect(accounts.change(wang, '小李', { passwordHash: 'x' }, act(1))).rejects.toMatchObject({
        code: 'QD-FORBIDDEN',
      });
      expect((await accounts.list(wang)).map(({ name }) => name)).toEqual(['小王']);
    });

    it('hold for who knows the password, until they end', async () => {
      const { accounts, logins } = (await fresh()).storage;
      await accounts.add(ADMIN, { ...WANG, passwordHash: await hashPassword(PASSWORD) }, act());
      const { token, expiresAt, actor } = await logins.open('小王', PASSWORD, secret(1), at(0));
      expect(actor).toMatchObject({ name: '小王', role: 'worker' });
      expect(await logins.actorOf(token, at(1))).toEqual(actor);
      expect(await logins.actorOf(token, expiresAt)).toBeNull();
      expect(await logins.actorOf(`${secret(1)}.${'0'.repeat(64)}`, at(1))).toBeNull();
      expect(await logins.actorOf('nonsense', at(1))).toBeNull();
      await logins.close(token);
      expect(await logins.actorOf(token, at(1))).toBeNull();
    });

    it('end where the account is switched off or gets another password', async () => {
      const { accounts, logins } = (await fresh()).storage;
      await accounts.add(ADMIN, { ...WANG, passwordHash: await hashPassword(PASSWORD) }, act());
      for (const changes of [{ passwordHash: await hashPassword('另一个很长的密码') }, { disabled: true }]) {
        const pass = await logins.key(
          ADMIN,
          { name: '小王', label: '对接', days: 30, secret: secret(2) },
          act(),
        );
        expect(await logins.actorOf(pass.token, at(1))).not.toBeNull();
        await accounts.change(ADMIN, '小王', changes, act(2));
        expect(await logins.actorOf(pass.token, at(3))).toBeNull();
      }
      await expect(logins.open('小王', PASSWORD, secret(3), at(4))).rejects.toMatchObject({
        code: 'QD-LOGIN',
      });
    });

    it('are refused alike for a wrong password, an unknown name and, after five wrong ones, the right password', async () => {
      const { accounts, logins } = (await fresh()).storage;
      await accounts.add(ADMIN, { ...WANG, passwordHash: await hashPassword(PASSWORD) }, act());
      const messages = new Set<string>();
      const refused = async (name: string, password: string, minutes: number) => {
        const error = await logins.open(name, password, secret(4), at(minutes)).catch((e: Error) => e);
        expect(error).toMatchObject({ code: 'QD-LOGIN' });
        messages.add((error as Error).message);
      };
      await refused('没有这个人', PASSWORD, 0);
      for (let i = 0; i < 5; i++) await refused('小王', '错的密码错的密码', 1);
      await refused('小王', PASSWORD, 2);
      expect(messages.size).toBe(1);
      expect(await logins.open('小王', PASSWORD, secret(5), at(17))).toMatchObject({
        actor: { name: '小王' },
      });
    });

    it('keep nothing in the store that would let anybody in', async () => {
      const store = await fresh();
      const { accounts, logins } = store.storage;
      await accounts.add(ADMIN, { ...WANG, passwordHash: await hashPassword(PASSWORD) }, act());
      const { token } = await logins.open('小王', PASSWORD, secret(6), at(0));
      const kept = JSON.stringify([
        await store.sql('select * from login'),
        await store.sql('select * from account'),
      ]);
      expect(kept).not.toContain(secret(6));
      expect(kept).not.toContain(token);
      expect(kept).not.toContain(PASSWORD);
      expect(kept).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    });

    it('want passwords that aren’t short', async () => {
      await expect(hashPassword('1234567')).rejects.toMatchObject({ code: 'QD-INPUT' });
      await expect(hashPassword('长'.repeat(129))).rejects.toMatchObject({ code: 'QD-INPUT' });
    });
  },
  ['better-sqlite3', 'PostgreSQL'],
);
