import type { Command } from 'commander';
import { readRegisterFacts } from '#app/register-facts.js';
import { QingdanError, shown } from '#errors.js';
import type { SheetEvent } from '#inspection/sheet.js';
import { readSheet, writeSheet } from '#inspection/sheet-file.js';
import { readWithProgress } from './import-file.js';
import { currentKnowledge } from './knowledge.js';
import { print } from './output.js';
import { AS, atDesk, type DeskOptions, REGION, registerAct, writeOut } from './register-desk.js';

interface Options extends DeskOptions {
  reason?: string;
  submit?: true;
}

/** `qingdan inspection sheet|answer|submit|return`: self-check sheets of communities. */
export function registerInspectionSheets(inspection: Command): void {
  const one = (name: string, description: string) =>
    inspection
      .command(name)
      .description(description)
      .argument('<编号>', '督察的编号')
      .option(...AS)
      .option(...REGION);
  one('sheet', '把一个社区的自查表写成 .xlsx，填好再用 answer 交回')
    .argument('<文件>', '要写的 .xlsx 文件')
    .action(async (id: string, file: string, options: Options) => {
      const { campaign, sheet } = await atDesk(options, async ({ storage, actor, region }) => {
        const whole = await storage.inspections.read(actor, id);
        return { ...whole, sheet: whole.sheets.find((one) => one.region === region), region };
      });
      if (sheet === undefined)
        throw new QingdanError('QD-ID', `这次督察没有这个社区的自查表：${shown(options.region ?? '')}`);
      writeOut(
        file,
        await writeSheet(campaign, sheet, readRegisterFacts().selfCheck, await currentKnowledge()),
      );
      print(`自查表已写入 ${file}`);
    });
  one('answer', '交回填好的自查表')
    .argument('<文件>', '填好的 .xlsx 文件')
    .option('--submit', '同时提交，提交后要改须上级退回')
    .action(async (id: string, file: string, options: Options) => {
      const said = readSheet(await readWithProgress(file));
      await change(id, options, { type: 'answer', said });
      if (options.submit) await change(id, options, { type: 'submit' });
      print(options.submit ? '自查表已提交。' : '自查表已保存，还没有提交。');
    });
  one('submit', '提交自查表').action(async (id: string, options: Options) => {
    await change(id, options, { type: 'submit' });
    print('自查表已提交。');
  });
  one('return', '退回自查表，让社区重填')
    .requiredOption('--reason <理由>', '为什么')
    .action(async (id: string, options: Options) => {
      await change(id, options, { type: 'return', reason: options.reason ?? '' });
      print('自查表已退回。');
    });
}

async function change(id: string, options: DeskOptions, event: SheetEvent): Promise<void> {
  await atDesk(options, ({ storage, actor, region }) =>
    storage.inspections.changeSheet(actor, id, region, event, registerAct('命令行')),
  );
}
