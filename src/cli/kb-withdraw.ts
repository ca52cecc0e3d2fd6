import type { Command } from 'commander';
import { QingdanError } from '#errors.js';
import { AS_OPTION, listActFor } from './actor.js';
import { plainKnowledge } from './knowledge.js';
import { print } from './output.js';
import { withStorage } from './storage.js';

/** `qingdan kb withdraw DOC`: takes what was loaded out of force; its versions stay. */
export function registerKbWithdraw(kb: Command): void {
  kb.command('withdraw')
    .description('撤下导入的文件；各个版本都留着，随程序发布的同编号文件重新生效')
    .argument('<文件编号>')
    .option('--reason <原因>', '为什么撤下，记在变更记录里', '撤下')
    .option('--yes', '确认撤下')
    .option(...AS_OPTION)
    .action(async (id: string, { reason, yes, as }: { reason: string; yes?: true; as?: string }) => {
      if (!yes) throw new QingdanError('QD-USAGE', '撤下后回答不再依据这份文件，确认请加上 --yes');
      const kb = await plainKnowledge();
      const [version] = await withStorage(async (storage) =>
        storage.lists.withdraw([id], await listActFor(storage, kb, as, reason)),
      );
      print(`已撤下 ${id}，记为第 ${version?.number} 版；要恢复，请导出以前的版本再导入`);
    });
}
