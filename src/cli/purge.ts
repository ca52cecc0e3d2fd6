import type { Command } from 'commander';
import type { Counts } from '#storage/ports.js';
import { print, printJson } from './output.js';
import { commandAct, withStorage } from './storage.js';

/** Chinese words of the sorts of record. */
export const RECORD_WORDS: Record<keyof Counts, string> = {
  questions: '问答记录',
  feedback: '评价',
  conversations: '对话',
  screenings: '研判记录',
  events: '消息编号',
  cases: '办结件的联系人和附件',
  reminders: '提醒',
  shared: '分享的回答',
};

/** `qingdan purge`: deletes records that are older than the setting. */
export function registerPurge(program: Command): void {
  program
    .command('purge')
    .description('删除过了保存期的记录（变更记录和清单的各个版本一直保留）')
    .option('--dry-run', '只数一数，不删除')
    .option('--yes', '时钟看着不对、或一次要删很多，也删除')
    .option('--json', '输出 JSON')
    .action(async (options: { dryRun?: true; yes?: true; json?: true }) => {
      const act = commandAct();
      const counts = await withStorage(({ retention }) =>
        options.dryRun ? retention.due(act.at) : retention.purge(act, { unguarded: options.yes }),
      );
      if (options.json) printJson(counts);
      else print(`${options.dryRun ? '到期未删' : '已删除'}：${countsLine(counts)}`);
    });
}

/** 问答记录 3 条、评价 1 条… */
export function countsLine(counts: Counts): string {
  return Object.entries(RECORD_WORDS)
    .map(([name, words]) => `${words} ${counts[name as keyof Counts]} 条`)
    .join('、');
}
