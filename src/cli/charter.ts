import { basename } from 'node:path';
import type { Command } from 'commander';
import { chinaToday } from '#app/assistant.js';
import { readCharterRules } from '#app/lexicon.js';
import {
  charterDocx,
  charterMarkdown,
  findingLines,
  procedureLines,
  reviewCharter,
  summaryLine,
} from '#charter/index.js';
import { plainText } from '#documents/content.js';
import { QingdanError, shown } from '#errors.js';
import { checkDay } from '#text/days.js';
import { readWithProgress } from './import-file.js';
import { print, printJson } from './output.js';
import { writeFileNamed } from './output-file.js';

interface CharterOptions {
  json?: true;
  out?: string;
  date?: string;
}

/** `qingdan charter`: 村规民约 or 居民公约, clause by clause against law. */
export function registerCharter(program: Command): void {
  program
    .command('charter')
    .description('审查村规民约、居民公约：逐条看有没有同法律抵触，程序和备案写了没有')
    .argument('<文件>', '.docx、.doc、.wps、.pdf、.ofd、.rtf、.odt、.txt 文件')
    .option('--json', '输出 JSON')
    .option('--out <文件>', '把审查意见写成 .docx 或 .md')
    .option('--date <日期>', '按哪一天有效的法律，YYYY-MM-DD')
    .action(async (file: string, { json, out, date }: CharterOptions) => {
      if (out !== undefined && !/\.(?:docx|md)$/iu.test(out)) {
        throw new QingdanError('QD-INPUT', `「${shown(basename(out))}」的格式不认识，请用 .docx 或 .md 结尾`);
      }
      const text = plainText(await readWithProgress(file));
      const review = reviewCharter(
        text,
        readCharterRules(),
        date === undefined ? chinaToday() : checkDay(date),
      );
      if (out !== undefined) {
        const isMarkdown = out.toLowerCase().endsWith('.md');
        writeFileNamed(
          out,
          isMarkdown ? new TextEncoder().encode(charterMarkdown(review)) : await charterDocx(review),
        );
      }
      if (json) printJson({ ...review });
      else {
        const found = findingLines(review, review.findings.length);
        print(
          [
            summaryLine(review),
            ...(found.length === 0 ? [] : ['', ...found]),
            '',
            ...procedureLines(review),
            ...(out === undefined ? [] : ['', `审查意见已写入 ${out}`]),
          ].join('\n'),
        );
      }
    });
}
