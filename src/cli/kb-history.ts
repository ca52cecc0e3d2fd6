import type { Command } from 'commander';
import { table } from '#text/table.js';
import { print, printJson } from './output.js';
import { ifStored } from './storage.js';

/** `qingdan kb history [DOC]`: every version that was loaded, oldest first. */
export function registerKbHistory(kb: Command): void {
  kb.command('history')
    .description('查看导入过的各个版本')
    .argument('[文件编号]', '只看一份文件的')
    .option('--json', '输出 JSON')
    .action(async (documentId: string | undefined, options: { json?: true }) => {
      const versions = (await ifStored(({ lists }) => lists.history(documentId))) ?? [];
      if (options.json) printJson(versions);
      else if (versions.length === 0) print('还没有导入过清单');
      else {
        const rows = versions.map(({ documentId: id, number, at, actor, source }) => [
          id,
          `${number}`,
          at.slice(0, 16).replace('T', ' '),
          actor,
          source,
        ]);
        print(table([['文件', '版本', '时间（UTC）', '操作人', '来源'], ...rows]));
      }
    });
}
