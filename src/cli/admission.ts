import type { Command } from 'commander';
import { areaLines } from '#admission/area-said.js';
import { decisionDue, unpaidOn } from '#admission/deadlines.js';
import { fullText, MEANS_NAMES, processLines, statusLines, summaryLine } from '#admission/said.js';
import { KEPT_STATES, type KeptState, STATE_NAMES, stateOn } from '#admission/state.js';
import { TRANSITIONS } from '#admission/transitions.js';
import { readAreas } from '#app/areas.js';
import { readProcesses } from '#app/processes.js';
import { areaIn } from '#catalogue/areas.js';
import { toCitation } from '#catalogue/citation.js';
import { findRegion } from '#catalogue/find-region.js';
import { rowById } from '#catalogue/knowledge-base.js';
import { QingdanError, shown } from '#errors.js';
import { chinaDay } from '#text/days.js';
import { table } from '#text/table.js';
import { AS_OPTION } from './actor.js';
import { allAdmissions, atCounter } from './admission-counter.js';
import { registerAdmissionForms } from './admission-forms.js';
import { applicationInput, collect } from './admission-input.js';
import { registerAdmissionSteps } from './admission-steps.js';
import { currentKnowledge } from './knowledge.js';
import { print, printJson } from './output.js';

/** `qingdan admission …`: 社区工作准入, from the application to its end. */
export function registerAdmission(program: Command): void {
  const admission = program.command('admission').description('社区工作准入：申请、审核、决定、登记');
  registerProcess(admission);
  registerNew(admission);
  registerAdmissionSteps(admission);
  registerShow(admission);
  registerList(admission);
  registerUnpaid(admission);
  registerDue(admission);
  registerAdmissionForms(admission);
}

function registerProcess(admission: Command): void {
  admission
    .command('process')
    .description('一个地区的准入程序：步骤、由谁办、时限和依据')
    .option('--region <地区>', '默认全国；也可以写长三角这样的几省合称')
    .option('--json', '输出 JSON')
    .action(async ({ region, json }: { region?: string; json?: true }) => {
      const kb = await currentKnowledge();
      const area = region === undefined ? null : areaIn(readAreas(), region);
      const isDivision = region !== undefined && kb.regions.lookedUp(region.trim()).length > 0;
      if (area !== null && !isDivision) {
        const lines = areaLines(area, readProcesses(kb).all, kb, chinaDay(Date.now()));
        if (json) printJson({ area: area.name, regions: area.regions, lines });
        else print(lines.join('\n'));
        return;
      }
      const at = region === undefined ? undefined : findRegion(kb.regions, region);
      const process = readProcesses(kb).of(at);
      if (json) return printJson(process);
      const citationOf = (id: string) => {
        const row = rowById(kb, id);
        return row === undefined ? null : toCitation(row);
      };
      print(processLines(process, citationOf).join('\n'));
    });
}

function registerNew(admission: Command): void {
  admission
    .command('new')
    .description('新建申请（草稿），给出编号')
    .requiredOption('--region <地区>', '在哪个地区实施，如 重庆市渝北区')
    .option('--file <文件>', '填好的申请表（.docx、.xlsx，或栏目为键的 .yaml）')
    .option('--set <栏目=内容>', '填一个栏目，如 事项名称=楼道巡查，可写多次', collect)
    .option('--submit', '同时提交')
    .option('--json', '输出 JSON')
    .option(...AS_OPTION)
    .action(
      async (options: {
        region: string;
        file?: string;
        set?: string[];
        submit?: true;
        json?: true;
        as?: string;
      }) => {
        const application = await applicationInput(options.file, options.set ?? []);
        await atCounter(
          options.as,
          async ({ actor, desk, kb, at, today }) => {
            const region = findRegion(kb.regions, options.region);
            let made = await desk.open(actor, region, application, at);
            if (options.submit) made = await desk.apply(actor, made.id, { type: 'submit' }, at);
            if (options.json) printJson(made);
            else if (options.submit) print(fullText(made, desk.processOf(made), today));
            else print(statusLines(made, desk.processOf(made), today).join('\n'));
          },
          { make: true },
        );
      },
    );
}

