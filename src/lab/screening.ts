/**
 * `npm run measure:screening -- [FOLDER…] [--verbose] [--approve]`: screens the project's marked notices
 * (test/evaluation/notices, and its blind part) and prints recall and precision of task phrases, the share of right
 * verdicts, and the time for a notice of 20,000 characters, against the bars, and compares the project's own with the
 * approved screenings; `--approve` writes them as approved. Exit code 1 when a bar is missed or a screening differs.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openAssistant } from '#app/assistant.js';
import { packagePath, readTextFile } from '#app/files.js';
import { goldenDifferences } from '#evaluation/golden.js';
import { type GoldenNotice, goldenNoticeOf, goldenNoticesText } from '#evaluation/golden-notices.js';
import { type Compared, compareMarks, parseMarkedNotice } from './marked-notice.js';

/** The day the notices are judged on, so that the figures don't change with the calendar. */
const DAY = '2026-11-23';
const BARS = { recall: 0.9, precision: 0.9, verdict: 0.85, milliseconds: 1000 } as const;
const LENGTH = 20_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    verbose: { type: 'boolean', default: false },
    approve: { type: 'boolean', default: false },
  },
});
const { screener } = openAssistant({ today: DAY });
const own = packagePath('test', 'evaluation', 'notices');
const folders = positionals.length > 0 ? positionals : [own, join(own, 'blind')];

let missed = false;
const texts: string[] = [];
const screened: GoldenNotice[] = [];
for (const folder of folders) measure(folder);
if (positionals.length === 0) compareWithApproved();
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
    const screening = screener.screen(text, { source: name, region });
    const { tasks } = screening;
    screened.push(goldenNoticeOf(name, screening));
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

function compareWithApproved(): void {
  const approved = packagePath('test', 'evaluation', 'notices.golden.jsonl');
  const now = goldenNoticesText(screened);
  if (values.approve) writeFileSync(approved, now);
  const differences = goldenDifferences(readFileSync(approved, 'utf8'), now);
  if (differences.length > 0) missed = true;
  console.log(`\nscreenings that differ from the approved ones: ${differences.length}`);
  for (const line of differences) console.log(`  ${line.slice(0, line.indexOf(':'))}`);
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
