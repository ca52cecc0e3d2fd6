import { expect, it } from 'vitest';
import type { Actor } from '#access/roles.js';
import type { AdmissionEvent } from '#admission/state.js';
import type { StoredAdmission } from '#storage/ports.js';
import { APPLICATION, CITY, LEAD, OFFICE, processOf } from '../admission/examples.js';
import { at } from './support/records.js';
import { onEveryStore, type TestStore } from './support/stores.js';

const DAY = '2026-11-23';
const PROCESS = processOf(['apply', 'decide']);
const act = (minutes = 0, day = DAY) => ({ at: at(minutes), day, process: PROCESS });
const PLACE = { region: '500112', regionName: '重庆市渝北区', application: APPLICATION };
const SUBMIT: AdmissionEvent = { type: 'submit' };
const ADMIT: AdmissionEvent = { type: 'decide', admit: true, reason: '确需协助' };

async function admitted({ storage }: Pick<TestStore, 'storage'>, application = APPLICATION) {
  const { admissions } = storage;
  const { id } = await admissions.create(OFFICE, { ...PLACE, application }, act());
  await admissions.apply(OFFICE, id, SUBMIT, act(1), { verdict: 'not-listed' });
  return admissions.apply(LEAD, id, ADMIT, act(2));
}

onEveryStore('applications for admission', (fresh) => {
  it('have numbers by region and year, without gaps also when two programs make them at once', async () => {
    const { storage, open } = await fresh();
    const other = await open();
    const made = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        (i % 2 ? storage : other).admissions.create(OFFICE, PLACE, act(i)),
      ),
    );
    const numbers = made.map(({ number }) => number).sort();
    expect(numbers).toEqual(
      Array.from({ length: 12 }, (_, i) => `准入〔2026〕${String(i + 1).padStart(4, '0')}号`),
    );
    const next = await storage.admissions.create(OFFICE, PLACE, act(20, '2027-01-04'));
    expect([next.number, next.id, next.serial]).toEqual(['准入〔2027〕0001号', '500112-2027-1', 13]);
    const elsewhere = { ...PLACE, region: '500108', regionName: '重庆市南岸区' };
    const there = await storage.admissions.create({ ...OFFICE, region: '500108' }, elsewhere, act(21));
    expect(there.id).toBe('500108-2026-1');
  });

  it('put an admitted task into the region’s catalogue, from its day to its end', async () => {
    const store = await fresh();
    const { number } = await admitted(store);
    const [document] = await store.storage.lists.current();
    expect(document).toMatchObject({ id: 'admitted-500112', region: '重庆市渝北区' });
    expect(document?.lists[0]?.items).toMatchObject([
      { name: APPLICATION.task, effectiveFrom: '2026-12-01', effectiveTo: '2027-12-01', law: { number } },
    ]);
  });

  it('take it out again where it is revoked, and keep it for the days on which it held', async () => {
    const store = await fresh();
    const { id } = await admitted(store);
    const { admissions, lists } = store.storage;
    await admissions.apply(
      LEAD,
      id,
      { type: 'revoke', reason: '政策变了', from: '2027-03-01' },
      act(3, '2027-02-20'),
    );
    const [document] = await lists.current();
    expect(document?.lists[0]?.items[0]?.effectiveTo).toBe('2027-03-01');
    expect(await lists.history('admitted-500112')).toHaveLength(2);
  });

  it('keep every event, and the audit log passes', async () => {
    const store = await fresh();
    const { id } = await admitted(store);
    const { admissions, audit } = store.storage;
    const history = await admissions.history(LEAD, id);
    expect(history.map(({ number, actorName, event }) => [number, actorName, event.type])).toEqual([
      [1, OFFICE.name, 'create'],
      [2, OFFICE.name, 'submit'],
      [3, LEAD.name, 'decide'],
    ]);
    const rows = await audit.list(0, 100);
    expect(rows.map(({ action }) => action)).toEqual([
      'admission-create',
      'admission-submit',
      'admission-decide',
      'document-published',
    ]);
    expect((await audit.verify()).findings).toEqual([]);
    expect(await admissions.find(LEAD, id)).toMatchObject({ screening: { verdict: 'not-listed' } });
  });

  it('leave nothing behind of a step that is refused', async () => {
    const { storage } = await fresh();
    const { id } = await storage.admissions.create(OFFICE, PLACE, act());
    await expect(storage.admissions.apply(LEAD, id, ADMIT, act(1))).rejects.toMatchObject({
      code: 'QD-STATE',
    });
    await storage.admissions.apply(OFFICE, id, SUBMIT, act(1));
    const early = storage.admissions.apply(LEAD, id, ADMIT, act(2, '2026-11-01'));
    await expect(early).rejects.toMatchObject({ code: 'QD-STATE' });
    expect(await storage.admissions.history(LEAD, id)).toHaveLength(2);
    expect(await storage.lists.current()).toEqual([]);
  });

  it('are decided once where two decide at the same time', async () => {
    const { storage, open } = await fresh();
    const other = await open();
    const { id } = await storage.admissions.create(OFFICE, PLACE, act());
    await storage.admissions.apply(OFFICE, id, SUBMIT, act(1));
    const both = await Promise.allSettled([
      storage.admissions.apply(LEAD, id, ADMIT, act(2)),
      other.admissions.apply(LEAD, id, { type: 'decide', admit: false, reason: '没有经费' }, act(2)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await storage.admissions.history(LEAD, id)).toHaveLength(3);
  });

  it('are found by number, and by number alone only where it is clear which is meant', async () => {
    const { storage } = await fresh();
    await storage.admissions.create(OFFICE, PLACE, act());
    const elsewhere = { ...PLACE, region: '500108', regionName: '重庆市南岸区' };
    const otherLead: Actor = { ...LEAD, id: 'lead2', region: '500108' };
    await storage.admissions.create(otherLead, elsewhere, act());
    const admin: Actor = { ...CITY, role: 'admin' };
    for (const form of ['准入〔2026〕0001号', '〔2026〕1号', '500112-2026-1']) {
      expect((await storage.admissions.find(OFFICE, form)).id).toBe('500112-2026-1');
    }
    await expect(storage.admissions.find(admin, '准入〔2026〕0001号')).rejects.toMatchObject({
      code: 'QD-ID',
    });
    await expect(storage.admissions.find(LEAD, '500108-2026-1')).rejects.toMatchObject({ code: 'QD-ID' });
  });

  it('are listed newest first, page by page, each once', async () => {
    const { storage } = await fresh();
    const made: StoredAdmission[] = [];
    for (let i = 0; i < 7; i++) made.push(await storage.admissions.create(OFFICE, PLACE, act(i)));
    // Of another department: between the others, and not theirs to see.
    const foreign = { ...OFFICE, id: 'x', department: '区教委' };
    const application = { ...APPLICATION, department: '区教委' };
    await storage.admissions.create(foreign, { ...PLACE, application }, act(8));
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await storage.admissions.list(OFFICE, { limit: 3, after });
      seen.push(...page.map(({ id }) => id));
      if (page.length < 3) break;
      after = page.at(-1)?.id;
    }
    expect(seen).toEqual(made.map(({ id }) => id).reverse());
    expect(await storage.admissions.list(LEAD, { limit: 10, states: ['submitted'] })).toEqual([]);
  });
});
