/** Every role through the ports, on rows of every level: what must not be seen isn't there, what may not be done isn't. */
import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '#access/roles.js';
import { ROLES } from '#access/roles.js';
import type { AdmissionEvent, EventType } from '#admission/state.js';
import type { Document } from '#catalogue/schema.js';
import { QingdanError } from '#errors.js';
import type { StoredAdmission } from '#storage/ports.js';
import { APPLICATION, processOf } from '../admission/examples.js';
import { at, document } from './support/records.js';
import { onEveryStore, type TestStore } from './support/stores.js';

const PROCESS = processOf(['apply', 'review', 'decide'], { roles: ['county-lead', 'city'] });
const act = { at: at(0), day: '2026-11-23', process: PROCESS };
const ROOT: Actor = { id: 'root', name: '本机', role: 'admin', region: '000000' };
const REGIONS = { city: '500000', county: '500112', other: '500108' } as const;
type Where = keyof typeof REGIONS;

const ACTORS: Readonly<Record<Role, Actor>> = {
  worker: { id: 'w', name: '小王', role: 'worker', region: '500112001001' },
  secretary: { id: 's', name: '书记', role: 'secretary', region: '500112001001' },
  street: { id: 't', name: '街道', role: 'street', region: '500112001', department: '某街道' },
  'county-lead': { id: 'l', name: '区民政局', role: 'county-lead', region: '500112' },
  'county-department': {
    id: 'd',
    name: '区城管局',
    role: 'county-department',
    region: '500112',
    department: '区城管局',
  },
  city: { id: 'c', name: '市民政局', role: 'city', region: '500000' },
  admin: { id: 'a', name: '管理员', role: 'admin', region: '500000' },
  auditor: { id: 'u', name: '审计', role: 'auditor', region: '500000' },
};

/** Rows that each role sees, by hand; drafts are seen by those who may change them. */
const SEES: Readonly<Record<Role, { draft: readonly Where[]; submitted: readonly Where[] }>> = {
  worker: { draft: [], submitted: ['city', 'county'] },
  secretary: { draft: [], submitted: ['city', 'county'] },
  street: { draft: [], submitted: ['city', 'county'] },
  'county-lead': { draft: ['county'], submitted: ['city', 'county'] },
  'county-department': { draft: ['county'], submitted: ['county'] },
  city: { draft: ['city'], submitted: ['city', 'county', 'other'] },
  admin: { draft: ['city', 'county', 'other'], submitted: ['city', 'county', 'other'] },
  auditor: { draft: [], submitted: ['city', 'county', 'other'] },
};

/** Where each role may do what to a submitted row of the 区城管局, by hand. */
const DOES: Readonly<Record<Role, Partial<Record<EventType, readonly Where[]>>>> = {
  worker: {},
  secretary: {},
  street: {},
  'county-lead': { review: ['county'], return: ['county'], withdraw: ['county'] },
  'county-department': { withdraw: ['county'] },
  city: { review: ['city', 'county', 'other'], return: ['city', 'county', 'other'], withdraw: ['city'] },
  admin: {
    review: ['city', 'county', 'other'],
    return: ['city', 'county', 'other'],
    withdraw: ['city', 'county', 'other'],
  },
  auditor: {},
};

const EVENTS: readonly AdmissionEvent[] = [
  { type: 'review', agrees: true, text: '可以' },
  { type: 'return', reason: '补依据' },
  { type: 'withdraw', reason: '不办了' },
];

type Rows = Record<Where, { draft: StoredAdmission; submitted: StoredAdmission }>;

async function filled({ storage: { admissions } }: TestStore): Promise<Rows> {
  const rows: Partial<Rows> = {};
  for (const [where, region] of Object.entries(REGIONS)) {
    const given = { region, regionName: `示例${where}`, application: APPLICATION };
    const draft = await admissions.create(ROOT, given, act);
    const { id } = await admissions.create(ROOT, given, act);
    rows[where as Where] = { draft, submitted: await admissions.apply(ROOT, id, { type: 'submit' }, act) };
  }
  return rows as Rows;
}

const code = (error: unknown) => (error instanceof QingdanError ? error.code : String(error));

