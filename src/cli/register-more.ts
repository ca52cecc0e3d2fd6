import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { type Answer, sectionsOf } from '#answer/index.js';
import { readRegisterFacts } from '#app/register-facts.js';
import { toOfficialDocx } from '#documents/official-docx.js';
import { writeWorkbook } from '#documents/write.js';
import { QingdanError } from '#errors.js';
import { assessmentPlan } from '#registers/assessment-plan.js';
import { regionOfCode } from '#registers/places.js';
import { planTables } from '#registers/plan-said.js';
import { agreementDraft, purchaseForm } from '#registers/purchase.js';
import { sharedFieldRows } from '#registers/said.js';
import { askedBySeveral, askedFields } from '#registers/shared-fields.js';
import { takeoverOf } from '#registers/takeover.js';
import { takeoverLines } from '#registers/takeover-said.js';
import { table } from '#text/table.js';
import { currentAssistant } from './knowledge.js';
import { print, printJson } from './output.js';
import { AS, allEntries, atDesk, type DeskOptions, REGION, writeOut } from './register-desk.js';
import { wholeNumber } from './whole-number.js';

/** Verdicts under which a task is the community's own, so that nobody has to buy it. */
const OWN: ReadonlySet<string> = new Set(['autonomy', 'may-certify']);

/** `qingdan register fields shared`: what several bodies ask for, and who has it. */
export function registerRegisterFields(command: Command): void {
  command
    .command('shared')
    .description('几个单位都要的数据项：一次采集、多方共享')
    .option(...AS)
    .option(...REGION)
    .option('--all', '只有一个单位要的也列出')
    .option('--out <文件>', '写成 .xlsx')
    .option('--json', '输出 JSON')
    .action(async (options: DeskOptions & { all?: true; out?: string; json?: true }) => {
      const asked = await atDesk(options, async (desk) => {
        const { region } = desk;
        const forms = await allEntries(desk, { kind: 'forms', region });
        const fields = await allEntries(desk, { kind: 'fields', region });
        return askedFields(forms, fields, readRegisterFacts().fieldNames);
      });
      const shown = options.all ? asked : askedBySeveral(asked);
      const rows = sharedFieldRows(shown);
      if (options.out !== undefined)
        writeOut(options.out, await writeWorkbook([{ name: '数据项共享', rows }]));
      if (options.json) printJson(shown);
      else print(shown.length === 0 ? '没有几个单位都要的数据项。' : table(rows));
    });
}

/** `qingdan register plans merged`: a district's assessments of a year put together. */
export function registerRegisterPlan(command: Command): void {
  command
    .command('merged')
    .description('一揽子综合考评：一年的考核评比并在一起，前后各几项')
    .requiredOption('--year <年度>', '哪一年')
    .option(...AS)
    .option(...REGION)
    .option('--out <文件>', '写成 .xlsx')
    .option('--json', '输出 JSON')
    .action(async (options: DeskOptions & { year: string; out?: string; json?: true }) => {
      const year = wholeNumber('--year', options.year);
      const plan = await atDesk(options, async (desk) => {
        const { region } = desk;
        const assessments = await allEntries(desk, { kind: 'assessments', region });
        return assessmentPlan(assessments, await allEntries(desk, { kind: 'plans', region }), year);
      });
      const tables = planTables(plan);
      if (options.out !== undefined) writeOut(options.out, await writeWorkbook(tables));
      if (options.json) printJson(plan);
      else for (const { name, rows } of tables) print(`${name}\n${rows.length > 1 ? table(rows) : '没有'}\n`);
    });
}

/** `qingdan register organisations offer 任务`: whether social organisations can take it over, with the drafts. */
export function registerRegisterTakeover(command: Command): void {
  command
    .command('offer')
    .description('一件事能不能由社会组织承接；可以的，写出购买服务申请表和协议草稿')
    .argument('<任务>', '要做的事，如 开展独居老人助餐服务')
    .option(...AS)
    .option(...REGION)
    .option('--buyer <单位>', '这件事原本是哪个单位的')
    .option('--out <文件夹>', '写购买服务申请表和协议草稿（.docx）')
    .option('--json', '输出 JSON')
    .action(async (task: string, options: DeskOptions & { buyer?: string; out?: string; json?: true }) => {
      const { organisations } = readRegisterFacts();
      const assistant = await currentAssistant();
      const { entries, region } = await atDesk(
        options,
        async (desk) => ({
          entries: await allEntries(desk, { kind: 'organisations', region: desk.region }),
          region: regionOfCode(assistant.kb.regions, desk.region)?.name ?? desk.region,
        }),
        { make: true },
      );
      const answer = assistant.decide({ text: task, region, as: 'task' });
      const takeover = takeoverOf(answer.question, entries, organisations);
      const verdictLine = verdictLineOf(answer);
      const isOwn = OWN.has(answer.verdict);
      if (options.json) printJson({ verdict: answer.verdict, isOwn, ...takeover });
      else print([verdictLine, ...takeoverLines(takeover, isOwn)].join('\n'));
      if (options.out === undefined) return;
      if (isOwn || takeover.outcome === 'none') {
        throw new QingdanError('QD-FINDING', '没有写草稿：这件事是社区自己的，或者看不出哪类社会组织能做');
      }
      const given = { task: answer.question, region, buyer: options.buyer ?? null, takeover, verdictLine };
      mkdirSync(options.out, { recursive: true });
      writeOut(
        join(options.out, '购买服务申请表.docx'),
        await toOfficialDocx(purchaseForm(given, organisations)),
      );
      writeOut(
        join(options.out, '服务协议草稿.docx'),
        await toOfficialDocx(agreementDraft(given, organisations)),
      );
      if (!options.json) print(`购买服务申请表、服务协议草稿已写入 ${options.out}`);
    });
}

/** What the lists say of the task, in one line; where they would ask back, what came nearest. */
function verdictLineOf({ choices, sections }: Answer): string {
  if (choices.length > 0)
    return `对照清单没有定下来，最近的是：${choices.map(({ label }) => label).join('、')}`;
  return sectionsOf(sections, 'headline')[0] ?? '';
}
