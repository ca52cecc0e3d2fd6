import { basename } from 'node:path';
import type { Command } from 'commander';
import type { Screening } from '#answer/index.js';
import {
  reportFormatOf,
  screeningLines,
  screeningTable,
  terminalSummary,
  writeReport,
} from '#answer/report/index.js';
import { plainText } from '#documents/content.js';
import { decodeText } from '#documents/encoding.js';
import { table } from '#text/table.js';
import { readWithProgress } from './import-file.js';
import { currentAssistant } from './knowledge.js';
import { type LetterCommandOptions, withLetterOptions, writeLetterFiles } from './letters.js';
import { print, printJson, printTrace } from './output.js';
import { writeFileNamed } from './output-file.js';
import { createProgressBar } from './progress-bar.js';
import { isMany, screenMany } from './screen-many.js';

interface ScreenCommandOptions extends LetterCommandOptions {
  json?: true;
  trace?: true;
  out?: string;
  region?: string;
  date?: string;
}

/** `qingdan screen`: a whole notice, task by task. */
export function registerScreen(program: Command): void {
  const command = program
    .command('screen')
    .description('研判一份通知：逐项看哪些任务该不该由社区承担')
    .argument(
      '<文件>',
      '.docx、.doc、.wps、.pdf、.ofd、.rtf、.odt、.eml、.txt 文件；文件夹或 .zip 时全部研判；写成 - 时从标准输入读取文字',
    )
    .option('--json', '输出 JSON')
    .option('--trace', '不出报告，而是逐步写出怎样读、怎样判（YAML；加 --json 为 JSON）')
    .option('--out <文件>', '把报告写成 .xlsx、.docx 或 .md')
    .option('--region <地区>', '所在地区，如 重庆市；不写时看通知的标题和落款')
    .option('--date <日期>', '按哪一天有效的规定研判，YYYY-MM-DD');
  withLetterOptions(command).action(async (file: string, options: ScreenCommandOptions) => {
    if (isMany(file)) return screenMany(file, options);
    const format = options.out === undefined ? undefined : reportFormatOf(options.out);
    const { text, source } = await textOf(file);
    if (options.trace) {
      const { screener } = await currentAssistant();
      const { region, date } = options;
      printTrace(screener.trace(text, { source, region, date }), options.json);
      return;
    }
    const screening = await screen(text, source, options);
    if (format !== undefined && options.out !== undefined) {
      writeFileNamed(options.out, await writeReport(screening, format));
    }
    const letters = await writeLetterFiles(screening, options);
    if (options.json) printJson(contract(screening));
    else print([...lines(screening, options.out), ...letters].join('\n'));
  });
}

async function screen(
  text: string,
  source: string,
  { region, date }: ScreenCommandOptions,
): Promise<Screening> {
  const { chinaToday } = await import('#app/assistant.js');
  const today = chinaToday();
  const { screener } = await currentAssistant({ today });
  const bar = createProgressBar();
  try {
    const steps = screener.steps(text, { source, region, date });
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      bar.update('正在研判', step.value.done, step.value.total);
      // Lets the bar be drawn and Ctrl-C be heard.
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    bar.end();
  }
}

async function textOf(file: string): Promise<{ text: string; source: string }> {
  if (file !== '-') return { text: plainText(await readWithProgress(file)), source: basename(file) };
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return { text: decodeText(Buffer.concat(chunks)), source: '标准输入' };
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
      ? [table(screeningTable(screening)), '', '怎么办：', ...screeningLines(screening).suggestions]
      : ['没有找到交给社区的任务。']),
    ...(out === undefined ? [] : ['', `报告已写入 ${out}`]),
  ];
}
