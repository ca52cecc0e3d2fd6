import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import type { Screening } from '#answer/index.js';
import { requestsOf, type SenderOptions, senderOf, writeLetters } from '#answer/letters/index.js';
import { chinaToday } from '#app/assistant.js';
import { readLetterTemplates } from '#app/lexicon.js';
import { QingdanError } from '#errors.js';
import { folderToWrite, writeFileNamed } from './output-file.js';

export interface LetterCommandOptions {
  letters?: string;
  committee?: string;
  to?: string;
  confirmed?: string;
}

/** The options of a command that writes letters. */
export function withLetterOptions(command: Command): Command {
  return command
    .option('--letters <文件夹>', '把函（.docx）和短回复写进这个文件夹')
    .option('--committee <名称>', '函的落款，如 珊瑚社区居委会；不写时看通知写给谁，再看 QINGDAN_COMMITTEE')
    .option('--to <单位>', '函的主送机关；不写时是通知的发文单位')
    .option('--confirmed <序号>', '人工核对过、可以写进函里的任务，如 2,5');
}

/** Writes the letters where a folder is given; lines on what was written and what wasn't. @throws QingdanError QD-INPUT, QD-FILE */
export async function writeLetterFiles(
  screening: Screening,
  { letters: folder, ...options }: LetterCommandOptions,
): Promise<string[]> {
  if (folder === undefined) return [];
  const confirmed = confirmedNumbers(options.confirmed, screening.tasks.length);
  const sender: SenderOptions = {
    committee: options.committee,
    to: options.to,
    date: chinaToday(),
    confirmed,
  };
  const files = await writeLetters(screening, await signed(screening, sender), readLetterTemplates());
  if (files.length > 0) folderToWrite(folder);
  for (const { name, bytes } of files) writeFileNamed(join(folder, name), bytes);
  const { withheld } = requestsOf(screening, new Set(confirmed));
  const numbers = withheld.map(({ number }) => number).join('、');
  return [
    '',
    ...(files.length === 0
      ? ['没有需要发函的任务。']
      : files.map(({ name }) => `已写入 ${join(folder, name)}`)),
    ...(withheld.length === 0
      ? []
      : [
          `第 ${numbers} 项没有把握或者只见到转述，没有写进函里；人工核对后加 --confirmed ${numbers.replace(/、/gu, ',')} 补进去。`,
        ]),
  ];
}

/** Who signs: as given, as the notice says, as set for this machine, else as answered at the terminal. */
async function signed(screening: Screening, sender: SenderOptions): Promise<SenderOptions> {
  if (senderOf(screening, sender).committee !== null) return sender;
  const set = process.env.QINGDAN_COMMITTEE;
  if (set) return { ...sender, committee: set };
  if (!(process.stdin.isTTY && process.stderr.isTTY)) return sender;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const committee = await terminal.question('函由哪个社区（村）落款？如 珊瑚社区居委会，直接回车则留空：');
    return { ...sender, committee };
  } finally {
    terminal.close();
  }
}

function confirmedNumbers(text: string | undefined, tasks: number): number[] {
  if (text === undefined) return [];
  const numbers = text.split(/[,，、\s]+/u).filter((part) => part !== '');
  for (const number of numbers) {
    if (!/^\d{1,5}$/u.test(number) || Number(number) < 1 || Number(number) > tasks) {
      throw new QingdanError(
        'QD-INPUT',
        `--confirmed 里的「${number}」不是任务的序号，请写 1 到 ${tasks}，用逗号隔开`,
      );
    }
  }
  return numbers.map(Number);
}
