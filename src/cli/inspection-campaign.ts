import { extname } from 'node:path';
import type { Command } from 'commander';
import { readKnowledge } from '#app/open.js';
import { readRegisterFacts } from '#app/register-facts.js';
import { toOfficialDocx } from '#documents/official-docx.js';
import { writeWorkbook } from '#documents/write.js';
import { QingdanError, shown } from '#errors.js';
import { CAMPAIGN_STATE_WORDS, type Campaign, type CampaignEvent } from '#inspection/campaign.js';
import type { Inspection } from '#inspection/overview.js';
import { inspectionReport, overviewTables } from '#inspection/report.js';
import { prefilledSheet } from '#inspection/sheet.js';
import type { Entry } from '#registers/entry.js';
import { KIND_IDS } from '#registers/kind.js';
import { placeName } from '#registers/places.js';
import { table } from '#text/table.js';
import { type Community, communitiesFrom, readCommunities } from './communities.js';
import { print, printJson } from './output.js';
import {
  AS,
  allEntries,
  atDesk,
  chinaDay,
  type DeskOptions,
  type OpenDesk,
  REGION,
  registerAct,
  writeOut,
} from './register-desk.js';
import { dayOption } from './register-list.js';

interface BeginOptions extends DeskOptions {
  title: string;
  selfCheckBy: string;
  from?: string;
  community?: string[];
  communities?: string;
  json?: true;
}

const collect = (value: string, values: string[] = []): string[] => [...values, value];

/** `qingdan inspection begin|list|show|start|extend|close`. */
export function registerInspectionCampaigns(inspection: Command): void {
  registerBegin(inspection);
  registerLooking(inspection);
  const event = (name: string, description: string) =>
    inspection
      .command(name)
      .description(description)
      .argument('<编号>', '督察的编号，如 inspection-500108-2026-1')
      .option(...AS);
  event('start', '自查结束，开始明察暗访').action((id: string, options: DeskOptions) =>
    change(id, options, { type: 'start-visits' }),
  );
  event('extend', '延长自查期限')
    .requiredOption('--by <日期>', '新的期限')
    .action((id: string, options: DeskOptions & { by: string }) =>
      change(id, options, { type: 'extend', selfCheckBy: dayOption('--by', options.by) ?? '' }),
    );
  event('close', '办结：问题都销号了才能办结')
    .option('--note <说明>', '结论；有社区没有交自查表的，写明怎么处理', '')
    .action((id: string, options: DeskOptions & { note: string }) =>
      change(id, options, { type: 'close', note: options.note }),
    );
}

function registerBegin(inspection: Command): void {
  inspection
    .command('begin')
    .description('开始一次督察：给每个社区一张自查表，登记里有的数先填好')
    .requiredOption('--title <名称>', '如 社区减负增效专项督察')
    .requiredOption('--self-check-by <日期>', '自查表哪天以前交')
    .option('--from <日期>', '登记从哪天起算；不写为当年1月1日')
    .option('--community <代码=名称>', '一个社区（村），可写多次', collect)
    .option('--communities <文件>', '.xlsx 或 .csv，要有“区划代码”“社区（村）”两栏')
    .option(...AS)
    .option(...REGION)
    .option('--json', '输出 JSON')
    .action(async (options: BeginOptions) => {
      const listed = options.communities === undefined ? [] : await readCommunities(options.communities);
      const communities = [...communitiesFrom(options.community ?? []), ...listed];
      const campaign = await atDesk(options, (desk) => begin(desk, options, communities), { make: true });
      if (options.json) printJson(campaign);
      else
        print(
          `已开始：${campaign.title}（${campaign.number}，编号 ${campaign.id}），${communities.length} 个社区的自查表已备好。`,
        );
    });
}

