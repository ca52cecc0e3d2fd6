import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { knowledgeFolder, readTextFile } from '../app/files.js';
import { QingdanError, shown } from '../errors.js';
import { createScreener, parseScreeningLexicon } from '../screening/index.js';
import {
  reportFormatOf,
  terminalRows,
  terminalSuggestions,
  terminalSummary,
  writeReport,
} from '../screening/report/index.js';
import type { Screening } from '../screening/screening.js';
import { print, printJson } from './output.js';
import { table } from './table.js';

interface ScreenCommandOptions {
  json?: true;
  out?: string;
  region?: string;
  date?: string;
}

/** Longest phrase shown in the terminal's table, in characters. */
const SHOWN_PHRASE = 30;

/** `qingdan screen`: a whole notice, task by task. */
export function registerScreen(program: Command): void {
  program
    .command('screen')
    .description('研判一份通知：逐项看哪些任务该不该由社区承担')
    .argument('<文件>', '.docx、.pdf、.txt 文件；写成 - 时从标准输入读取文字')
    .option('--json', '输出 JSON')
    .option('--out <文件>', '把报告写成 .xlsx、.docx 或 .md')
    .option('--region <地区>', '所在地区，如 重庆市；不写时看通知的标题和落款')
    .option('--date <日期>', '按哪一天有效的规定研判，YYYY-MM-DD')
    .action(async (file: string, options: ScreenCommandOptions) => {
      const format = options.out === undefined ? undefined : reportFormatOf(options.out);
      const { text, source } = await textOf(file);
      const screening = await screen(text, source, options);
      if (format !== undefined && options.out !== undefined) {
        write(options.out, await writeReport(screening, format));
      }
      if (options.json) printJson(contract(screening));
      else print(lines(screening, options.out).join('\n'));
    });
}

async function screen(
  text: string,
  source: string,
  { region, date }: ScreenCommandOptions,
): Promise<Screening> {
  const { chinaToday, openAssistant } = await import('../app/assistant.js');
  const today = chinaToday();
  const assistant = openAssistant({ today });
  const lexicon = parseScreeningLexicon(
    readTextFile(join(knowledgeFolder(), 'lexicon', 'screening.yaml'), 'lexicon/screening.yaml'),
  );
  const screener = createScreener({ decider: assistant, kb: assistant.kb, lexicon, today });
  return screener.screen(text, { source, region, date });
}

async function textOf(file: string): Promise<{ text: string; source: string }> {
  const { readText } = await import('../documents/text.js');
  if (file === '-') {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
    return { text: new TextDecoder('utf-8').decode(Buffer.concat(chunks)), source: '标准输入' };
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(readFileSync(file));
  } catch (cause) {
    throw new QingdanError('QD-FILE', `读不了文件「${shown(file)}」，请检查路径和权限`, { cause });
  }
  const name = basename(file);
  return { text: (await readText(bytes, name)).text, source: name };
}

function write(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (cause) {
    throw new QingdanError('QD-FILE', `写不了文件「${shown(file)}」，请检查文件夹和权限`, { cause });
  }
}

/** The published object first, what else is known behind it. */
function contract({ title, source, tasks, skipped, ...rest }: Screening): Record<string, unknown> {
  return { title, source, tasks, skipped, ...rest };
}

function lines(screening: Screening, out: string | undefined): string[] {
  const found = screening.tasks.length > 0;
  return [
    ...terminalSummary(screening),
    '',
    ...(found
      ? [table(terminalRows(screening, SHOWN_PHRASE)), '', '怎么办：', ...terminalSuggestions(screening)]
      : ['没有找到交给社区的任务。']),
    ...(out === undefined ? [] : ['', `报告已写入 ${out}`]),
  ];
}
