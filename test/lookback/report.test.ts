import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#access/roles.js';
import { withPictures } from '#app/chart-pictures.js';
import { lookbackFigures } from '#app/lookback.js';
import { otherRooms } from '#app/lookback-rooms.js';
import { readKnowledge } from '#app/open.js';
import { readProcesses } from '#app/processes.js';
import { readRegisterFacts } from '#app/register-facts.js';
import { readLimits } from '#app/window.js';
import { limitsFor } from '#cases/index.js';
import { drawChart } from '#documents/chart.js';
import { plainText } from '#documents/content.js';
import { toOfficialDocx } from '#documents/official-docx.js';
import { readFileContent } from '#documents/read.js';
import { writeWorkbook } from '#documents/write.js';
import { fillDistrictYear } from '#lab/district-year.js';
import type { LookbackFigures } from '#lookback/figures.js';
import { lookbackReport } from '#lookback/report.js';
import { lookbackSheets } from '#lookback/workbook.js';
import { openStorage } from '#storage/open.js';
import type { Storage } from '#storage/ports.js';
import { SQLITE_FILE } from '#storage/settings.js';
import { openSqlite } from '#storage/sqlite.js';
import { settingsOf } from '../storage/support/settings.js';

const LEAD: Actor = { id: 'lead', name: '区民政局', role: 'county-lead', region: '500108' };
const SCOPE = { region: '500108', name: '重庆市南岸区', from: '2026-01-01', to: '2026-12-31' };
const WORDS = { k: 5, verdict: (code: string) => code, item: (id: string) => id };
const YEAR = {
  seed: 7,
  year: 2026,
  region: '500108',
  name: '重庆市南岸区',
  communities: 5,
  questions: 2000,
  screenings: 120,
  cases: 200,
  admissions: 40,
  entries: {
    seal: 300,
    forms: 60,
    fields: 5,
    boards: 40,
    channels: 20,
    meetings: 80,
    assessments: 12,
    covenants: 5,
    organisations: 6,
  },
} as const;