async function begin(
  desk: OpenDesk,
  options: BeginOptions,
  communities: readonly Community[],
): Promise<Campaign> {
  if (communities.length === 0) {
    throw new QingdanError('QD-INPUT', '没有写是哪些社区，请用 --community 或 --communities');
  }
  const { storage, actor, region } = desk;
  const act = registerAct('命令行');
  const from = dayOption('--from', options.from) ?? `${act.day.slice(0, 4)}-01-01`;
  const entries: Entry[] = [];
  for (const kind of KIND_IDS) entries.push(...(await allEntries(desk, { kind, region, from })));
  const { selfCheck } = readRegisterFacts();
  const sheets = communities.map((community) => {
    const own = entries.filter((entry) => entry.region === community.region);
    return prefilledSheet('', community, selfCheck, own);
  });
  const selfCheckBy = dayOption('--self-check-by', options.selfCheckBy) ?? '';
  return storage.inspections.begin(
    actor,
    { title: options.title, region, begun: act.day, selfCheckBy },
    sheets,
    act,
  );
}

function registerLooking(inspection: Command): void {
  inspection
    .command('list')
    .description('列出督察')
    .option(...AS)
    .option(...REGION)
    .option('--json', '输出 JSON')
    .action(async (options: DeskOptions & { json?: true }) => {
      const campaigns = await atDesk(options, ({ storage, actor, region }) =>
        storage.inspections.list(actor, region, 100),
      );
      if (options.json) printJson(campaigns);
      else print(campaigns.length === 0 ? '没有督察。' : table(campaigns.map(campaignRow)));
    });
  inspection
    .command('show')
    .description('一次督察的情况：各社区交表、问题和整改')
    .argument('<编号>')
    .option(...AS)
    .option('--out <文件>', '写成 .xlsx（情况表）或 .docx（情况报告）')
    .option('--json', '输出 JSON')
    .action(async (id: string, options: DeskOptions & { out?: string; json?: true }) => {
      const whole = await atDesk(options, ({ storage, actor }) => storage.inspections.read(actor, id));
      if (options.out !== undefined) await writeOverview(options.out, whole);
      if (options.json) printJson(whole);
      else print(overviewText(whole));
    });
}

const campaignRow = ({ id, number, title, state, selfCheckBy }: Campaign) => [
  id,
  number,
  title,
  CAMPAIGN_STATE_WORDS[state],
  `自查期限 ${selfCheckBy}`,
];

function tablesOf(whole: Inspection) {
  const { regions } = readKnowledge();
  const name = (code: string) => placeName(regions, code);
  return { name, selfCheck: readRegisterFacts().selfCheck, today: chinaDay(new Date().toISOString()), whole };
}

function overviewText(whole: Inspection): string {
  const { name, selfCheck, today } = tablesOf(whole);
  const { number, title, state } = whole.campaign;
  const parts = overviewTables(whole, selfCheck, today, name)
    .filter(({ rows }) => rows.length > 1)
    .map((sheet) => `${sheet.name}\n${table(sheet.rows)}`);
  return [`${title}（${number}）：${CAMPAIGN_STATE_WORDS[state]}`, ...parts].join('\n\n');
}

async function writeOverview(path: string, whole: Inspection): Promise<void> {
  const { name, selfCheck, today } = tablesOf(whole);
  const extension = extname(path).toLowerCase();
  if (extension === '.xlsx')
    writeOut(path, await writeWorkbook(overviewTables(whole, selfCheck, today, name)));
  else if (extension === '.docx')
    writeOut(path, await toOfficialDocx(inspectionReport(whole, selfCheck, today, name)));
  else throw new QingdanError('QD-INPUT', `「${shown(path)}」写不了，请写成 .xlsx 或 .docx`);
}

async function change(id: string, options: DeskOptions, event: CampaignEvent): Promise<void> {
  const campaign = await atDesk(options, ({ storage, actor }) =>
    storage.inspections.change(actor, id, event, registerAct('命令行')),
  );
  print(`${campaign.title}（${campaign.number}）：${CAMPAIGN_STATE_WORDS[campaign.state]}`);
}
