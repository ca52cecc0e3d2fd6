import type { Command } from 'commander';
import { writeAtomically } from '#importing/atomic-file.js';
import { writeTemplate } from '#importing/template.js';
import { refuseExisting } from './kb-export.js';
import { print } from './output.js';

/** `qingdan kb template`: a blank workbook to fill in. */
export function registerKbTemplate(kb: Command): void {
  kb.command('template')
    .description('生成空白清单表（.xlsx），填好后用 kb import 导入')
    .option('--out <文件>', '写到哪个文件', '清单模板.xlsx')
    .option('--force', '文件已有时覆盖')
    .action(async (options: { out: string; force?: true }) => {
      refuseExisting(options.out, options.force ?? false);
      writeAtomically(options.out, await writeTemplate());
      print(`已生成 ${options.out}，先看「填写说明」一页`);
    });
}