describe('the look-back of a made-up year', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-lookback-'));
  let storage: Storage;
  let figures: LookbackFigures;

  beforeAll(async () => {
    await (await openStorage(settingsOf(folder))).close();
    const { db } = openSqlite(join(folder, SQLITE_FILE));
    const { regions } = readKnowledge();
    await fillDistrictYear(db, YEAR, {
      limits: limitsFor(readLimits(), [SCOPE.name]),
      process: readProcesses({ regions }).of(regions.get(SCOPE.name)),
    });
    await db.destroy();
    storage = await openStorage(settingsOf(folder));
    const rooms = otherRooms(storage, '2026-12-31');
    const sources = { storage, kb: readKnowledge(), facts: readRegisterFacts(), rooms };
    figures = await lookbackFigures(sources, LEAD, SCOPE, '2026-12-31');
  });
  afterAll(async () => {
    await storage.close();
    rmSync(folder, { recursive: true });
  });

  it('counts what the records hold, each once', () => {
    const { questions, screenings, registers } = figures;
    expect(questions.count + questions.withoutRegion).toBe(2000);
    const sum = (lines: readonly { count: number }[]) => lines.reduce((total, { count }) => total + count, 0);
    expect(sum(questions.byVerdict)).toBe(questions.count);
    expect(sum(questions.byMonth)).toBe(questions.count);
    expect(questions.byMonth).toHaveLength(12);
    expect(screenings.notices).toBe(120);
    expect(screenings.issuers.reduce((total, { tasks }) => total + tasks, 0)).toBe(screenings.tasks);
    expect(sum(registers.tallies.seal)).toBe(300);
    expect(sum(registers.meetingsByMonth)).toBe(80);
    expect(figures.cases?.received).toBe(200);
    expect(sum(figures.cases?.byClass ?? [])).toBe(200);
    const { received = 0, admitted = 0, rejected = 0, open = 0 } = figures.admissions ?? {};
    expect(received).toBeGreaterThan(30);
    expect(admitted + rejected + open).toBe(received);
    expect(Math.min(admitted, rejected)).toBeGreaterThan(0);
  });

  it('is a report with the letter’s four chapters first, and every number in it is the records’', async () => {
    const { title, subtitle, blocks } = lookbackReport(figures, WORDS, '2027-01-05');
    const heads = blocks.flatMap((block) =>
      block.type === 'heading' && block.level === 1 ? [block.text] : [],
    );
    expect(heads.slice(0, 4)).toEqual([
      '一、清单落实情况',
      '二、会议台账精简情况',
      '三、考核评比规范情况',
      '四、村（居）规民约规范情况',
    ]);
    const numbers = blocks.flatMap((block) =>
      block.type === 'table' ? [Number(/^表(\d+)　/u.exec(block.caption ?? '')?.[1])] : [],
    );
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    expect(numbers.length).toBeGreaterThan(5);
    const { drawn } = withPictures(blocks);
    const text = plainText(
      await readFileContent(await toOfficialDocx({ title, subtitle, blocks: drawn }), '报告.docx'),
    );
    expect(text).toContain(`共有问答${figures.questions.count}次`);
    expect(text).toContain('登记要求用章300件');
    expect(text).toContain('登记会议80次');
    expect(text).toContain('收到诉求200件');
    expect(text).not.toContain('没有准入记录。');
    expect(text).toContain('2027年1月5日');
  });

  it('shows no number of persons below k in the report or the workbook', async () => {
    const bytes = await writeWorkbook(lookbackSheets(figures, { ...WORDS, k: 40 }));
    const { blocks } = await readFileContent(bytes, '数字.xlsx');
    const personal = new Set(['问答结果', '用章按证明', '用章按单位', '没有答上的问题']);
    const counts = blocks.flatMap((block) =>
      block.type === 'table' && personal.has(block.name)
        ? block.rows.slice(1).map(({ cells }) => Number(cells[1]))
        : [],
    );
    expect(counts.length).toBeGreaterThan(5);
    expect(counts.filter((count) => count < 40)).toEqual([]);
  });

  it('is refused to whoever may not have it', async () => {
    const sources = { storage, kb: readKnowledge(), facts: readRegisterFacts() };
    const other: Actor = { ...LEAD, region: '500112' };
    await expect(lookbackFigures(sources, other, SCOPE, '2026-12-31')).rejects.toMatchObject({
      code: 'QD-FORBIDDEN',
    });
    const worker: Actor = { ...LEAD, role: 'worker' };
    await expect(lookbackFigures(sources, worker, SCOPE, '2026-12-31')).rejects.toMatchObject({
      code: 'QD-FORBIDDEN',
    });
  });

  it('has nothing to tell of a time without records, and says so', async () => {
    const sources = { storage, kb: readKnowledge(), facts: readRegisterFacts() };
    const empty = await lookbackFigures(
      sources,
      LEAD,
      { ...SCOPE, from: '2020-01-01', to: '2020-06-30' },
      '2020-06-30',
    );
    const { blocks } = lookbackReport(empty, WORDS, '2020-07-01');
    const said = blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : []));
    for (const line of ['没有这个地区的问答记录。', '没有研判过通知。', '没有会议登记。', '没有用章登记。'])
      expect(said).toContain(line);
    expect(blocks.some(({ type }) => type === 'chart')).toBe(false);
  });
});

it('a chart is the same picture for the same data', () => {
  const spec = {
    title: '各月会议次数',
    type: 'bar',
    categories: ['2026-01', '2026-02'],
    series: [{ name: '会议', values: [3, 5] }],
    unit: '次',
  } as const;
  expect(drawChart(spec, 'WenQuanYi Micro Hei')).toBe(drawChart(spec, 'WenQuanYi Micro Hei'));
});
