import { basename } from 'node:path';
import type { Command } from 'commander';
import { QingdanError } from '#errors.js';
import type { RegisterKind } from '#registers/kind.js';
import { readRegister, writeRegister, writeRegisterTemplate } from '#registers/sheet.js';
import { readWithProgress } from './import-file.js';
import { print, printJson } from './output.js';
import { AS, allEntries, atDesk, type DeskOptions, REGION, registerAct, writeOut } from './register-desk.js';
import { dayOption } from './register-list.js';

interface ImportOptions extends DeskOptions {
  dryRun?: true;
  skipBadRows?: true;
  json?: true;
}

/** `qingdan register KIND template|import|export`. */
export function registerRegisterFiles(command: Command, kind: RegisterKind): void {
  command
    .command('template')
    .description('写一份空白登记表')
    .argument('<文件>', '要写的 .xlsx 文件')
    .action(async (file: string) => {
      writeOut(file, await writeRegisterTemplate(kind));
      print(`空白${kind.name}表已写入 ${file}`);
    });
  command
    .command('export')
    .description('导出登记（.xlsx），可以再导入')
    .argument('<文件>', '要写的 .xlsx 文件')
    .option(...AS)
    .option(...REGION)
    .option('--from <日期>', '从哪天起')
    .option('--to <日期>', '到哪天止')
    .action(async (file: string, options: DeskOptions & { from?: string; to?: string }) => {
      const entries = await atDesk(options, (desk) =>
        allEntries(desk, {
          kind: kind.id,
          region: desk.region,
          from: dayOption('--from', options.from),
          to: dayOption('--to', options.to),
        }),
      );
      // Oldest first, as a ledger is kept.
      writeOut(file, await writeRegister(kind, entries.reverse()));
      print(`${kind.name} ${entries.length} 条已写入 ${file}`);
    });
  command
    .command('import')
    .description('导入填好的登记表')
    .argument('<文件>', '.xlsx、.csv 文件')
    .option(...AS)
    .option(...REGION)
    .option('--dry-run', '只检查，不导入')
    .option('--skip-bad-rows', '跳过有错误的行，导入其余的')
    .option('--json', '输出 JSON')
    .action((file: string, options: ImportOptions) => importFile(kind, file, options));
}

async function importFile(kind: RegisterKind, file: string, options: ImportOptions): Promise<void> {
  const content = await readWithProgress(file);
  const { read, added } = await atDesk(
    options,
    async ({ storage, actor, region }) => {
      const read = readRegister(kind, content, region);
      const mayLoad = read.faults.length === 0 || options.skipBadRows === true;
      const isLoaded = !options.dryRun && mayLoad && read.drafts.length > 0;
      const act = registerAct(basename(file));
      return { read, added: isLoaded ? await storage.registers.add(actor, read.drafts, act) : [] };
    },
    { make: true },
  );
  const { drafts, faults } = read;
  if (options.json) printJson({ readable: drafts.length, faults, added: added.map(({ id }) => id) });
  else {
    print(`能导入 ${drafts.length} 行${faults.length === 0 ? '' : `，有 ${faults.length} 处不对：`}`);
    for (const fault of faults) print(`  ${fault}`);
    print(options.dryRun ? '只做了检查，没有导入。' : `已导入 ${added.length} 条。`);
  }
  if (faults.length > 0 && added.length === 0 && !options.dryRun) {
    throw new QingdanError('QD-FINDING', '没有导入，请改好再来，或加 --skip-bad-rows 只导入没有问题的行');
  }
}
