import { readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import type { Command } from 'commander';
import { SHEETS, sheetOf } from '#app/case-sheets.js';
import { type Paper, paperDocx, paperText } from '#cases/papers/index.js';
import { QingdanError, shown } from '#errors.js';
import type { StoredCase } from '#storage/ports.js';
import { AS_OPTION } from './actor.js';
import { atWindow, type CaseCounter, type CaseOptions } from './case-counter.js';
import { print } from './output.js';
import { wholeNumber } from './whole-number.js';

/** Writes a sheet: .docx, or .txt, or to the screen where no file is named. @throws QingdanError QD-FILE, QD-INPUT */
export async function writeSheet(paper: Paper, out: string | undefined): Promise<void> {
  if (out === undefined) {
    print(paperText(paper));
    return;
  }
  const extension = extname(out).toLowerCase();
  if (extension !== '.docx' && extension !== '.txt') {
    throw new QingdanError('QD-INPUT', `文件名「${shown(out)}」请以 .docx 或 .txt 结尾`);
  }
  write(out, extension === '.docx' ? await paperDocx(paper) : Buffer.from(`${paperText(paper)}\n`));
}

/** `qingdan case paper|attach|file`: what is printed, and what is kept with a case. */
export function registerCasePapers(cases: Command): void {
  const command = (name: string, description: string) =>
    cases
      .command(name)
      .description(description)
      .argument('<件号>')
      .option('--region <地区>', '几个社区有同样的件号时')
      .option(...AS_OPTION);
  command('paper', '打印一张单子')
    .argument('<单子>', SHEETS.join('、'))
    .option('--out <文件>', '写成 .docx 或 .txt；不写就显示')
    .action(async (number: string, sheet: string, options: CaseOptions & { out?: string }) => {
      const wanted = SHEETS.find((name) => name === sheet);
      if (wanted === undefined)
        throw new QingdanError('QD-INPUT', `没有「${shown(sheet)}」，请用 ${SHEETS.join('、')}`);
      await atWindow(options, async (counter) => {
        await writeSheet(sheetOf(wanted, await found(number, options, counter), counter), options.out);
      });
    });
  command('attach', '添加附件：PDF、图片、docx、xlsx，每个不超过 5 MB')
    .argument('<文件>')
    .action(async (number: string, file: string, options: CaseOptions) => {
      const bytes = read(file);
      await atWindow(options, async (counter) => {
        const { region } = await found(number, options, counter);
        const { storage, window, actor } = counter;
        const attached = { name: basename(file), mediaType: '', bytes };
        const { one } = await storage.caseFiles.add(
          { number, region },
          attached,
          window.moment(region),
          actor,
        );
        print(`已存为附件 ${one.attachments.length}。`);
      });
    });
  command('file', '取出附件')
    .argument('<序号>')
    .requiredOption('--out <文件>', '写到哪里')
    .action(async (number: string, no: string, options: CaseOptions & { out: string }) => {
      await atWindow(options, async (counter) => {
        const { region } = await found(number, options, counter);
        const file = await counter.storage.caseFiles.read(
          { number, region },
          wholeNumber('序号', no),
          counter.actor,
        );
        write(options.out, file.bytes);
      });
    });
}

/** The case that a command means. */
export function found(
  number: string,
  options: CaseOptions,
  { storage, actor, region }: CaseCounter,
): Promise<StoredCase> {
  return storage.cases.find({ number, region: options.region === undefined ? undefined : region() }, actor);
}

function read(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new QingdanError('QD-FILE', `读不了文件 ${shown(resolve(file))}，请检查路径和权限`, { cause });
  }
}

function write(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    throw new QingdanError('QD-FILE', `没有写成 ${shown(resolve(file))}：已有同名文件，或没有权限`, {
      cause,
    });
  }
  print(`已写到 ${resolve(file)}`);
}
