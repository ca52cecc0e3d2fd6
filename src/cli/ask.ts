import type { Command } from 'commander';
import type { Answer } from '#answer/index.js';
import type { Assistant } from '#app/assistant.js';
import { QingdanError, shown } from '#errors.js';
import { type Question, ROLES, type Role } from '#ruling/index.js';
import { currentAssistant } from './knowledge.js';
import { print, printTrace } from './output.js';
import { parseQuestionLine } from './question-line.js';

interface AskOptions {
  json?: true;
  trace?: true;
  region?: string;
  date?: string;
  role?: string;
}

/** `qingdan ask`: one question from the command line, or one per line from standard input. */
export function registerAsk(program: Command): void {
  program
    .command('ask')
    .description('问一件事、一张证明归不归社区；问题写成 - 时从标准输入逐行读取')
    .argument('<问题>', '如 "社区能开无犯罪记录证明吗"')
    .option('--json', '每个回答输出一行 JSON')
    .option('--trace', '不回答，而是逐步写出怎样读、怎样判、怎样答（YAML；加 --json 为 JSON）')
    .option('--region <地区>', '所在地区，如 重庆市、重庆市南岸区')
    .option('--date <日期>', '按哪一天有效的规定回答，YYYY-MM-DD')
    .option('--role <身份>', `谁在问：${ROLES.join('、')}`)
    .action(async (text: string, options: AskOptions) => {
      const given = { region: options.region, date: options.date, role: roleOf(options.role) };
      const assistant = await currentAssistant();
      if (options.trace) printTrace(assistant.trace({ text, ...given }), options.json);
      else if (text === '-') await answerLines(assistant, given, options.json === true);
      else {
        const answer = assistant.decide({ text, ...given });
        print(options.json ? JSON.stringify(answer) : readable(answer));
      }
    });
}

function roleOf(role: string | undefined): Role | undefined {
  if (role === undefined || (ROLES as readonly string[]).includes(role)) return role as Role | undefined;
  throw new QingdanError('QD-INPUT', `身份「${shown(role)}」不认识，请用 ${ROLES.join('、')} 之一`);
}

function readable(answer: Answer): string {
  return answer.text;
}

/** Answers line by line, in order; a bad line is reported in its place and the rest goes on. */
async function answerLines(
  assistant: Assistant,
  given: Omit<Question, 'text'>,
  json: boolean,
): Promise<void> {
  let line = 0;
  for await (const text of linesOf(process.stdin)) {
    line++;
    try {
      const answer = assistant.decide({ ...given, ...parseQuestionLine(text) });
      print(json ? JSON.stringify(answer) : `【${line}】${answer.question}\n${readable(answer)}\n`);
    } catch (error) {
      if (!(error instanceof QingdanError)) throw error;
      process.exitCode = error.exitCode;
      const fault = { line, error: { code: error.code, message: error.message } };
      print(json ? JSON.stringify(fault) : `【${line}】错误 ${error.code}：${error.message}\n`);
    }
  }
}

/** Lines of a stream, without line ends; the last one counts when it isn't empty. */
async function* linesOf(stream: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const chunk of stream) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() as string;
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
