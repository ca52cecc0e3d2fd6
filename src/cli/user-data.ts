import type { Command } from 'commander';
import { QingdanError } from '#errors.js';
import type { Person } from '#storage/ports.js';
import { print, printJson } from './output.js';
import { countsLine } from './purge.js';
import { commandAct, withStorage } from './storage.js';

interface Options {
  channel: string;
  user: string;
}

/** `qingdan user-data export|delete`: what is kept of one person. */
export function registerUserData(program: Command): void {
  const userData = program.command('user-data').description('导出或删除一个人的全部记录');
  const command = (name: string, description: string) =>
    userData
      .command(name)
      .description(description)
      .requiredOption('--channel <渠道>', '这个人用的渠道，如 web、slack、official-account')
      .requiredOption('--user <用户>', '渠道里的用户编号');
  command('export', '以 JSON 导出').action(async (options: Options) => {
    printJson(await withStorage(({ users }) => users.export(personOf(options))));
  });
  command('delete', '删除；删了不能恢复')
    .option('--yes', '确认删除')
    .action(async (options: Options & { yes?: true }) => {
      if (!options.yes) {
        throw new QingdanError('QD-USAGE', '删除后不能恢复，请先用 user-data export 导出，确认后加上 --yes');
      }
      const counts = await withStorage(({ users }) => users.delete(personOf(options), commandAct()));
      print(`已删除：${countsLine(counts)}`);
    });
}

function personOf({ channel, user }: Options): Person {
  return { channel, userId: user };
}
