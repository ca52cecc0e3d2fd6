import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#access/actor.js';
import { readRegisterFacts } from '#app/register-facts.js';
import { csvLines, type ExportRange, exportedRooms, jsonLines } from '#exporting/index.js';
import { prefilledSheet } from '#inspection/sheet.js';
import { draftSchema, keptSchema } from '#review/index.js';
import type { Storage } from '#storage/ports.js';
import { processOf } from '../admission/examples.js';
import { demand, LIMITS, weekdays } from '../cases/support.js';
import { at, document, question, screening } from '../storage/support/records.js';
import { onEveryStore } from '../storage/support/stores.js';

const EXPORTED = exportedRooms({ selfCheck: () => readRegisterFacts().selfCheck });
/** Questions of a self-check sheet. */
const ASKED = readRegisterFacts().selfCheck.questions.length;
const ADMIN: Actor = { id: 'a', name: '管理员', role: 'admin', region: '000000' };

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return Buffer.concat(parts).toString('utf8');
}

/** One application, two entries of registers, one finding, one sheet, one proposal, one question kept. */
async function roomsKept(storage: Storage): Promise<void> {
  const act = { at: at(3), day: '2026-11-27', source: '命令行' };
  const place = { region: '500108001001', place: '示例社区' };
  await storage.admissions.create(
    ADMIN,
    {
      region: '500108',
      regionName: '重庆市南岸区',
      application: { task: '楼道巡查', department: '区应急局' },
    },
    { at: at(3), day: '2026-11-27', process: processOf(['apply', 'decide']) },
  );
  const stamp = { day: '2026-11-01', paper: '居住证明', applicant: '王某某', outcome: '不予出具' };
  const board = { day: '2026-11-02', name: '某某工作站', where: '门外' };
  await storage.registers.add(
    ADMIN,
    [
      { kind: 'seal', ...place, values: stamp },
      { kind: 'boards', ...place, values: board },
    ],
    act,
  );
  const campaign = await storage.inspections.begin(
    ADMIN,
    { title: '减负督察', region: '500108', begun: '2026-11-27', selfCheckBy: '2026-12-10' },
    [prefilledSheet('', place, readRegisterFacts().selfCheck, [])],
    act,
  );
  await storage.inspections.change(ADMIN, campaign.id, { type: 'start-visits' }, act);
  await storage.inspections.visit(
    ADMIN,
    campaign.id,
    {
      ...place,
      day: '2026-11-27',
      by: '区里',
      announced: false,
      findings: [{ text: '门外挂了4块牌子', question: null, photos: [], due: '2026-12-30' }],
    },
    act,
  );
  const wordings = draftSchema.parse({
    aim: { type: 'wordings', matter: 'paper-marital-status' },
    wordings: ['单身证明在哪打，电话13812345678', '没结婚的证明社区管不管'],
    questions: ['q1'],
  });
  await storage.reviews.propose(ADMIN, 'p1', { region: place.region }, wordings, { at: at(3) });
  const kept = keptSchema.parse({ text: '单身证明社区开不开', expected: ['must-not-certify'] });
  await storage.keptQuestions.keep(ADMIN, 'k1', place.region, kept, { at: at(3) });
}

