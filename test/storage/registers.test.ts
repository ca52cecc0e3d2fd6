import { describe, expect, it } from 'vitest';
import { may } from '#access/actor.js';
import { type Actor, ROLES, type Role } from '#access/roles.js';
import type { Draft, Entry } from '#registers/entry.js';
import type { Registers } from '#storage/ports.js';
import { actor, PLACES } from './support/actors.js';
import { onEveryStore } from './support/stores.js';

const ACT = { at: '2026-05-01T01:00:00.000Z', day: '2026-05-01', source: '命令行' };
const LEAD = actor('county-lead', PLACES.county);
const ADMIN = actor('admin', '000000');

const form = (region: string, name = '燃气表', demander = '区城管局'): Draft => ({
  kind: 'forms',
  region,
  place: '',
  values: { day: '2026-03-01', name, demander, frequency: '每周' },
});
const stamp = (region: string, day = '2026-03-01', more = {}): Draft => ({
  kind: 'seal',
  region,
  place: '阳光社区',
  values: { day, paper: '居住证明', applicant: '张三', demander: '某银行', outcome: '不予出具', ...more },
});
const assessment = (name: string, year = 2026): Draft => ({
  kind: 'assessments',
  region: PLACES.county,
  place: '',
  values: { day: '2026-01-05', name, year, sort: '考核', demander: '区统计局' },
});
const plan = (name: string): Draft => ({
  kind: 'plans',
  region: PLACES.county,
  place: '',
  values: { day: '2026-02-01', name, year: 2026, issuer: '区委办' },
});

