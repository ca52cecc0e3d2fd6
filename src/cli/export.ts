import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { isRegionCode } from '#access/region-code.js';
import { readRegisterFacts } from '#app/register-facts.js';
import { QingdanError, shown } from '#errors.js';
import { csvLines, exportedRooms, jsonLines } from '#exporting/index.js';
import { checkDay } from '#text/days.js';
import { AS_OPTION, commandActor } from './actor.js';
import { print } from './output.js';
import { withStorage } from './storage.js';

interface Options {
  format: string;
  from?: string;
  to?: string;
  region?: string;
  out?: string;
  columns?: true;
  as?: string;
}

const EXPORTED = exportedRooms({ selfCheck: () => readRegisterFacts().selfCheck });

/** `qingdan export ROOM`: records for other systems, as CSV or JSON. */
export function registerExport(program: Command): void {
  program
    .command('export')
    .description('把记录导出给别的系统：CSV 或 JSON（一行一个对象）')
    .argument('<哪一种>', EXPORTED.map(({ name, title }) => `${name} ${title}`).join('，'))
    .option('--format <格式>', 'csv 或 json', 'csv')
    .option('--from <日期>', '从这一天起')
    .option('--to <日期>', '这一天以前')
    .option('--region <区划代码>', '一个地区和它下面的')
    .option('--out <文件>', '写到哪里；不写就输出')
    .option('--columns', '不导出，只说明各列')
    .option(...AS_OPTION)
    .action(async (name: string, options: Options) => {
      const room = EXPORTED.find((one) => one.name === name);
      if (room === undefined) {
        const names = EXPORTED.map((one) => one.name).join('、');
        throw new QingdanError('QD-INPUT', `没有「${shown(name)}」可以导出，请用 ${names}`);
      }
      if (options.columns) {
        print(room.columns.map(([column, meaning]) => `${column}  ${meaning}`).join('\n'));
        return;
      }
      const { format, out } = options;
      if (format !== 'csv' && format !== 'json')
        throw new QingdanError('QD-INPUT', `格式「${shown(format)}」不对，请用 csv 或 json`);
      await withStorage(async (storage) => {
        const actor = await commandActor(storage, options.as);
        const rows = room.rows(storage, rangeOf(options), actor);
        const pieces = format === 'csv' ? csvLines(room, rows) : jsonLines(room, rows);
        if (out === undefined) for await (const piece of pieces) process.stdout.write(piece);
        else await toFile(out, pieces);
      });
    });
}

function rangeOf({ from, to, region }: Options) {
  if (from !== undefined) checkDay(from);
  if (to !== undefined) checkDay(to);
  if (region !== undefined && !isRegionCode(region)) {
    throw new QingdanError('QD-REGION', `「${shown(region)}」不是区划代码，请写 6、9 或 12 位数字`);
  }
  return { from, to, region };
}

async function toFile(file: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const target = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  try {
    await pipeline(Readable.from(pieces), target);
  } catch (cause) {
    if (cause instanceof QingdanError) throw cause;
    throw new QingdanError('QD-FILE', `没有写成 ${shown(resolve(file))}：已有同名文件，或没有权限`, {
      cause,
    });
  }
  print(`已写到 ${resolve(file)}`);
}
