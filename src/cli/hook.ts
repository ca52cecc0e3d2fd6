import type { Command } from 'commander';
import { hookSecret } from '#app/hooks.js';
import { readSettings } from '#config/load.js';
import { QingdanError, shown } from '#errors.js';
import { table } from '#text/table.js';
import { print, printJson } from './output.js';
import { ifStored, withStorage } from './storage.js';

/** `qingdan hook …`: receivers of events in other systems. */
export function registerHook(program: Command): void {
  const hooks = program.command('hook').description('往别的系统推送事件（配置里的 hooks）');
  hooks
    .command('list')
    .description('列出接收方和推送到哪里了')
    .option('--json', '输出 JSON')
    .action(async (options: { json?: true }) => {
      const set = readSettings(process.env).settings.hooks;
      const progress = (await ifStored((storage) => storage.hooks.list())) ?? [];
      const rows = set.map(({ name, url, events }) => ({
        name,
        url,
        events,
        ...(progress.find((one) => one.name === name) ?? {
          seq: null,
          attempts: 0,
          nextAt: null,
          error: null,
        }),
      }));
      if (options.json) printJson(rows);
      else if (rows.length === 0) print('没有设置接收方。');
      else
        print(
          table(
            rows.map(({ name, url, events, seq, attempts, error }) => [
              name,
              url,
              events.join('、'),
              seq === null ? '还没有推送' : `推送到第 ${seq} 行`,
              error === null ? '' : `失败 ${attempts} 次：${error}`,
            ]),
          ),
        );
    });
  hooks
    .command('secret')
    .description('显示一个接收方的签名密钥，交给对方核验')
    .argument('<名称>')
    .action(async (name: string) => {
      const set = readSettings(process.env).settings.hooks;
      if (!set.some((one) => one.name === name)) {
        throw new QingdanError('QD-ID', `配置里没有接收方「${shown(name)}」`);
      }
      print(await withStorage(async (storage) => hookSecret(storage, name), { make: true }));
    });
}
