import { expect, it } from 'vitest';
import type { Actor } from '#access/actor.js';
import type { CaseMoment, NewCase } from '#storage/ports.js';
import { demand, LIMITS, paperWanted, weekdays } from '../cases/support.js';
import { at, LI, WANG } from './support/records.js';
import { onEveryStore } from './support/stores.js';

const COMMUNITY = '500108001001';
const NEXT_DOOR = '500108001002';
const moment = (day = '2026-11-27', minutes = 0): CaseMoment => ({
  at: at(minutes),
  day,
  limits: LIMITS,
  addWorkingDays: weekdays,
});
const actor = (role: Actor['role'], region: string, department?: string): Actor => ({
  id: `${role}-${region}`,
  name: `示例${role}`,
  role,
  region,
  department,
});
const WORKER = actor('worker', COMMUNITY);
const SECRETARY = actor('secretary', COMMUNITY);
const STREET = actor('street', '500108001');
const entry = (key: string, different: Partial<NewCase> = {}): NewCase => ({
  ...demand('government'),
  key,
  ...different,
});

onEveryStore('the window’s cases', (fresh) => {
  it('are numbered without gaps by community and year, whatever fails between', async () => {
    const { storage } = await fresh();
    const { cases } = storage;
    const numbers: string[] = [];
    for (const [i, day] of ['2026-11-27', '2026-11-30', '2027-01-04'].entries()) {
      numbers.push((await cases.open(entry(`k${i}`), moment(day), WORKER)).number);
      await expect(cases.open(entry(`bad${i}`, { text: ' ' }), moment(day), WORKER)).rejects.toThrow(
        /没有写/,
      );
    }
    const other = await cases.open(entry('k9', { region: NEXT_DOOR }), moment(), actor('worker', NEXT_DOOR));
    expect([...numbers, other.number]).toEqual([
      '诉〔2026〕0001号',
      '诉〔2026〕0002号',
      '诉〔2027〕0001号',
      '诉〔2026〕0001号',
    ]);
  });

  it('are opened once for one key, with the same code', async () => {
    const { storage, open } = await fresh();
    const first = await storage.cases.open(entry('same'), moment(), WORKER);
    const again = await (await open()).cases.open(entry('same'), moment(), WORKER);
    expect([again.number, again.code]).toEqual([first.number, first.code]);
    expect(await storage.cases.list({ limit: 10 }, WORKER)).toHaveLength(1);
  });

  it('go their way from reception to visit, each step in history and audit log', async () => {
    const { storage } = await fresh();
    const { number } = await storage.cases.open(entry('k'), moment(), WORKER);
    const step = (event: Parameters<typeof storage.cases.change>[1], by: Actor, day = '2026-11-30') =>
      storage.cases.change({ number }, event, moment(day, 1), by);
    await step({ type: 'route', to: '城市管理局', level: 'department' }, WORKER);
    await step(
      { type: 'return', reason: '不是本局的灯' },
      actor('county-department', '500108', '城市管理局'),
    );
    await step({ type: 'route', to: '示例街道', level: 'street' }, WORKER);
    await step({ type: 'resolve', text: '已修好' }, STREET);
    await step({ type: 'reply', text: '灯已修好，请看看', how: '电话' }, WORKER);
    const closed = await step({ type: 'visit', satisfied: true, note: '亮了' }, SECRETARY);
    expect(closed.one).toMatchObject({ state: 'closed', due: null, returns: [{ from: '城市管理局' }] });
    expect(closed.history.map(({ type }) => type)).toEqual([
      'open',
      'route',
      'return',
      'route',
      'resolve',
      'reply',
      'visit',
    ]);
    const audit = await storage.audit.list(0, 100);
    expect(audit.map(({ action }) => action)).toEqual([
      'case-opened',
      'case-route',
      'case-return',
      'case-route',
      'case-resolve',
      'case-reply',
      'case-visit',
    ]);
    expect(JSON.stringify(audit)).not.toContain('楼道灯');
    expect((await storage.audit.verify()).findings).toEqual([]);
  });

  it('keep nothing of a step that isn’t allowed', async () => {
    const { storage } = await fresh();
    const { number } = await storage.cases.open({ ...paperWanted(), key: 'k' }, moment(), WORKER);
    const before = await storage.audit.head();
    await expect(
      storage.cases.change({ number }, { type: 'route', to: '示例街道', level: 'street' }, moment(), WORKER),
    ).rejects.toMatchObject({ code: 'QD-STATE' });
    await expect(
      storage.cases.change(
        { number },
        { type: 'issue', text: '兹证明', basis: '示例例外' },
        moment(),
        WORKER,
      ),
    ).rejects.toMatchObject({ code: 'QD-FORBIDDEN' });
    expect(await storage.audit.head()).toEqual(before);
    const issued = await storage.cases.change(
      { number },
      { type: 'issue', text: '兹证明', basis: '示例例外' },
      moment(),
      SECRETARY,
    );
    expect(issued.one.result).toMatchObject({ outcome: 'issued', paperNumber: '证〔2026〕0001号' });
    const refused = await storage.cases.open({ ...paperWanted(), key: 'k2' }, moment(), WORKER);
    const told = await storage.cases.change(
      { number: refused.number },
      { type: 'refuse', reason: '清单列为不应出具' },
      moment(),
      WORKER,
    );
    expect(told.one.result).toMatchObject({ outcome: 'refused', paperNumber: '告知〔2026〕0001号' });
  });

  it('are one after the other where two programs change the same', async () => {
    const { storage, open } = await fresh();
    const other = await open();
    const { number } = await storage.cases.open(entry('k'), moment(), WORKER);
    const tries = Array.from({ length: 8 }, (_, i) =>
      (i % 2 === 0 ? storage : other).cases.change(
        { number },
        { type: 'route', to: '示例街道', level: 'street' },
        moment(),
        WORKER,
      ),
    );
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await storage.cases.find({ number }, WORKER)).history).toHaveLength(2);
  });

  it('tell their status to whoever has number and code, and close after five wrong ones', async () => {
    const { storage } = await fresh();
    const { number, code } = await storage.cases.open(entry('k'), moment(), WORKER);
    const asked = (given: string, day = '2026-11-27') => storage.cases.status('2026-1', given, day);
    expect(await asked(code.toLowerCase())).toMatchObject({ number, state: '已接件', about: '示例诉求' });
    for (let i = 0; i < 5; i++) await expect(asked('WRONG9')).rejects.toMatchObject({ code: 'QD-ID' });
    await expect(asked(code)).rejects.toMatchObject({ code: 'QD-ID' });
    expect(await asked(code, '2026-11-28')).toMatchObject({ number });
  });

  it('keep contacts sealed and personal data masked', async () => {
    const { storage, sql } = await fresh();
    const contact = { name: '张三丰', phone: '13800138000', place: '幸福路3号楼2单元' };
    const text = '楼道灯坏了，我的电话13912345678';
    const { number } = await storage.cases.open(
      entry('k', { text, contact, person: WANG }),
      moment(),
      WORKER,
    );
    const stored = await storage.cases.find({ number }, WORKER);
    expect(stored.contact).toEqual(contact);
    expect(stored.one.text).not.toContain('13912345678');
    const dump = JSON.stringify([
      await sql('select * from window_case'),
      await sql('select * from case_event'),
    ]);
    for (const secret of ['张三丰', '幸福路', '13800138000', '13912345678', stored.code])
      expect(dump).not.toContain(secret);
  });

  it('have attachments that are what they say, within bounds, for those who may read the case', async () => {
    const { storage } = await fresh();
    const { number } = await storage.cases.open(entry('k'), moment(), WORKER);
    const png = new Uint8Array(2000).fill(7);
    png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const file = { name: '照片.png', mediaType: 'text/html', bytes: png };
    const added = await storage.caseFiles.add({ number }, file, moment(), WORKER);
    expect(added.one.attachments).toMatchObject([
      { no: 1, name: '照片.png', mediaType: 'image/png', size: 2000 },
    ]);
    const read = await storage.caseFiles.read({ number }, 1, STREET);
    expect(Buffer.from(read.bytes).equals(Buffer.from(png))).toBe(true);
    await expect(storage.caseFiles.read({ number }, 1, actor('worker', NEXT_DOOR))).rejects.toMatchObject({
      code: 'QD-ID',
    });
    const script = { ...file, name: 'a.png', bytes: Buffer.from('<script>') };
    await expect(storage.caseFiles.add({ number }, script, moment(), WORKER)).rejects.toMatchObject({
      code: 'QD-FILE-TYPE',
    });
    const large = { ...file, bytes: new Uint8Array(5 * 1024 * 1024 + 1) };
    await expect(storage.caseFiles.add({ number }, large, moment(), WORKER)).rejects.toMatchObject({
      code: 'QD-FILE-SIZE',
    });
  });

  it('page newest first and count what the actor may read', async () => {
    const { storage } = await fresh();
    for (let i = 0; i < 7; i++) {
      const day = `2026-11-${20 + i}`;
      await storage.cases.open(entry(`a${i}`), moment(day), WORKER);
      await storage.cases.open(
        entry(`b${i}`, { region: NEXT_DOOR }),
        moment(day),
        actor('worker', NEXT_DOOR),
      );
    }
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await storage.cases.list({ limit: 3, after }, STREET);
      seen.push(...page.map(({ receivedOn, region, number }) => `${receivedOn} ${region} ${number}`));
      const last = page.at(-1);
      if (last === undefined || page.length < 3) break;
      after = `${last.receivedOn} ${last.id}`;
    }
    expect(seen).toEqual([...seen].sort().reverse());
    expect(new Set(seen).size).toBe(14);
    expect(await storage.cases.figures({}, WORKER)).toHaveLength(7);
    expect(await storage.cases.list({ limit: 100, dueBy: '2026-11-24' }, WORKER)).toHaveLength(4);
  });

  it('lose contact, person and files when their time is over or the person wishes it', async () => {
    const { storage, sql } = await fresh();
    const contact = { name: '张三丰', phone: null, place: null };
    const mine = await storage.cases.open(entry('k1', { contact, person: WANG }), moment(), WORKER);
    await storage.cases.open(entry('k2', { contact, person: LI }), moment(), WORKER);
    await storage.reminders.add(WANG, { id: 'r', day: '2026-12-01', text: '问灯' }, at(0));
    expect(await storage.users.export(WANG)).toMatchObject({
      cases: [{ number: mine.number }],
      reminders: [{ text: '问灯' }],
    });
    const counts = await storage.users.delete(WANG, { at: at(1), actor: '本人' });
    expect(counts).toMatchObject({ cases: 1, reminders: 1 });
    expect((await storage.cases.find({ number: mine.number }, WORKER)).contact).toBeNull();
    await storage.cases.change(
      { number: '2026-2' },
      { type: 'withdraw', reason: '不办了' },
      moment(),
      WORKER,
    );
    const late = new Date(Date.parse('2026-11-28') + 181 * 86_400_000).toISOString();
    expect(await storage.retention.purge({ at: late, actor: '服务' }, { unguarded: true })).toMatchObject({
      cases: 1,
    });
    expect(await sql('select contact, person from window_case')).toEqual([
      { contact: null, person: null },
      { contact: null, person: null },
    ]);
  });

  it('are in a backup', async () => {
    const { storage, settings } = await fresh();
    await storage.cases.open(entry('k'), moment(), WORKER);
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    await storage.caseFiles.add(
      { number: '2026-1' },
      { name: 'a.png', mediaType: '', bytes: png },
      moment(),
      WORKER,
    );
    await storage.backup(`${settings.dataDir}/copy.db`);
  });

  it('remind a person once, on the day or after', async () => {
    const { storage } = await fresh();
    await storage.reminders.add(WANG, { id: 'r1', day: '2026-12-01', text: '问灯' }, at(0));
    await storage.reminders.add(WANG, { id: 'r1', day: '2026-12-01', text: '问灯' }, at(0));
    expect(await storage.reminders.take(WANG, '2026-11-30')).toEqual([]);
    expect(await storage.reminders.take(LI, '2026-12-02')).toEqual([]);
    expect(await storage.reminders.take(WANG, '2026-12-02')).toEqual([
      { id: 'r1', day: '2026-12-01', text: '问灯' },
    ]);
    expect(await storage.reminders.take(WANG, '2026-12-02')).toEqual([]);
    await storage.reminders.add(WANG, { id: 'r2', day: '2026-12-05', text: '交表' }, at(0));
    expect(await storage.reminders.cancel(LI, 'r2')).toBe(false);
    expect(await storage.reminders.cancel(WANG, 'r2')).toBe(true);
    expect(await storage.reminders.list(WANG)).toEqual([]);
  });
});