onEveryStore('registers', (fresh) => {
  it('number entries within register, region and year', async () => {
    const { storage } = await fresh();
    const added = await storage.registers.add(
      ADMIN,
      [
        stamp(PLACES.community),
        stamp(PLACES.community),
        stamp(PLACES.otherCommunity),
        stamp(PLACES.community, '2025-12-31'),
      ],
      ACT,
    );
    expect(added.map(({ id }) => id)).toEqual([
      'seal-500108001001-2026-1',
      'seal-500108001001-2026-2',
      'seal-500108001002-2026-1',
      'seal-500108001001-2025-1',
    ]);
    expect(added[1]?.number).toBe('用章〔2026〕0002号');
  });

  it('give two who enter at once different numbers', async () => {
    const { storage, open } = await fresh();
    const other = await open();
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        (i % 2 === 0 ? storage : other).registers.add(ADMIN, [stamp(PLACES.community)], ACT),
      ),
    );
    expect(new Set(all.flat().map(({ id }) => id)).size).toBe(20);
  });

  it('mask personal numbers, and show persons to the community alone', async () => {
    const { storage, sql } = await fresh();
    const own = actor('worker', PLACES.community);
    const [entry] = await storage.registers.add(
      own,
      [stamp(PLACES.community, '2026-03-01', { note: '身份证 11010519491231002X 电话 13800138000' })],
      ACT,
    );
    expect(entry?.values.applicant).toBe('张三');
    expect(JSON.stringify(await sql('select body from register_entry'))).not.toMatch(
      /1101051949|13800138000/,
    );
    // The log is kept for good, and goes out by hooks: it names nobody, whatever is written or amended.
    const values = { ...entry?.values, applicant: '王五', copies: 2 };
    await storage.registers.change(own, entry?.id ?? '', { type: 'amend', values }, ACT);
    const log = JSON.stringify(await storage.audit.list(0, 10));
    expect(log).not.toMatch(/1101051949|13800138000|张三|王五/);
    expect(log).toContain('"copies":2');
    const seen = await storage.registers.list(LEAD, { kind: 'seal', region: PLACES.county, limit: 10 });
    expect(seen.map(({ values }) => values.applicant)).toEqual([undefined]);
    await expect(storage.registers.open('seal', PLACES.community, 10)).rejects.toMatchObject({
      code: 'QD-FORBIDDEN',
    });
  });

  it('page from the newest on, each entry once', async () => {
    const { storage } = await fresh();
    const days = Array.from({ length: 25 }, (_, i) => `2026-03-${String((i % 9) + 1).padStart(2, '0')}`);
    await storage.registers.add(
      ADMIN,
      days.map((day) => stamp(PLACES.community, day)),
      ACT,
    );
    const all: Entry[] = [];
    for (;;) {
      const page = { kind: 'seal', region: PLACES.county, limit: 10, after: all.at(-1) } as const;
      const more = await storage.registers.list(LEAD, page);
      all.push(...more);
      if (more.length < 10) break;
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(25);
    expect(all.map(({ day }) => day)).toEqual([...days].sort().reverse());
  });

  it('are counted by what, who and outcome, in a stretch of days', async () => {
    const { storage } = await fresh();
    await storage.registers.add(
      ADMIN,
      [
        stamp(PLACES.community),
        stamp(PLACES.otherCommunity),
        stamp(PLACES.community, '2025-01-01'),
        stamp(PLACES.otherCounty),
      ],
      ACT,
    );
    const tallies = await storage.registers.tally(LEAD, {
      kind: 'seal',
      region: PLACES.county,
      from: '2026-01-01',
      to: '2026-12-31',
    });
    expect(tallies).toEqual([
      { what: '居住证明', who: '某银行', outcome: '不予出具', state: 'recorded', count: 2 },
    ]);
    // A worker reaches their own region and not what lies within it, whatever level they sit at.
    const all = { kind: 'seal', region: PLACES.county, limit: 10 } as const;
    expect(await storage.registers.tally(actor('worker', PLACES.county), all)).toEqual([]);
    expect(await storage.registers.list(actor('worker', PLACES.county), all)).toEqual([]);
  });

  it('refuse what is not on the plan of its year, before and after it', async () => {
    const { storage } = await fresh();
    const { registers } = storage;
    const [listed, open, later] = await registers.add(
      LEAD,
      [assessment('平安考核'), assessment('统计考核'), assessment('来年考核', 2027)],
      ACT,
    );
    await registers.change(LEAD, listed?.id ?? '', { type: 'admit', number: null, reason: null }, ACT);
    await registers.add(LEAD, [plan('2026年综合考评方案')], ACT);
    const states = async () => {
      const entries = await registers.list(LEAD, { kind: 'assessments', region: PLACES.county, limit: 10 });
      return Object.fromEntries(entries.map(({ values, state }) => [values.name, state]));
    };
    expect(await states()).toEqual({ 平安考核: 'admitted', 统计考核: 'refused', 来年考核: 'recorded' });
    const [off] = await registers.add(LEAD, [assessment('招商考核')], ACT);
    expect(off).toMatchObject({
      state: 'refused',
      decided: { reason: '没有列入2026-02-01公布的“2026年综合考评方案”' },
    });
    await expect(registers.add(LEAD, [plan('又一个方案')], ACT)).rejects.toMatchObject({ code: 'QD-STATE' });
    expect(open?.state).toBe('recorded');
    expect(later?.state).toBe('recorded');
  });

  it('take all of a batch or nothing', async () => {
    const { storage } = await fresh();
    const worker = actor('worker', PLACES.community);
    await expect(
      storage.registers.add(worker, [form(PLACES.community), form(PLACES.otherCommunity)], ACT),
    ).rejects.toMatchObject({ code: 'QD-FORBIDDEN' });
    expect(await storage.registers.list(ADMIN, { kind: 'forms', region: '000000', limit: 10 })).toEqual([]);
  });

  it('leave a row in the audit log with every change, and the chain holds', async () => {
    const { storage } = await fresh();
    const [entry] = await storage.registers.add(LEAD, [form(PLACES.county)], ACT);
    await storage.registers.change(LEAD, entry?.id ?? '', { type: 'refuse', reason: '重复' }, ACT);
    await storage.registers.change(LEAD, entry?.id ?? '', { type: 'end', reason: '不要了' }, ACT);
    const rows = await storage.audit.list(0, 10);
    expect(rows.map(({ action, subject, actor: who }) => [action, subject, who])).toEqual(
      ['register-added', 'register-refuse', 'register-end'].map((action) => [action, entry?.id, LEAD.name]),
    );
    expect((await storage.audit.verify()).findings).toEqual([]);
  });

  it('show whoever asks what holds where they are, from above and from within', async () => {
    const { storage } = await fresh();
    await storage.registers.add(
      ADMIN,
      [
        form(PLACES.city, '市表'),
        form(PLACES.county, '区表'),
        form(PLACES.community, '社区表'),
        form(PLACES.otherCounty, '别处的表'),
      ],
      ACT,
    );
    const seen = await storage.registers.open('forms', PLACES.street, 10);
    expect(seen.map(({ values }) => values.name).sort()).toEqual(['区表', '市表', '社区表'].sort());
  });

  describe('hold every row against the table of rights', () => {
    const WHERE: Record<Role, string> = {
      worker: PLACES.community,
      secretary: PLACES.community,
      street: PLACES.street,
      'county-lead': PLACES.county,
      'county-department': PLACES.county,
      city: PLACES.city,
      admin: PLACES.city,
      auditor: PLACES.city,
    };
    const acts: readonly [
      string,
      'read' | 'create' | 'change' | 'decide',
      (registers: Registers, who: Actor, id: string, region: string) => Promise<unknown>,
    ][] = [
      ['find', 'read', (registers, who, id) => registers.find(who, id)],
      [
        'add',
        'create',
        (registers, who, _, region) => registers.add(who, [form(region, '新表', '区城管局')], ACT),
      ],
      [
        'amend',
        'change',
        (registers, who, id) => registers.change(who, id, { type: 'amend', values: form('').values }, ACT),
      ],
      [
        'admit',
        'decide',
        (registers, who, id) => registers.change(who, id, { type: 'admit', number: null, reason: null }, ACT),
      ],
    ];

    it('role by role, action by action, level by level', async () => {
      const { storage } = await fresh();
      const answers: string[] = [];
      for (const role of ROLES) {
        const who = actor(role, WHERE[role], role === 'county-department' ? '区城管局' : undefined);
        for (const region of Object.values(PLACES)) {
          for (const [name, action, act] of acts) {
            const [entry] = await storage.registers.add(ADMIN, [form(region)], ACT);
            const expected = may(who, action, 'register', { region, department: '区城管局' });
            const got = await act(storage.registers, who, entry?.id ?? '', region).then(
              () => true,
              (error: { code?: string }) => (error.code === 'QD-FORBIDDEN' ? false : error.code),
            );
            if (got !== expected) answers.push(`${role} ${name} ${region}: ${got}`);
          }
        }
      }
      expect(answers).toEqual([]);
    });

    it('and lists give a department what it asks for itself, and nobody another community’s', async () => {
      const { storage } = await fresh();
      await storage.registers.add(
        ADMIN,
        [form(PLACES.community), form(PLACES.community, '老人表', '区民政局'), form(PLACES.otherCommunity)],
        ACT,
      );
      const names = async (who: Actor, region: string) =>
        (await storage.registers.list(who, { kind: 'forms', region, limit: 10 })).map(
          ({ values, region: at }) => `${values.name} ${at}`,
        );
      expect(await names(actor('county-department', PLACES.county, '区民政局'), PLACES.county)).toEqual([
        `老人表 ${PLACES.community}`,
      ]);
      await expect(names(actor('worker', PLACES.community), PLACES.county)).rejects.toMatchObject({
        code: 'QD-FORBIDDEN',
      });
      await expect(names(actor('worker', PLACES.community), PLACES.otherCommunity)).rejects.toMatchObject({
        code: 'QD-FORBIDDEN',
      });
      expect(await names(actor('street', PLACES.street), PLACES.street)).toHaveLength(3);
    });
  });
});
