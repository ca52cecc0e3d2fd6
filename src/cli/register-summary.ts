import type { Command } from 'commander';
import { readRegisterFacts } from '#app/register-facts.js';
import { citedPlace } from '#catalogue/citation.js';
import { writeWorkbook } from '#documents/write.js';
import type { Entry } from '#registers/entry.js';
import type { RegisterKind } from '#registers/kind.js';
import { checkLimits } from '#registers/limits.js';
import { regionOfCode } from '#registers/places.js';
import { limitLine, summaryLine, summaryTables } from '#registers/said.js';
import { summaryOf } from '#registers/tally.js';
import { table } from '#text/table.js';
import { currentKnowledge } from './knowledge.js';
import { print, printJson } from './output.js';
import {
  AS,
  allEntries,
  atDesk,
  chinaDay,
  type DeskOptions,
  type OpenDesk,
  REGION,
  writeOut,
} from './register-desk.js';
import { dayOption } from './register-list.js';

interface Options extends DeskOptions {
  from?: string;
  to?: string;
  out?: string;
  json?: true;
}

/** Rows of a table shown on a terminal. */
const MOST_SHOWN = 30;

/** `qingdan register KIND summary`: what a stretch of time comes to, by what it is about and by who asks. */
export function registerRegisterSummary(command: Command, kind: RegisterKind): void {
  command
    .command('summary')
    .description('汇总：各有多少，谁要的最多')
    .option(...AS)
    .option(...REGION)
    .option('--from <日期>', '从哪天起')
    .option('--to <日期>', '到哪天止')
    .option('--out <文件>', '写成 .xlsx')
    .option('--json', '输出 JSON')
    .action(async (options: Options) => {
      const [from, to] = [dayOption('--from', options.from), dayOption('--to', options.to)];
      const { tallies, limits } = await atDesk(options, async (desk) => ({
        tallies: await desk.storage.registers.tally(desk.actor, {
          kind: kind.id,
          region: desk.region,
          from,
          to,
        }),
        limits: await limitLines(kind, desk),
      }));
      const summary = summaryOf(tallies);
      const tables = summaryTables(kind, summary);
      if (options.out !== undefined) writeOut(options.out, await writeWorkbook(tables));
      if (options.json) {
        printJson({
          total: summary.total,
          tables: Object.fromEntries(tables.map(({ name, rows }) => [name, rows])),
          limits,
        });
        return;
      }
      print([summaryLine(kind, summary), ...limits].join('\n'));
      for (const { name, rows } of tables) print(`\n${name}\n${table(rows.slice(0, MOST_SHOWN))}`);
      if (options.out !== undefined) print(`\n汇总已写入 ${options.out}`);
    });
}

/** The limits of the region, held against the entries of each place by itself. */
async function limitLines(kind: RegisterKind, desk: OpenDesk): Promise<string[]> {
  const limits = readRegisterFacts().limits.filter(({ register }) => register === kind.id);
  if (limits.length === 0) return [];
  const kb = await currentKnowledge();
  const byPlace = new Map<string, Entry[]>();
  for (const entry of await allEntries(desk, { kind: kind.id, region: desk.region })) {
    const there = byPlace.get(entry.region);
    if (there === undefined) byPlace.set(entry.region, [entry]);
    else there.push(entry);
  }
  const day = chinaDay(new Date().toISOString());
  return [...byPlace].flatMap(([code, entries]) => {
    const region = regionOfCode(kb.regions, code)?.name ?? '';
    const checks = checkLimits(kb, limits, entries, { region, day, what: kind.what });
    return checks.map((check) => `${code}：${limitLine(kind, check)}（${citedPlace(check.citation)}）`);
  });
}
