import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#access/actor.js';
import { csvLines, EXPORTED, jsonLines } from '#exporting/index.js';
import { demand, LIMITS, weekdays } from '../cases/support.js';
import { at, document, question, screening } from '../storage/support/records.js';
import { onEveryStore } from '../storage/support/stores.js';

const ADMIN: Actor = { id: 'a', name: '管理员', role: 'admin', region: '000000' };

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return Buffer.concat(parts).toString('utf8');
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
      const counts = { cases: 3, 'monthly-cases': 1, questions: 3, screenings: 3, lists: 2, audit: 5 };
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
