/**
 * `node dist/measure/screening.js [FOLDER…] [--verbose]`: screens the project's marked notices (test/evaluation/notices,
 * and its blind part) and prints recall and precision of task phrases, the share of right verdicts, and the time for a
 * notice of 20,000 characters, against the bars. Exit code 1 when a bar is missed.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openAssistant } from '../app/assistant.js';
import { packagePath, readTextFile } from '../app/files.js';
import { openScreener } from '../app/screener.js';
import { type Compared, compareMarks, parseMarkedNotice } from './marked-notice.js';

/** The day the notices are judged on, so that the figures don't change with the calendar. */
const DAY = '2026-11-23';
const BARS = { recall: 0.9, precision: 0.9, verdict: 0.85, milliseconds: 1000 } as const;
const LENGTH = 20_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean', default: false } },
});
const assistant = openAssistant({ today: DAY });
const screener = openScreener(assistant, DAY);
const own = packagePath('test', 'evaluation', 'notices');
const folders = positionals.length > 0 ? positionals : [own, join(own, 'blind')];

let missed = false;
const texts: string[] = [];
for (const folder of folders) measure(folder);
time();
if (missed) process.exitCode = 1;

function measure(folder: string): void {
  const sum = { marked: 0, found: 0, hits: 0, right: 0 };
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort();
  for (const name of names) {
    const { text, region, marks } = parseMarkedNotice(readTextFile(join(folder, name)));
    texts.push(text);
    const { tasks } = screener.screen(text, { source: name, region });
    const compared = compareMarks(marks, tasks);
    sum.marked += marks.length;
    sum.found += tasks.length;
    sum.hits += compared.hits.length;
    sum.right += compared.hits.filter((hit) => hit.right).length;
    if (values.verbose) show(name, compared);
  }
  console.log(`\n${folder}: ${names.length} notices, ${sum.marked} marked tasks, ${sum.found} found`);
  bar('recall of task phrases', sum.hits / sum.marked, BARS.recall);
  bar('precision of task phrases', sum.hits / sum.found, BARS.precision);
  bar('verdict right, of the found', sum.right / sum.hits, BARS.verdict);
}

function bar(name: string, share: number, least: number): void {
  const held = share >= least;
  if (!held) missed = true;
  console.log(`${name} ${(share * 100).toFixed(1)} % (bar ${least * 100} %)${held ? '' : ' MISSED'}`);
}

/** A long notice made of the project's own, one behind the other. */
function time(): void {
  let long = '';
  // Without dates alone on their line, which would end the notice.
  const [first = ''] = texts;
  const body = texts.join('\n').replace(/^\d{4}年\d{1,2}月\d{1,2}日$/gmu, '');
  long = first.replace(/^\d{4}年.*$/gmu, '');
  while (long.length < LENGTH) long += body;
  screener.screen(long.slice(0, LENGTH), { source: 'warm' });
  const start = performance.now();
  const { tasks } = screener.screen(long.slice(0, LENGTH), { source: 'timed' });
  const milliseconds = performance.now() - start;
  if (milliseconds >= BARS.milliseconds) missed = true;
  console.log(
    `\n${LENGTH} characters, ${tasks.length} tasks: ${milliseconds.toFixed(0)} ms (bar ${BARS.milliseconds} ms)`,
  );
}

function show(name: string, { hits, missed: lost, extra }: Compared): void {
  console.log(`\n== ${name}`);
  for (const { mark, task, right } of hits) {
    if (!right)
      console.log(
        `  VERDICT ${mark.phrase} → ${task.verdict} ${task.item?.name ?? task.demand ?? task.candidates.join('/')} (marked ${mark.accepted.join('/')})`,
      );
  }
  for (const mark of lost) console.log(`  MISSED  ${mark.phrase}`);
  for (const task of extra) console.log(`  EXTRA   ${task.phrase}`);
}
