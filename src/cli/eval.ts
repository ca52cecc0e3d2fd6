import type { Command } from 'commander';
import { readTextFile } from '#app/files.js';
import { parseQuestionSet } from '#evaluation/question-set.js';
import { BARS, type Evaluation, evaluate, type Judged } from '#evaluation/report.js';
import { table } from '#text/table.js';
import { currentAssistant } from './knowledge.js';
import { print, printJson } from './output.js';

/** `qingdan eval FILE`: answers labelled questions and compares; exit code 1 when a bar is missed. */
export function registerEval(program: Command): void {
  program
    .command('eval')
    .description('用带标签的问题集检验回答（每行一个 JSON）')
    .argument('<文件>', '格式见 test/evaluation/README.md')
    .option('--json', '输出 JSON')
    .option('--date <日期>', '没有写日期的问题按哪一天回答，YYYY-MM-DD')
    .action(async (file: string, options: { json?: true; date?: string }) => {
      const questions = parseQuestionSet(readTextFile(file).text, file);
      const assistant = await currentAssistant(options.date === undefined ? {} : { today: options.date });
      const evaluation = evaluate(questions, ({ text, role, region, date }) =>
        assistant.decide({ text, role, region, date }),
      );
      if (options.json) printJson(summary(evaluation));
      else print(lines(evaluation).join('\n'));
      if (!evaluation.passed) process.exitCode = 1;
    });
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
  const wrong = judged.filter(isWrong).map(({ question, answer, outcome }) => {
    const said = outcome === 'source' ? `${answer.verdict}，依据不对` : answer.verdict;
    return `  ${question.id} 应为 ${question.verdicts.join('/')}，答成 ${said}（${answer.item?.id ?? answer.explanation.decidedBy ?? '-'}）：${question.text}`;
  });
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
