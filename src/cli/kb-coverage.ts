import type { Command } from 'commander';
import { chinaToday } from '#app/assistant.js';
import { readMatters } from '#app/matters.js';
import { citedPlace, toCitation } from '#catalogue/citation.js';
import { findRegion } from '#catalogue/find-region.js';
import { type Lacking, lackingBesideNational, mattersOfRegion } from '#catalogue/matters/national.js';
import { kindOf } from '#catalogue/rows.js';
import { QingdanError } from '#errors.js';
import { table } from '#text/table.js';
import { plannedJoins } from './kb-import.js';
import { currentKnowledge } from './knowledge.js';
import { print, printJson } from './output.js';
import { KIND_WORDS } from './words.js';

interface Options {
  region?: string;
  kind?: string[];
  json?: true;
}

/** `qingdan kb coverage [FILE]`: which matters of the national lists and laws a list, or a region's lists, don't hold. */
export function registerKbCoverage(kb: Command): void {
  kb.command('coverage')
    .description('对照国家的清单和法律：一份清单文件，或一个地区已载的清单，缺哪些事项')
    .argument('[文件]', '还没有导入的清单；不写就看 --region 的')
    .option('--region <地区>', '看这个地区已载的清单；与文件同写时，是文件的地区')
    .option('--kind <种类>', '文件的清单种类，写法同 kb import', (value: string, all: string[] = []) => [
      ...all,
      value,
    ])
    .option('--json', '输出 JSON')
    .action(async (file: string | undefined, options: Options) => {
      const { held, open } = file === undefined ? await heldOf(options) : await heldIn(file, options);
      const lacking = lackingBesideNational(await currentKnowledge(), held, chinaToday());
      if (options.json) {
        printJson({
          held: held.size,
          open,
          lacking: lacking.map(({ matter, row }) => ({ matter, row: row.item.id })),
        });
      } else print(lines(lacking, held.size, open).join('\n'));
    });
}

async function heldOf({ region }: Options): Promise<{ held: ReadonlySet<string>; open: number }> {
  if (region === undefined) throw new QingdanError('QD-USAGE', '请写清单文件，或用 --region 写明看哪个地区');
  const kb = await currentKnowledge();
  return { held: mattersOfRegion(kb, findRegion(kb.regions, region).name, chinaToday()), open: 0 };
}

async function heldIn(file: string, { region, kind = [] }: Options) {
  const rows = await plannedJoins(file, { kind, region });
  const matters = rows.flatMap(({ matter }) => matter ?? []);
  return { held: new Set(matters), open: rows.length - matters.length };
}

function lines(lacking: readonly Lacking[], held: number, open: number): string[] {
  const { byId } = readMatters();
  const body = lacking.map(({ matter, row }) => [
    byId.get(matter)?.name ?? matter,
    KIND_WORDS[kindOf(row)],
    citedPlace(toCitation(row)),
    matter,
  ]);
  const waiting = open === 0 ? '' : `，另有 ${open} 项还没有选定事项，没有算`;
  return [
    ...(body.length === 0 ? [] : [table([['事项', '国家的规定', '出处', '事项编号'], ...body])]),
    `清单有 ${held} 个事项${waiting}；国家的清单和法律里还有 ${lacking.length} 个事项它没有`,
  ];
}
