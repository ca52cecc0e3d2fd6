import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { lookbackFigures } from '#app/lookback.js';
import { lookbackDocx, lookbackXlsx, wordingOf } from '#app/lookback-files.js';
import { otherRooms } from '#app/lookback-rooms.js';
import { readRegisterFacts } from '#app/register-facts.js';
import { readSettings } from '#config/load.js';
import { QingdanError } from '#errors.js';
import type { LookbackFigures } from '#lookback/figures.js';
import { lookbackReport } from '#lookback/report.js';
import type { Wording } from '#lookback/wording.js';
import { placeName } from '#registers/places.js';
import { currentKnowledge } from './knowledge.js';
import { print, printJson } from './output.js';
import { AS, atDesk, chinaDay, type DeskOptions, REGION, writeOut } from './register-desk.js';
import { dayOption } from './register-list.js';
import { wholeNumber } from './whole-number.js';

interface Options extends DeskOptions {
  from: string;
  to: string;
  out?: string;
  k?: string;
  json?: true;
}

/** `qingdan lookback`: 回头看, from the records alone. */
export function registerLookback(program: Command): void {
  program
    .command('lookback')
    .description('回头看：按记录写一份减负增效情况报告（.docx）和数字表（.xlsx）')
    .requiredOption('--from <日期>', '从哪天起')
    .requiredOption('--to <日期>', '到哪天止')
    .option('--out <文件夹>', '报告和数字表写到哪里')
    .option('--k <人数>', '涉及居民的数字，少于几人不单独列出；不写按配置 lookback.k')
    .option(...AS)
    .option(...REGION)
    .option('--json', '输出 JSON')
    .action(async (options: Options) => {
      const [from, to] = [dayOption('--from', options.from) ?? '', dayOption('--to', options.to) ?? ''];
      if (from > to) throw new QingdanError('QD-DATE', `开始日期 ${from} 晚于结束日期 ${to}`);
      const k =
        options.k === undefined
          ? readSettings(process.env).settings.lookback.k
          : wholeNumber('--k', options.k);
      const kb = await currentKnowledge();
      const today = chinaDay(new Date().toISOString());
      const figures = await atDesk(options, ({ storage, actor, region }) => {
        const scope = { region, name: placeName(kb.regions, region), from, to };
        const rooms = otherRooms(storage, today);
        return lookbackFigures({ storage, kb, facts: readRegisterFacts(), rooms }, actor, scope, today);
      });
      const words = wordingOf(kb, k);
      const report = lookbackReport(figures, words, today);
      if (options.json)
        printJson({ scope: figures.scope, k, report: report.blocks.filter(({ type }) => type !== 'chart') });
      if (options.out !== undefined) await write(options.out, figures, words, today);
      if (!options.json) print(lines(figures, options.out).join('\n'));
    });
}

async function write(folder: string, figures: LookbackFigures, words: Wording, today: string): Promise<void> {
  const { bytes, advice } = await lookbackDocx(figures, words, today);
  mkdirSync(folder, { recursive: true });
  writeOut(join(folder, '回头看报告.docx'), bytes);
  writeOut(join(folder, '回头看数字.xlsx'), await lookbackXlsx(figures, words));
  if (advice !== null) print(advice);
}

function lines({ scope, questions, screenings }: LookbackFigures, out: string | undefined): string[] {
  return [
    `${scope.name}，${scope.from} 至 ${scope.to}`,
    `问答 ${questions.count} 次；研判通知 ${screenings.notices} 份，清单外或不许交的任务 ${screenings.offList} 项。`,
    out === undefined ? '要写成报告，请加 --out 文件夹' : `报告和数字表已写入 ${out}`,
  ];
}
