/**
 * `node dist/src/lab/lookback.js [folder]`: makes a year of a large district in a folder of its own, then writes its
 * look-back and pages through its registers, and says how long that took and how much memory.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '#access/roles.js';
import { withPictures } from '#app/chart-pictures.js';
import { lookbackFigures } from '#app/lookback.js';
import { readKnowledge } from '#app/open.js';
import { readRegisterFacts } from '#app/register-facts.js';
import { toOfficialDocx } from '#documents/official-docx.js';
import { writeWorkbook } from '#documents/write.js';
import { lookbackReport } from '#lookback/report.js';
import { lookbackSheets } from '#lookback/workbook.js';
import { KIND_IDS } from '#registers/kind.js';
import { openStorage } from '#storage/open.js';
import type { Storage } from '#storage/ports.js';
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
  if (Number(count) === 0) await fillDistrictYear(db, LARGE_DISTRICT);
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
  const figures = await lookbackFigures({ storage, kb, facts: readRegisterFacts() }, LEAD, scope, DAY);
  const words = { k: 5, verdict: (code: string) => code, item: (id: string) => id };
  const { title, subtitle, blocks } = lookbackReport(figures, words, DAY);
  const docx = await toOfficialDocx({ title, subtitle, blocks: withPictures(blocks).drawn });
  const xlsx = await writeWorkbook(lookbackSheets(figures, words));
  console.log(
    `questions ${figures.questions.count}, report ${docx.length} bytes, numbers ${xlsx.length} bytes`,
  );
}

/** The slowest page of each register, from the first to the last. */
async function pageThrough(storage: Storage): Promise<void> {
  for (const kind of KIND_IDS) {
    let slowest = 0;
    let pages = 0;
    const cpu = process.cpuUsage();
    for (let after: { day: string; id: string } | undefined; ; pages++) {
      const since = performance.now();
      const rows = await storage.registers.list(LEAD, { kind, region, limit: 50, after });
      slowest = Math.max(slowest, performance.now() - since);
      after = rows.at(-1);
      if (rows.length < 50 || after === undefined) break;
    }
    const { user, system } = process.cpuUsage(cpu);
    const each = (user + system) / 1000 / (pages + 1);
    console.log(
      `${kind}: ${pages + 1} pages of 50, slowest ${slowest.toFixed(1)} ms, ${each.toFixed(1)} ms of processor each`,
    );
  }
}

await main(process.argv[2]);
