import { expect, it } from 'vitest';
import { type Action, type Actor, may, type Role } from '#access/actor.js';
import { ROLES } from '#access/roles.js';
import { readRegisterFacts } from '#app/register-facts.js';
import { exportedRooms } from '#exporting/index.js';
import type { CaseMoment, Storage } from '#storage/ports.js';
import { demand, LIMITS, weekdays } from '../cases/support.js';
import { at } from './support/records.js';
import { onEveryStore } from './support/stores.js';

/** Where an actor stands, from the country down to a community, and beside each. */
const LEVELS = [
  '000000',
  '500000',
  '510000',
  '500108',
  '500109',
  '500108001',
  '500108002',
  '500108001001',
  '500108001002',
];
const COMMUNITY = '500108001001';
const DEPARTMENT = '城市管理局';
const moment: CaseMoment = { at: at(0), day: '2026-11-27', limits: LIMITS, addWorkingDays: weekdays };
const ADMIN: Actor = { id: 'a', name: '管理员', role: 'admin', region: '000000' };

const actors = ROLES.flatMap((role: Role) =>
  LEVELS.flatMap((region) =>
    [undefined, DEPARTMENT, '别的局'].map(
      (department): Actor => ({
        id: `${role} ${region} ${department}`,
        name: '某人',
        role,
        region,
        department,
      }),
    ),
  ),
);

/** One case at the window, one that a department has. */
async function opened(storage: Storage): Promise<{ here: string; there: string }> {
  const here = await storage.cases.open(
    { ...demand('government', { region: COMMUNITY }), key: 'k1' },
    moment,
    ADMIN,
  );
  const { number } = await storage.cases.open(
    { ...demand('government', { region: COMMUNITY }), key: 'k2' },
    moment,
    ADMIN,
  );
  await storage.cases.change(
    { number },
    { type: 'route', to: DEPARTMENT, level: 'department' },
    moment,
    ADMIN,
  );
  return { here: here.number, there: number };
}

/** Whether a work is let through: what is refused for rights is refused as QD-FORBIDDEN, or as not there. */
async function allowed(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    // A step that the state doesn't allow has passed the rights.
    if (code === 'QD-STATE') return true;
    expect(['QD-FORBIDDEN', 'QD-ID']).toContain(code);
    return false;
  }
}

onEveryStore(
  'who reaches a case',
  (fresh) => {
    it(`is what the table of rights says, for ${actors.length} actors`, async () => {
      const { storage } = await fresh();
      const { here, there } = await opened(storage);
      const exported = exportedRooms({ selfCheck: () => readRegisterFacts().selfCheck }).find(
        ({ name }) => name === 'cases',
      );
      for (const actor of actors) {
        const window = { region: COMMUNITY, owner: ADMIN.id };
        const department = { ...window, department: DEPARTMENT };
        const can = (action: Action, place: typeof window) => may(actor, action, 'case', place);
        const find = (number: string) => allowed(storage.cases.find({ number }, actor));
        expect(await find(here), actor.id).toBe(can('read', window));
        expect(await find(there), actor.id).toBe(can('read', department));
        const listed = (await storage.cases.list({ limit: 10 }, actor)).map(({ number }) => number);
        const readable = [can('read', department) ? [there] : [], can('read', window) ? [here] : []].flat();
        expect(listed, actor.id).toEqual(readable);
        expect(await storage.cases.figures({}, actor), actor.id).toHaveLength(readable.length);
        const step = storage.cases.change({ number: here }, { type: 'resolve', text: '办了' }, moment, actor);
        expect(await allowed(step), actor.id).toBe(can('read', window) && can('change', window));
        const issue = { type: 'issue', text: '兹证明', basis: '示例' } as const;
        const issued = storage.cases.change({ number: here }, issue, moment, actor);
        expect(await allowed(issued), actor.id).toBe(can('read', window) && can('decide', window));
        const rows: unknown[] = [];
        const all = async () => {
          for await (const row of exported?.rows(storage, {}, actor) ?? []) rows.push(row);
        };
        await allowed(all());
        const mayTake = can('export', { region: COMMUNITY, owner: '' });
        expect(rows.length, actor.id).toBe(mayTake ? readable.length : 0);
      }
      // What was refused has left nothing.
      expect((await storage.audit.list(0, 10)).map(({ action }) => action)).toEqual([
        'case-opened',
        'case-opened',
        'case-route',
      ]);
    });

    it('opens one only where the table lets it', async () => {
      const { storage } = await fresh();
      for (const [i, actor] of actors.entries()) {
        const entry = { ...demand('self', { region: COMMUNITY }), key: `k${i}` };
        const place = { region: COMMUNITY, owner: actor.id };
        expect(await allowed(storage.cases.open(entry, moment, actor)), actor.id).toBe(
          may(actor, 'create', 'case', place),
        );
      }
    });
  },
  // The table is asked in the same code whatever the database is; that both give the same rows is tested with the cases.
  ['better-sqlite3'],
);
