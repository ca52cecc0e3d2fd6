/** Admissions over the API: a user logs in, and each role gets what it may see and nothing else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROLES } from '#access/roles.js';
import { admissionSchema } from '#gateway/admission-schema.js';
import { APPLICATION } from '../admission/examples.js';
import { type Office, openOffice, REGIONS } from './support/office.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const call: Office['call'] = (...request) => office.call(...request);

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
    expect((await office.storage.lists.current()).map((document) => document.id)).toEqual([
      'admitted-500112',
    ]);
  });

  it('says which steps whoever asks may take next, by the region’s own procedure', async () => {
    const id = await open();
    const next = async (user: string) => (await call(user, 'GET', `/admissions/${id}`)).json().next;
    expect(await next('county-department')).toEqual(['amend', 'submit', 'withdraw']);
    await call('county-department', 'POST', `/admissions/${id}/events`, { type: 'submit' });
    expect(await next('county-department')).toEqual(['withdraw']);
    expect(await next('auditor')).toEqual([]);
    // 渝北's way to the city has no joint meeting, and the city decides only on what the county has reviewed.
    expect(await next('county-lead')).toEqual(['withdraw', 'return', 'review']);
    expect(await next('city')).toEqual(['return']);
    const review = { type: 'review', agrees: true, text: '依据清楚' };
    const reviewed = await call('county-lead', 'POST', `/admissions/${id}/events`, review);
    expect(reviewed.json().next).toEqual(['withdraw', 'return']);
    expect(await next('city')).toEqual(['return', 'decide']);
  });

  it('shows each role what concerns it: a county’s row to that county, its people and those above', async () => {
    const id = await open();
    await call('county-department', 'POST', `/admissions/${id}/events`, { type: 'submit' });
    const sees = async (user: string) => {
      const { statusCode } = await call(user, 'GET', `/admissions/${id}`);
      const list = await call(user, 'GET', '/admissions?limit=200');
      const listed = z
        .object({ items: z.array(admissionSchema) })
        .parse(list.json())
        .items.some((one) => one.id === id);
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

  it('gives its history, its forms and the register', async () => {
    const id = await open();
    const history = (await call('county-department', 'GET', `/admissions/${id}/history`)).json();
    expect(history.items).toMatchObject([{ event: { type: 'create' }, actorName: 'county-department' }]);
    const form = await call('county-department', 'GET', encodeURI(`/admissions/${id}/forms/申请表`));
    expect(form.headers['content-disposition']).toContain('.docx');
    expect(form.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const table = await call('county-lead', 'GET', encodeURI('/admissions/tables/登记簿?year=2026'));
    expect(table.rawPayload.subarray(0, 2).toString()).toBe('PK');
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
