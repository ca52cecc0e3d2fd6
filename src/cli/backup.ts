import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { KEY_FILE } from '#storage/key.js';
import { print } from './output.js';
import { configuredStorage, withStorage } from './storage.js';

/** `qingdan backup FILE`: a whole copy of the store while it is in use. */
export function registerBackup(program: Command): void {
  program
    .command('backup')
    .description('备份全部记录到一个新文件，服务不用停')
    .argument('<文件>', '要写的备份文件，不能已存在')
    .action(async (file: string) => {
      await withStorage((storage) => storage.backup(file));
      const path = resolve(file);
      print(`已备份到 ${path}（${Math.ceil(statSync(path).size / 1024)} KB），自检通过。`);
      const { dataDir, keyFile } = configuredStorage();
      const key = resolve(keyFile ?? join(dataDir, KEY_FILE));
      print(`密钥不在备份里，请把 ${key} 另外保存到安全的地方；恢复时两个都要。`);
    });
}
