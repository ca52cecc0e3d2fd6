/** Admissions over the API: a user logs in, and each role gets what it may see and nothing else. */
import { rmSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROLES, type Role } from '#access/roles.js';
import { readKnowledge } from '#app/open.js';
import { createOfficeDesk } from '#cli/office-desk.js';
import { admissionSchema, sessionSchema } from '#server/api/admission-schema.js';
import { openStorage } from '#storage/open.js';
import { hashPassword } from '#storage/password.js';
import type { Storage } from '#storage/ports.js';
import { APPLICATION } from '../admission/examples.js';
import { settingsOf } from '../storage/support/settings.js';
import { newFolder } from '../storage/support/stores.js';
import { shippedScreener } from '../support/screener.js';
import { answeringDesk } from './support/desk.js';
import { openServer } from './support/server.js';

const PASSWORD = '春眠不觉晓处处闻啼鸟';
const REGIONS: Readonly<Record<Role, string>> = {
  worker: '500112001001',
  secretary: '500112001001',
  street: '500112001',
  'county-lead': '500112',
  'county-department': '500112',
  city: '500000',
  admin: '500000',
  auditor: '500000',
};
/** Users of another county, who must not see what 渝北's do. */
const ELSEWHERE = '500108';

let folder: string;
let storage: Storage;
let app: FastifyInstance;
const tokens = new Map<string, string>();

beforeAll(async () => {
  folder = newFolder();
  storage = await openStorage(settingsOf(folder));
  const root = { id: 'root', name: '本机', role: 'admin', region: '000000' } as const;
  const passwordHash = await hashPassword(PASSWORD);
  const at = '2026-11-23T09:00:00.000Z';
  for (const role of ROLES) {
    for (const [name, region] of [
      [role, REGIONS[role]],
      [`${role}-elsewhere`, REGIONS[role].replace(/^500112/, ELSEWHERE)],
    ] as const) {
      const account = { id: name, name, role, region, department: '区城管局', passwordHash };
      await storage.accounts.add(root, account, { at, actor: '本机' });
    }
  }
  const office = createOfficeDesk({
    storage,
    live: { assistant: { kb: readKnowledge(), screener: shippedScreener() } },
    today: () => '2026-11-23',
    at: () => at,
  });
  app = await openServer({ desk: { ...answeringDesk(), office } });
});
afterAll(async () => {
  await app.close();
  await storage.close();
  rmSync(folder, { recursive: true });
});

async function call(user: string | null, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) {
  const token = user === null ? undefined : (tokens.get(user) ?? (await login(user)));
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return app.inject({ method, url: `/api/v1${url}`, headers, ...(payload === undefined ? {} : { payload }) });
}

async function login(name: string): Promise<string> {
  const response = await app.inject({
    method: 'POST',
    url: '/api/v1/sessions',
    payload: { name, password: PASSWORD },
  });
  const { token } = sessionSchema.parse(response.json());
  tokens.set(name, token);
  return token;
}

const open = async (): Promise<string> => {
  const made = await call('county-department', 'POST', '/admissions', {
    region: '渝北',
    application: APPLICATION,
  });
  expect(made.statusCode).toBe(201);
  return admissionSchema.parse(made.json()).id;
};

describe('the API for admissions', () => {
  it('takes an application all its way, by those whose steps they are', async () => {
    const id = await open();
    const submitted = await call('county-department', 'POST', `/admissions/${id}/events`, { type: 'submit' });
    expect(admissionSchema.parse(submitted.json())).toMatchObject({
      state: 'submitted',
      screening: { basis: [expect.stringContaining('消防法')] },
    });
    const review = { type: 'review', agrees: true, text: '依据清楚' };
    expect((await call('county-lead', 'POST', `/admissions/${id}/events`, review)).statusCode).toBe(200);
    const decide = { type: 'decide', admit: true, reason: '确需协助' };
    // 渝北's own source sends it up to the city.
    expect((await call('county-lead', 'POST', `/admissions/${id}/events`, decide)).statusCode).toBe(403);
    const decided = await call('city', 'POST', `/admissions/${id}/events`, decide);
    expect(admissionSchema.parse(decided.json())).toMatchObject({
      state: 'admitted',
      stateToday: 'admitted',
    });
    expect((await call('city', 'POST', `/admissions/${id}/events`, decide)).statusCode).toBe(409);
    expect((await storage.lists.current()).map((document) => document.id)).toEqual(['admitted-500112']);
  });

  it('shows each role what concerns it: a county’s row to that county, its people and those above', async () => {
    const id = await open();
    await call('county-department', 'POST', `/admissions/${id}/events`, { type: 'submit' });
    const sees = async (user: string) => {
      const { statusCode } = await call(user, 'GET', `/admissions/${id}`);
      const list = await call(user, 'GET', '/admissions?limit=200');
      const listed = z
        .object({ admissions: z.array(admissionSchema) })
        .parse(list.json())
        .admissions.some((one) => one.id === id);
      expect(listed, user).toBe(statusCode === 200);
      return statusCode;
    };
    for (const role of ROLES) {
      expect(await sees(role), role).toBe(200);
      const above = REGIONS[role] === '500000';
      expect(await sees(`${role}-elsewhere`), `${role} elsewhere`).toBe(above ? 200 : 404);
    }
  });

  it.each(ROLES.filter((role) => !['county-lead', 'city', 'admin'].includes(role)))(
    'lets no %s review or decide',
    async (role) => {
      const id = await open();
      await call('county-department', 'POST', `/admissions/${id}/events`, { type: 'submit' });
      for (const event of [
        { type: 'review', agrees: true, text: '好' },
        { type: 'return', reason: '补' },
        { type: 'decide', admit: true, reason: '好' },
      ]) {
        const { statusCode } = await call(role, 'POST', `/admissions/${id}/events`, event);
        expect(statusCode, event.type).toBe(403);
      }
    },
  );

  it('lets nobody in without a session, with a wrong password or after logging out', async () => {
    expect((await call(null, 'GET', '/admissions')).statusCode).toBe(401);
    const wrong = await app.inject({
      method: 'POST',
      url: '/api/v1/sessions',
      payload: { name: 'worker', password: '错的密码错的密码' },
    });
    expect(wrong.statusCode).toBe(401);
    expect(wrong.json()).toMatchObject({ code: 'QD-LOGIN' });
    await login('worker');
    expect((await call('worker', 'DELETE', '/sessions')).statusCode).toBe(204);
    expect((await call('worker', 'GET', '/admissions')).statusCode).toBe(401);
    tokens.delete('worker');
  });

  it('refuses what isn’t an application or a step, and names it', async () => {
    const id = await open();
    const cases = [
      ['/admissions', { region: '渝北', application: { task: '长'.repeat(101) } }],
      ['/admissions', { region: '火星', application: APPLICATION }],
      [`/admissions/${id}/events`, { type: 'burn' }],
      [`/admissions/${id}/events`, { type: 'submit', now: true }],
    ] as const;
    for (const [url, payload] of cases) {
      const response = await call('county-department', 'POST', url, payload);
      expect(response.statusCode, JSON.stringify(payload)).toBe(400);
    }
  });
});