function registerShow(admission: Command): void {
  admission
    .command('show')
    .description('一件申请的全部情况')
    .argument('<编号>')
    .option('--history', '逐步列出谁在什么时候做了什么')
    .option('--json', '输出 JSON')
    .option(...AS_OPTION)
    .action(async (number: string, { history, json, as }: { history?: true; json?: true; as?: string }) => {
      await atCounter(as, async ({ actor, admissions, desk, today }) => {
        const found = await admissions.find(actor, number);
        const events = history ? await admissions.history(actor, found.id) : [];
        if (json) return printJson(history ? { ...found, history: events } : found);
        const lines = events.map(
          ({ day, actorName, event }) =>
            `${day} ${actorName} ${event.type === 'create' ? '新建' : TRANSITIONS[event.type].name}`,
        );
        print([fullText(found, desk.processOf(found), today), ...lines].join('\n'));
      });
    });
}

function registerList(admission: Command): void {
  admission
    .command('list')
    .description('列出可以查看的申请，新的在前')
    .option('--region <地区>')
    .option(
      '--state <状态>',
      `状态：${KEPT_STATES.map((state) => `${state}（${STATE_NAMES[state]}）`).join('、')}`,
    )
    .option('--json', '输出 JSON')
    .option(...AS_OPTION)
    .action(async (options: { region?: string; state?: string; json?: true; as?: string }) => {
      await atCounter(options.as, async (counter) => {
        const region =
          options.region === undefined ? undefined : findRegion(counter.kb.regions, options.region).code;
        const states = options.state === undefined ? undefined : [stateNamed(options.state)];
        const found = await allAdmissions(counter, { region, states });
        if (options.json) return printJson(found);
        print(
          found.length === 0 ? '没有申请' : found.map((one) => summaryLine(one, counter.today)).join('\n'),
        );
      });
    });
}

function stateNamed(text: string): KeptState {
  const state = KEPT_STATES.find((one) => one === text || STATE_NAMES[one] === text);
  if (state !== undefined) return state;
  throw new QingdanError('QD-INPUT', `状态「${shown(text)}」不认识，请用 ${KEPT_STATES.join('、')} 之一`);
}

function registerUnpaid(admission: Command): void {
  admission
    .command('unpaid')
    .description('已经实施、答应的经费或人员还没有到位的事项')
    .option('--json', '输出 JSON')
    .option(...AS_OPTION)
    .action(async ({ json, as }: { json?: true; as?: string }) => {
      await atCounter(as, async (counter) => {
        const found = (await allAdmissions(counter, { states: ['admitted', 'revoked'] })).flatMap((one) =>
          unpaidOn(one, counter.today).map((unpaid) => ({ admission: one, ...unpaid })),
        );
        if (json) {
          return printJson(found.map(({ admission: { number }, ...rest }) => ({ number, ...rest })));
        }
        const rows = found.map(({ admission: { number, application }, means, promised, due, missing }) => [
          number,
          application.task ?? '',
          application.department ?? '',
          MEANS_NAMES[means],
          promised.what,
          due,
          missing === null ? '没有登记到位' : `还差${missing}元`,
        ]);
        print(
          rows.length === 0
            ? '答应的经费和人员都已到位，或者还没有到期'
            : table([['编号', '事项', '部门', '保障', '承诺', '应到位', '情况'], ...rows]),
        );
      });
    });
}

function registerDue(admission: Command): void {
  admission
    .command('due')
    .description('还没有决定的申请和决定期限（工作日）')
    .option(...AS_OPTION)
    .action(async ({ as }: { as?: string }) => {
      await atCounter(as, async (counter) => {
        const waiting = await allAdmissions(counter, { states: ['submitted', 'reviewed', 'met'] });
        const rows = waiting.map((one) => {
          const due = decisionDue(one, counter.desk.processOf(one));
          const late = due !== null && due.day < counter.today ? '已超期' : '';
          return [
            one.number,
            one.application.task ?? '',
            STATE_NAMES[stateOn(one, counter.today)],
            due?.day ?? '没有规定',
            late,
          ];
        });
        print(
          rows.length === 0
            ? '没有等待决定的申请'
            : table([['编号', '事项', '状态', '决定期限', ''], ...rows]),
        );
      });
    });
}
