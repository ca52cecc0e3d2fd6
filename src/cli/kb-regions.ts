import { basename } from 'node:path';
import type { Command } from 'commander';
import { readKnowledge } from '#app/open.js';
import { REGION_LEVELS, type RegionLevel } from '#catalogue/regions.js';
import { type RegionList, regionList } from '#importing/regions/region-list.js';
import { regionRows } from '#importing/regions/region-rows.js';
import { readWithProgress } from './import-file.js';
import { print, printJson } from './output.js';
import { commandAct, ifStored, withStorage } from './storage.js';

const LEVEL_WORDS: Readonly<Record<RegionLevel, string>> = {
  country: '国家',
  province: '省级',
  prefecture: '地级',
  county: '县级',
  township: '乡镇街道',
  village: '村社区',
};

interface Options {
  yes?: true;
  json?: true;
}

/** `qingdan kb regions import FILE`: an office's own townships, streets, villages and communities. */
export function registerKbRegions(kb: Command): void {
  const regions = kb.command('regions').description('本单位的乡镇街道、村社区');
  regions
    .command('import')
    .description('导入乡镇街道、村社区清单（代码、名称、上级）：.xlsx、.docx、.pdf（文字版）、.csv、.tsv')
    .argument('<文件>')
    .option('--yes', '确认导入；不加只看报告')
    .option('--json', '输出 JSON')
    .action(async (file: string, options: Options) => {
      const rows = regionRows(await readWithProgress(file));
      const before = (await ifStored(({ regionLists }) => regionLists.current())) ?? [];
      const list = regionList(rows, readKnowledge().regions, before);
      const number = options.yes ? await publish(list, file) : null;
      if (options.json) printJson({ ...summary(list), version: number });
      else print(lines(list, number).join('\n'));
    });
}

function publish({ regions }: RegionList, file: string): Promise<number> {
  const act = { ...commandAct(), source: basename(file) };
  return withStorage(({ regionLists }) => regionLists.publish(regions, act), { make: true });
}

function summary({ regions, added, renamed }: RegionList) {
  const levels = Object.fromEntries(
    REGION_LEVELS.map(
      (level) => [level, regions.filter((region) => region.level === level).length] as const,
    ).filter(([, count]) => count > 0),
  );
  return { total: regions.length, added, renamed, levels };
}

function lines(list: RegionList, number: number | null): string[] {
  const { total, added, renamed, levels } = summary(list);
  const each = Object.entries(levels).map(
    ([level, count]) => `${LEVEL_WORDS[level as RegionLevel]} ${count} 个`,
  );
  return [
    `本单位共 ${total} 个地区（${each.join('、')}），新增 ${added} 个，改名 ${renamed} 个`,
    ...list.regions.slice(0, SHOWN).map(({ code, name }) => `  ${code} ${name}`),
    ...(total > SHOWN ? [`  ……另有 ${total - SHOWN} 个`] : []),
    number === null
      ? '还没有导入，什么都没有改动；确认无误后加 --yes 导入'
      : `已导入第 ${number} 版，马上生效；问话里和 --region 都可以写到村社区`,
  ];
}

/** Regions printed of a report. */
const SHOWN = 10;
