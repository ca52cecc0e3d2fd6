import type { Command } from 'commander';
import { answerIdOf } from '#adapters/web/share.js';
import { QingdanError, shown } from '#errors.js';
import { print } from './output.js';
import { commandAct, withStorage } from './storage.js';

/** `qingdan share remove`: an answer that people passed on is taken down. */
export function registerShare(program: Command): void {
  const share = program.command('share').description('撤下分享出去的回答');
  share
    .command('remove')
    .description('撤下一个回答：它的链接从此打不开；改动记入变更记录')
    .argument('<链接>', '回答的网址，如 https://qd.example.gov.cn/answers/…，或者只写最后那串编号')
    .action(async (address: string) => {
      const id = answerIdOf(address);
      if (id === null) throw new QingdanError('QD-INPUT', `「${shown(address)}」不是回答的链接`);
      await withStorage(({ sharedPages }) => sharedPages.remove(id, commandAct()));
      print(`已撤下 ${id}，链接打不开了。`);
    });
}