onEveryStore(
  'admissions by role',
  (fresh) => {
    it('are seen by whom they concern and nobody else, one by one and in lists', async () => {
      const store = await fresh();
      const rows = await filled(store);
      const { admissions } = store.storage;
      for (const role of ROLES) {
        const actor = ACTORS[role];
        const listed = (await admissions.list(actor, { limit: 100 })).map(({ id }) => id).sort();
        const expected: string[] = [];
        for (const where of Object.keys(REGIONS) as Where[]) {
          for (const state of ['draft', 'submitted'] as const) {
            const { id } = rows[where][state];
            const sees = SEES[role][state].includes(where);
            if (sees) expected.push(id);
            const found = await admissions.find(actor, id).then(() => 'seen', code);
            expect(found, `${role} ${where} ${state}`).toBe(sees ? 'seen' : 'QD-ID');
            const history = await admissions.history(actor, id).then(() => 'seen', code);
            expect(history, `${role} ${where} ${state} history`).toBe(sees ? 'seen' : 'QD-ID');
          }
        }
        expect(listed, role).toEqual(expected.sort());
      }
    });

    it('are worked on by whom the table lets, and left as they were by everybody else', async () => {
      const store = await fresh();
      const { admissions, audit } = store.storage;
      for (const role of ROLES) {
        for (const event of EVENTS) {
          const rows = await filled(store);
          for (const where of Object.keys(REGIONS) as Where[]) {
            const { id } = rows[where].submitted;
            const before = await audit.head();
            const done = await admissions.apply(ACTORS[role], id, event, act).then(() => 'done', code);
            const may = DOES[role][event.type]?.includes(where) ?? false;
            const sees = SEES[role].submitted.includes(where);
            expect(done, `${role} ${event.type} ${where}`).toBe(
              may ? 'done' : sees ? 'QD-FORBIDDEN' : 'QD-ID',
            );
            if (!may) expect(await audit.head()).toEqual(before);
          }
        }
      }
    });

    it('are opened by departments for themselves, by leads where they are, by nobody else', async () => {
      const { admissions } = (await fresh()).storage;
      const opens: Partial<Record<Role, readonly Where[]>> = {
        'county-department': ['county'],
        'county-lead': ['county'],
        city: ['city'],
        admin: ['city', 'county', 'other'],
      };
      for (const role of ROLES) {
        for (const [where, region] of Object.entries(REGIONS)) {
          const given = { region, regionName: where, application: APPLICATION };
          const made = await admissions.create(ACTORS[role], given, act).then(() => 'made', code);
          const may = opens[role]?.includes(where as Where) ?? false;
          expect(made, `${role} ${where}`).toBe(may ? 'made' : 'QD-FORBIDDEN');
        }
      }
      const foreign = {
        region: '500112',
        regionName: '渝北',
        application: { ...APPLICATION, department: '区教委' },
      };
      const another = admissions.create(ACTORS['county-department'], foreign, act);
      await expect(another).rejects.toMatchObject({ code: 'QD-FORBIDDEN' });
    });
  },
  ['better-sqlite3'],
);

describe('lists by role', () => {
  onEveryStore(
    'changes',
    (fresh) => {
      const shipped: Document = { ...document('city-list', ['市里的事']), region: '重庆市' };
      const codes: Record<string, string> = { 重庆市: '500000', 重庆市渝北区: '500112', 全国: '000000' };
      const editor = (role: Role) => ({
        actor: ACTORS[role],
        codeOf: (name: string) => codes[name],
        documentOf: (id: string) => (id === 'city-list' ? shipped : undefined),
      });
      const listAct = (role: Role) => ({ at: at(0), actor: role, source: '清单.xlsx', editor: editor(role) });
      const county: Document = { ...document('county-list', ['区里的事']), region: '重庆市渝北区' };

      it('are made by the region’s own office, and the city’s list by no county', async () => {
        const { lists } = (await fresh()).storage;
        for (const role of ROLES) {
          const mayCounty = ['county-lead', 'admin'].includes(role);
          const mayCity = ['city', 'admin'].includes(role);
          const publishes = (one: Document) => lists.publish([one], listAct(role)).then(() => 'done', code);
          expect(await publishes(county), role).toBe(mayCounty ? 'done' : 'QD-FORBIDDEN');
          expect(await publishes(shipped), role).toBe(mayCity ? 'done' : 'QD-FORBIDDEN');
          // In the place of the city's list, by its id, with a county's name on it.
          expect(await publishes({ ...shipped, region: '重庆市渝北区' }), role).toBe(
            role === 'admin' ? 'done' : 'QD-FORBIDDEN',
          );
          // A row of the whole country inside a county's list.
          const [list] = county.lists;
          const mixed = { ...county, lists: list === undefined ? [] : [{ ...list, region: '全国' }] };
          expect(await publishes(mixed), role).toBe('QD-FORBIDDEN');
        }
      });

      it('are taken back, and texts attached, by the same', async () => {
        const { lists, texts } = (await fresh()).storage;
        await lists.publish([shipped], { at: at(0), actor: '程序', source: '示例' });
        for (const role of ROLES.filter((one) => one !== 'admin' && one !== 'city')) {
          await expect(lists.withdraw(['city-list'], listAct(role)), role).rejects.toMatchObject({
            code: 'QD-FORBIDDEN',
          });
          await expect(texts.attach('city-list', '全文', listAct(role)), role).rejects.toMatchObject({
            code: 'QD-FORBIDDEN',
          });
        }
        await texts.attach('city-list', '全文', listAct('city'));
        await lists.withdraw(['city-list'], listAct('city'));
        expect(await lists.current()).toEqual([]);
      });
    },
    ['better-sqlite3'],
  );
});