onEveryStore(
  'every record',
  (fresh) => {
    it('comes as CSV and as JSON with the same rows, under the columns it names', async () => {
      const { storage } = await fresh();
      const moment = { at: at(0), day: '2026-11-27', limits: LIMITS, addWorkingDays: weekdays };
      for (let i = 0; i < 3; i++) {
        const text = i === 0 ? '=HYPERLINK("x")' : `楼道灯坏了，第"${i}"次`;
        await storage.cases.open({ ...demand('self', { text }), key: `k${i}` }, moment, ADMIN);
        await storage.questions.record(question(`q${i}`));
        await storage.screenings.record(screening(`s${i}`));
      }
      await storage.lists.publish([document('a', ['甲', '乙'])], {
        at: at(1),
        actor: '示例街道',
        source: '清单.xlsx',
      });
      await storage.reports.keep(
        { kind: 'cases', period: '2026-10', region: '500108001001', body: { byClass: {} } },
        { at: at(2), actor: '服务' },
      );
      await roomsKept(storage);
      const counts = {
        ...{ cases: 3, 'monthly-cases': 1, questions: 3, screenings: 3, lists: 2, audit: 13 },
        ...{ admissions: 1, registers: 2, findings: 1, 'self-checks': ASKED },
        ...{ proposals: 1, 'kept-questions': 1 },
      };
      for (const room of EXPORTED) {
        const rows = () => room.rows(storage, {}, ADMIN);
        const csv = await textOf(csvLines(room, rows()));
        expect(csv.startsWith('\uFEFF'), room.name).toBe(true);
        const table = parse(csv, { bom: true }) as string[][];
        expect(table[0], room.name).toEqual(room.columns.map(([name]) => name));
        const json = (await textOf(jsonLines(room, rows())))
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Record<string, unknown>);
        expect(json.length, room.name).toBe(counts[room.name as keyof typeof counts]);
        expect(table.length - 1, room.name).toBe(json.length);
        for (const row of json) expect(Object.keys(row), room.name).toEqual(table[0]);
      }
      const cases = await textOf(
        csvLines(EXPORTED[0] as (typeof EXPORTED)[0], EXPORTED[0]?.rows(storage, {}, ADMIN) as never),
      );
      expect(cases).toContain(`"'=HYPERLINK(""x"")"`);
    });

    it('is what the actor may export, without the fields that name persons', async () => {
      const { storage } = await fresh();
      await roomsKept(storage);
      const rowsOf = async (name: string, actor: Actor, range: ExportRange = {}) => {
        const rows: (readonly unknown[])[] = [];
        const room = EXPORTED.find((one) => one.name === name);
        for await (const row of room?.rows(storage, range, actor) ?? []) rows.push(row);
        return rows;
      };
      const elsewhere: Actor = { id: 'b', name: '邻区', role: 'county-lead', region: '500112' };
      const own: Actor = { id: 'c', name: '本区', role: 'county-lead', region: '500108' };
      for (const [name, most] of [
        ['registers', 2],
        ['findings', 1],
        ['admissions', 1],
        ['self-checks', ASKED],
        ['proposals', 1],
        ['kept-questions', 1],
      ] as const) {
        expect(await rowsOf(name, elsewhere), name).toEqual([]);
        expect(await rowsOf(name, own), name).toHaveLength(most);
      }
      expect(JSON.stringify(await rowsOf('registers', ADMIN))).not.toContain('王某某');
      expect(JSON.stringify(await rowsOf('proposals', ADMIN))).not.toContain('13812345678');
      const worker: Actor = { id: 'd', name: '社工', role: 'worker', region: '500108001001' };
      await expect(rowsOf('admissions', worker)).rejects.toThrow(/不能/);
      await expect(rowsOf('self-checks', worker)).rejects.toThrow(/不能/);
      // A community takes along its own sheet of the campaign that its district began, and what was found there.
      const secretary: Actor = { ...worker, role: 'secretary' };
      const neighbour: Actor = { ...secretary, region: '500108001002' };
      for (const [name, most] of [
        ['findings', 1],
        ['self-checks', ASKED],
      ] as const) {
        expect(await rowsOf(name, secretary), name).toHaveLength(most);
        expect(await rowsOf(name, neighbour), name).toEqual([]);
        expect(await rowsOf(name, own, { region: '500108001002' }), name).toEqual([]);
      }
      expect((await rowsOf('self-checks', secretary))[0]).toEqual(
        expect.arrayContaining(['减负督察', '示例社区', 'open', '清单落实']),
      );
    });

    it('is cut by days', async () => {
      const { storage } = await fresh();
      for (const day of ['2026-11-01', '2026-11-02', '2026-11-03']) {
        const moment = { at: `${day}T01:00:00.000Z`, day, limits: LIMITS, addWorkingDays: weekdays };
        await storage.cases.open({ ...demand('self'), key: day }, moment, ADMIN);
      }
      const audit = EXPORTED.find(({ name }) => name === 'audit');
      const rows: unknown[] = [];
      for await (const row of audit?.rows(storage, { from: '2026-11-02', to: '2026-11-03' }, ADMIN) ?? [])
        rows.push(row);
      expect(rows).toHaveLength(1);
    });
  },
  ['better-sqlite3', 'PostgreSQL'],
);

describe('the records that can be exported', () => {
  it('have names of their own, and columns of their own each', () => {
    expect(new Set(EXPORTED.map(({ name }) => name)).size).toBe(EXPORTED.length);
    for (const { columns } of EXPORTED)
      expect(new Set(columns.map(([name]) => name)).size).toBe(columns.length);
  });
});
