import type { Command } from 'commander';
import { readTextFile } from '#app/files.js';
import { QingdanError } from '#errors.js';
import { type LabelledQuestion, parseQuestionSet } from '#evaluation/question-set.js';
import { BARS, type Evaluation, evaluate, type Judged } from '#evaluation/report.js';
import { table } from '#text/table.js';
import { currentAssistant } from './knowledge.js';
import { print, printJson } from './output.js';
import { ifStored } from './storage.js';

/**
 * `qingdan eval [FILE]`: answers labelled questions and compares; exit code 1 when a bar is missed. Without a file, the
 * questions that the office keeps: each has to be right.
 */
export function registerEval(program: Command): void {
  program
    .command('eval')
    .description('用带标签的问题集检验回答（每行一个 JSON）；不写文件时，检验本单位留存的问题（review keep）')
    .argument('[文件]', '格式见 test/evaluation/README.md')
    .option('--json', '输出 JSON')
    .option('--date <日期>', '没有写日期的问题按哪一天回答，YYYY-MM-DD')
    .action(async (file: string | undefined, options: { json?: true; date?: string }) => {
      const questions =
        file === undefined ? await keptQuestions() : parseQuestionSet(readTextFile(file).text, file);
      const assistant = await currentAssistant(options.date === undefined ? {} : { today: options.date });
      const answered = evaluate(questions, ({ text, role, region, date }) =>
        assistant.decide({ text, role, region, date }),
      );
      const evaluation = file === undefined ? { ...answered, passed: isAllRight(answered) } : answered;
      if (options.json) printJson(summary(evaluation));
      else print((file === undefined ? keptLines(evaluation) : lines(evaluation)).join('\n'));
      if (!evaluation.passed) process.exitCode = 1;
    });
}

/** The questions that the office keeps, of all regions. @throws QingdanError QD-EMPTY where there are none */
async function keptQuestions(): Promise<LabelledQuestion[]> {
  const kept = (await ifStored(({ keptQuestions }) => keptQuestions.all())) ?? [];
  if (kept.length === 0) {
    throw new QingdanError('QD-EMPTY', '还没有留存问题，请写问题集文件，或先用 qingdan review keep 留存');
  }
  return kept.map(({ id, text, role, region, expected, row }) => ({
    id,
    text,
    role: role ?? undefined,
    region: region ?? undefined,
    expected: [...expected],
    verdicts: expected,
    items: row === null ? undefined : [row],
  }));
}

const isAllRight = ({ total }: Evaluation): boolean => total.right === total.n;

function keptLines({ total, judged }: Evaluation): string[] {
  const amiss = judged.filter(({ outcome }) => outcome !== 'right');
  return [
    `本单位留存的问题 ${total.n} 题，答对 ${total.right} 题。`,
    ...amiss.map(({ question, answer, outcome }) => `  ${wrongWords(question, answer, outcome)}`),
  ];
}

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

function summary(evaluation: Evaluation) {
  const { classes, total, wrongShare, offTopicAnswered, rightOfListed, passed } = evaluation;
  return {
    total,
    classes,
    wrongShare,
    offTopicAnswered,
    rightOfListed,
    passed,
    bars: BARS,
    wrong: evaluation.judged.filter(isWrong).map(({ question, answer }) => ({
      id: question.id,
      text: question.text,
      expected: question.verdicts,
      verdict: answer.verdict,
      item: answer.item?.id ?? answer.explanation.decidedBy,
    })),
  };
}

const isWrong = ({ outcome }: Judged) => outcome === 'wrong' || outcome === 'source';

function lines(evaluation: Evaluation): string[] {
  const { classes, total, judged } = evaluation;
  const rows = [...classes, total].map(({ name, n, right, wrong, abstained }) => [
    name,
    String(n),
    String(right),
    String(wrong),
    String(abstained),
  ]);
  const wrong = judged
    .filter(isWrong)
    .map(({ question, answer, outcome }) => `  ${wrongWords(question, answer, outcome)}`);
  const bar = (name: string, share: number, mark: string, limit: number, met: boolean) =>
    `${name} ${percent(share)}（要求 ${mark} ${percent(limit)}）${met ? '' : ' 未达到'}`;
  return [
    table([['类别', '题数', '答对', '答错', '未答'], ...rows]),
    '',
    bar('答错', evaluation.wrongShare, '≤', BARS.wrong, evaluation.wrongShare <= BARS.wrong),
    bar(
      '无关问题给出判定',
      evaluation.offTopicAnswered,
      '≤',
      BARS.offTopicAnswered,
      evaluation.offTopicAnswered <= BARS.offTopicAnswered,
    ),
    bar(
      '清单内一次答对',
      evaluation.rightOfListed,
      '≥',
      BARS.rightOfListed,
      evaluation.rightOfListed >= BARS.rightOfListed,
    ),
    ...(wrong.length === 0 ? [] : ['', `答错 ${wrong.length} 题：`, ...wrong]),
  ];
}

function wrongWords(
  { id, verdicts, text }: LabelledQuestion,
  { verdict, item, explanation }: Judged['answer'],
  outcome: Judged['outcome'],
): string {
  const said = outcome === 'source' ? `${verdict}，依据不对` : verdict;
  return `${id} 应为 ${verdicts.join('/')}，答成 ${said}（${item?.id ?? explanation.decidedBy ?? '-'}）：${text}`;
}
