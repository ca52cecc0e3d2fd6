/**
 * `node dist/src/lab/lookback.js [folder]`: makes a year of a large district in a folder of its own, then writes its
 * look-back and pages through its registers, cases and applications, and says how long that took and how much memory.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '#access/roles.js';
import { withPictures } from '#app/chart-pictures.js';
import { lookbackFigures } from '#app/lookback.js';
import { otherRooms } from '#app/lookback-rooms.js';
import { readKnowledge } from '#app/open.js';
import { readProcesses } from '#app/processes.js';
import { readRegisterFacts } from '#app/register-facts.js';
import { readLimits } from '#app/window.js';
import { limitsFor } from '#cases/index.js';
import type { Region } from '#catalogue/regions.js';
import { toOfficialDocx } from '#documents/official-docx.js';
import { writeWorkbook } from '#documents/write.js';
import { lookbackReport } from '#lookback/report.js';
import { lookbackSheets } from '#lookback/workbook.js';
import { KIND_IDS } from '#registers/kind.js';
import { openStorage } from '#storage/open.js';
import type { CaseRow, Storage } from '#storage/ports.js';
import { SQLITE_FILE, storageSettings } from '#storage/settings.js';
import { openSqlite } from '#storage/sqlite.js';
import { fillDistrictYear, LARGE_DISTRICT } from './district-year.js';

const LEAD: Actor = { id: 'lead', name: '区县主管', role: 'county-lead', region: LARGE_DISTRICT.region };
const { region, name, year } = LARGE_DISTRICT;
const DAY = `${year}-12-31`;

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

async function main(folder = mkdtempSync(join(tmpdir(), 'qingdan-district-'))): Promise<void> {
  const settings = storageSettings({}, folder);
  let since = performance.now();
  await (await openStorage(settings)).close();
  const { db } = openSqlite(join(folder, SQLITE_FILE));
  const { count } = await db
    .selectFrom('question')
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  if (Number(count) === 0) {
    const { regions } = readKnowledge();
    const lineage = (regions.get(name) ? regions.lineage(regions.get(name) as Region) : []).map(
      (one) => one.name,
    );
    await fillDistrictYear(db, LARGE_DISTRICT, {
      limits: limitsFor(readLimits(), lineage),
      process: readProcesses({ regions }).of(regions.get(name)),
    });
  }
  await db.destroy();
  console.log(`filled ${folder}: ${seconds(since)}`);
  const storage = await openStorage(settings);
  since = performance.now();
  const cpu = process.cpuUsage();
  await writeLookback(storage);
  const used = process.cpuUsage(cpu);
  console.log(`look-back: ${seconds(since)}, ${((used.user + used.system) / 1e6).toFixed(1)} s of processor`);
  console.log(`memory at most: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
  await pageThrough(storage);
  await storage.close();
}

async function writeLookback(storage: Storage): Promise<void> {
  const kb = readKnowledge();
  const scope = { region, name, from: `${year}-01-01`, to: DAY };
  const sources = { storage, kb, facts: readRegisterFacts(), rooms: otherRooms(storage, DAY) };
  const figures = await lookbackFigures(sources, LEAD, scope, DAY);
  const words = { k: 5, verdict: (code: string) => code, item: (id: string) => id };
  const { title, subtitle, blocks } = lookbackReport(figures, words, DAY);
  const docx = await toOfficialDocx({ title, subtitle, blocks: withPictures(blocks).drawn });
  const xlsx = await writeWorkbook(lookbackSheets(figures, words));
  console.log(
    `questions ${figures.questions.count}, cases ${figures.cases?.received}, applications ${figures.admissions?.received}, report ${docx.length} bytes, numbers ${xlsx.length} bytes`,
  );
}

/** The slowest page of each register, of the cases and of the applications, from the first to the last. */
async function pageThrough({ registers, cases, admissions }: Storage): Promise<void> {
  for (const kind of KIND_IDS) {
    await paged<{ day: string; id: string }>(kind, (after) =>
      registers.list(LEAD, { kind, region, limit: PAGE, after }),
    );
  }
  await paged<CaseRow>('cases', (last) =>
    cases.list({ region, limit: PAGE, after: last && `${last.receivedOn} ${last.id}` }, LEAD),
  );
  await paged<CaseRow>('cases of one street, open', (last) => {
    const after = last && `${last.receivedOn} ${last.id}`;
    return cases.list({ region: `${region}003`, states: ['routed'], limit: PAGE, after }, LEAD);
  });
  // A department has few of the district's rows: the slowest reader of a list.
  const office: Actor = { ...LEAD, id: 'office', role: 'county-department', department: '区教委' };
  await paged<CaseRow>('cases of a department', (last) =>
    cases.list({ region, limit: PAGE, after: last && `${last.receivedOn} ${last.id}` }, office),
  );
  await paged<{ id: string }>('applications of a department', (last) =>
    admissions.list(office, { region, limit: PAGE, after: last?.id }),
  );
  await paged<{ id: string }>('applications', (last) =>
    admissions.list(LEAD, { region, limit: PAGE, after: last?.id }),
  );
}

/** Rows of a page. */
const PAGE = 50;

async function paged<Row>(what: string, page: (last: Row | undefined) => Promise<Row[]>): Promise<void> {
  let slowest = 0;
  let pages = 0;
  const cpu = process.cpuUsage();
  for (let last: Row | undefined; ; ) {
    const since = performance.now();
    const rows = await page(last);
    slowest = Math.max(slowest, performance.now() - since);
    pages++;
    last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) break;
  }
  const { user, system } = process.cpuUsage(cpu);
  const each = (user + system) / 1000 / pages;
  console.log(
    `${what}: ${pages} pages of ${PAGE}, slowest ${slowest.toFixed(1)} ms, ${each.toFixed(1)} ms of processor each`,
  );
}

await main(process.argv[2]);
