/**
 * `npm run measure:imported -- WORKBOOK QUESTIONS [--matters FILE] [--region R] [--day D] [--rows]`: imports an office's
 * workbook as `kb import` does, with nobody choosing, and asks questions of it (docs/MEASURING.md). Prints how many rows
 * are left to choose and, with --matters, how many are joined rightly; how many questions are answered from the office's
 * own rows with the right verdict, and whatever isn't. Exit code 1 when a bar is missed.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readMatters } from '#app/matters.js';
import { QingdanError } from '#errors.js';
import { joinReport } from '#importing/joining/join-report.js';
import { table } from '#text/table.js';
import {
  askAll,
  importWorkbook,
  type JudgedAnswer,
  type JudgedJoin,
  judgeJoins,
} from './imported/measure.js';
import { parseMarkedRows, parseRowQuestions } from './imported/set.js';

/** Rows left to choose, in 70; share of questions answered from the own rows; wrong answers, in 65. */
const BARS = { open: 10 / 70, own: 0.85, wrong: 3 / 65 } as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    matters: { type: 'string' },
    region: { type: 'string' },
    day: { type: 'string', default: '2026-11-27' },
    rows: { type: 'boolean', default: false },
  },
});
const [workbook, asked] = positionals;
if (workbook === undefined || asked === undefined) {
  throw new QingdanError('QD-INPUT', '请写清单文件和问题文件（每行 {"text","row","expect"}）');
}
const { matters, region, day: today } = values;
const questions = parseRowQuestions(readFileSync(asked, 'utf8'), asked);
const marked = matters === undefined ? [] : parseMarkedRows(readFileSync(matters, 'utf8'), matters);
const imported = await importWorkbook(readFileSync(workbook), basename(workbook), { region, today });
const joinsHold = printJoins(judgeJoins(imported.joins, marked));
const answersHold = printAnswers(askAll(imported, questions));
console.log(joinsHold && answersHold ? 'all bars hold' : 'A BAR IS MISSED');
if (!(joinsHold && answersHold)) process.exitCode = 1;

function printJoins(judged: readonly JudgedJoin[]): boolean {
  const of = (outcome: JudgedJoin['outcome']) => judged.filter((one) => one.outcome === outcome);
  if (values.rows) console.log(table(joinReport(imported.joins, readMatters()).table));
  for (const { join, outcome } of judged) {
    if (outcome !== 'wrong' && outcome !== 'open') continue;
    const near = join.proposals
      .slice(0, 3)
      .map(({ matter, confidence }) => `${matter} ${confidence.toFixed(2)}`);
    console.log(`${outcome}\t${join.name}\t${join.matter ?? ''}\t${near.join(' ')}`);
  }
  const [open, wrong] = [of('open').length, of('wrong').length];
  console.log(
    `${judged.length} rows: ${judged.length - open} joined, ${open} left to choose` +
      (marked.length > 0 ? `; joined rightly ${of('right').length}, wrongly ${wrong}` : ''),
  );
  return open <= BARS.open * judged.length && wrong === 0;
}

function printAnswers(judged: readonly JudgedAnswer[]): boolean {
  const count = (...answered: JudgedAnswer['answered'][]) =>
    judged.filter((one) => answered.includes(one.answered)).length;
  for (const { question, answer, answered } of judged) {
    if (answered === 'row' || answered === 'own') continue;
    const came = `${answer.verdict} ${answer.item?.name ?? answer.choices.map(({ label }) => label).join('/')}`;
    console.log(`${answered}\t${question.text}\t${question.expect.join('|')} ${question.row}\t${came}`);
  }
  const own = count('row', 'own');
  console.log(
    `${judged.length} questions: right from an own row ${own} (the very row ${count('row')}), right from elsewhere ` +
      `${count('other')}, asked back or told nothing ${count('silent')}, wrong ${count('wrong')}`,
  );
  return own >= BARS.own * judged.length && count('wrong') <= BARS.wrong * judged.length;
}
