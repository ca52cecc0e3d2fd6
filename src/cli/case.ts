import type { Command } from 'commander';
import { chinaToday } from '#app/assistant.js';
import { sheetOf } from '#app/case-sheets.js';
import {
  CASE_STATES,
  type CaseSource,
  isOpen,
  SOURCE_WORDS,
  STATE_WORDS,
  statisticsOf,
  statusText,
} from '#cases/index.js';
import { QingdanError, shown } from '#errors.js';
import { table } from '#text/table.js';
import { AS_OPTION } from './actor.js';
import { atWindow, type CaseOptions } from './case-counter.js';
import { found, registerCasePapers, writeSheet } from './case-papers.js';
import { caseLines, rowCells } from './case-said.js';
import { statisticsLines } from './case-statistics.js';
import { registerCaseSteps } from './case-steps.js';
import { print, printJson } from './output.js';
import { withStorage } from './storage.js';
import { wholeNumber } from './whole-number.js';

interface NewOptions extends CaseOptions {
  place?: string;
  name?: string;
  phone?: string;
  source: string;
  paper?: true;
  demand?: true;
  out?: string;
}

interface ListOptions extends CaseOptions {
  state?: string;
  open?: true;
  due?: string;
  from?: string;
  to?: string;
  limit: string;
}

/** `qingdan case …`: the one-stop window, from reception to the visit afterwards. */
export function registerCase(program: Command): void {
  const cases = program.command('case').description('一窗接件：诉求和开证明，分流、流转、办理、出件、回访');
  registerNew(cases);
  registerReading(cases);
  registerCaseSteps(cases);
  registerCasePapers(cases);
  registerStatistics(cases);
}

function registerNew(cases: Command): void {
  cases
    .command('new')
    .description('接件：登记一件诉求或开证明的，给出件号、查询码和回执')
    .argument('<要办的事>', '如 "3号楼楼道灯坏了没人修"、"开居住证明"')
    .option('--place <地点>', '在哪里；加密保存')
    .option('--name <称呼>', '怎么称呼；加密保存')
    .option('--phone <电话>', '回访电话；加密保存')
    .option('--source <来源>', Object.values(SOURCE_WORDS).join('、'), SOURCE_WORDS.window)
    .option('--paper', '是开证明的')
    .option('--demand', '是诉求')
    .option('--region <地区>', '哪个社区（区划代码）；默认是自己的')
    .option('--out <文件>', '回执写成 .docx 或 .txt')
    .option(...AS_OPTION)
    .option('--json', '输出 JSON')
    .action(async (text: string, options: NewOptions) => {
      await atWindow(
        options,
        async (counter) => {
          const { actor, storage, window, region } = counter;
          const { place = null, name = null, phone = null } = options;
          const kind = options.paper ? 'paper' : options.demand ? 'demand' : undefined;
          const contact =
            place === null && name === null && phone === null ? {} : { contact: { place, name, phone } };
          const entry = window.entryOf({
            text,
            source: sourceOf(options.source),
            region: region(),
            kind,
            ...contact,
          });
          const stored = await storage.cases.open(entry, window.moment(entry.region), actor);
          if (options.json) printJson(stored);
          else {
            await writeSheet(sheetOf('回执', stored, counter), options.out);
            if (options.out !== undefined) print(`件号 ${stored.number}，查询码 ${stored.code}`);
          }
        },
        { make: true },
      );
    });
}

function registerReading(cases: Command): void {
  cases
    .command('list')
    .description('列出件，最近的在前')
    .option('--state <状态>', `只看一种：${Object.values(STATE_WORDS).join('、')}`)
    .option('--open', '只看没有办结的')
    .option('--due <日期>', '到这一天应办的，YYYY-MM-DD')
    .option('--from <日期>', '从这一天起接的件')
    .option('--to <日期>', '这一天以前接的件')
    .option('--region <地区>', '一个地区和它下面的')
    .option('--limit <行数>', '最多几行，不超过 1000', '50')
    .option(...AS_OPTION)
    .option('--json', '输出 JSON')
    .action(async (options: ListOptions) => {
      await atWindow(options, async ({ actor, storage, region }) => {
        const { due: dueBy, from, to } = options;
        const rows = await storage.cases.list(
          {
            region: options.region === undefined ? undefined : region(),
            states: statesOf(options),
            dueBy,
            from,
            to,
            limit: wholeNumber('--limit', options.limit),
          },
          actor,
        );
        if (options.json) printJson(rows);
        else print(rows.length === 0 ? '没有件。' : table(rows.map(rowCells)));
      });
    });
  cases
    .command('show')
    .description('看一件的全部')
    .argument('<件号>')
    .option('--region <地区>', '几个社区有同样的件号时')
    .option(...AS_OPTION)
    .option('--json', '输出 JSON')
    .action(async (number: string, options: CaseOptions) => {
      await atWindow(options, async (counter) => {
        const stored = await found(number, options, counter);
        if (options.json) printJson(stored);
        else print(caseLines(stored).join('\n'));
      });
    });
  cases
    .command('status')
    .description('凭件号和查询码查办到哪一步，不需要身份')
    .argument('<件号>')
    .argument('<查询码>')
    .option('--json', '输出 JSON')
    .action(async (number: string, code: string, options: { json?: true }) => {
      const status = await withStorage(({ cases: stored }) => stored.status(number, code, chinaToday()));
      if (options.json) printJson(status);
      else print(statusText(status));
    });
}

function registerStatistics(cases: Command): void {
  cases
    .command('stats')
    .description('统计：多少件、哪几类、按时多少、满意多少')
    .option('--from <日期>', '从这一天起接的件')
    .option('--to <日期>', '这一天以前接的件')
    .option('--region <地区>', '一个地区和它下面的')
    .option(...AS_OPTION)
    .option('--json', '输出 JSON')
    .action(async (options: ListOptions) => {
      await atWindow(options, async ({ actor, storage, region }) => {
        const { from, to } = options;
        const filter = { from, to, region: options.region === undefined ? undefined : region() };
        const statistics = statisticsOf(await storage.cases.figures(filter, actor), chinaToday());
        if (options.json) printJson(statistics);
        else print(statisticsLines(statistics).join('\n'));
      });
    });
}

function statesOf({ state, open }: ListOptions): ListStates {
  if (state === undefined) return open ? CASE_STATES.filter((one) => isOpen({ state: one })) : undefined;
  const one = CASE_STATES.find((name) => STATE_WORDS[name] === state);
  if (one !== undefined) return [one];
  throw new QingdanError(
    'QD-INPUT',
    `状态「${shown(state)}」不认识，请用 ${Object.values(STATE_WORDS).join('、')}`,
  );
}

type ListStates = (typeof CASE_STATES)[number][] | undefined;

function sourceOf(word: string): CaseSource {
  const entry = Object.entries(SOURCE_WORDS).find(([, words]) => words === word);
  if (entry !== undefined) return entry[0] as CaseSource;
  throw new QingdanError(
    'QD-INPUT',
    `来源「${shown(word)}」不认识，请用 ${Object.values(SOURCE_WORDS).join('、')}`,
  );
}
