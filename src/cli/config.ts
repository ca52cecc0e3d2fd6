import type { Command } from 'commander';
import { QingdanError } from '#errors.js';
import { print } from './output.js';

/** `qingdan config`: says whether the settings are right, or writes out all there are. */
export function registerConfig(program: Command): void {
  program
    .command('config')
    .description('检查现在的设置；--example 写出列有全部设置的配置文件')
    .option('--example', '写出列有全部设置的配置文件，每项都注释掉')
    .option('--reference', '写出配置项一览（Markdown）')
    .action(async (options: { example?: true; reference?: true }) => {
      if (options.example && options.reference)
        throw new QingdanError('QD-USAGE', '--example 和 --reference 一次只能用一个');
      if (options.example) {
        const { exampleFile } = await import('#config/example.js');
        print((await exampleFile()).trimEnd());
      } else if (options.reference) {
        const { referencePage } = await import('#config/reference-page.js');
        print((await referencePage()).trimEnd());
      } else {
        const { loadConfiguration } = await import('#config/load.js');
        const { channels } = await loadConfiguration(process.env);
        const named = channels.map(({ name }) => name);
        print(`设置没有问题。启用的渠道：${named.length === 0 ? '网页（默认）' : named.join('、')}`);
      }
    });
}
