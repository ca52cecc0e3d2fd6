import { basename, extname } from 'node:path';
import type { Command } from 'commander';
import { planOfFile, rememberColumns } from '#app/list-import.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { parseDocument } from '#catalogue/parse.js';
import { EVIDENCE, STATUS } from '#catalogue/schema.js';
import { decodeText } from '#documents/encoding.js';
import { parseMapOption } from '#importing/choices.js';
import { createHeaderMemory, type HeaderMemory } from '#importing/header-memory.js';
import type { ImportPlan } from '#importing/import-plan.js';
import type { JoinedRow } from '#importing/joining/joined-row.js';
import type { ImportFlags } from '#importing/options.js';
import { planDocument } from '#importing/plan.js';
import { canLoad, reportOf } from '#importing/report.js';
import type { DocumentVersion } from '#storage/ports.js';
import { table } from '#text/table.js';
import { AS_OPTION, listActFor } from './actor.js';
import { confirmed } from './confirmed.js';
import { readBytes, readWithProgress } from './import-file.js';
import {
  type JoiningFlags,
  joinedPlan,
  joiningOptions,
  printJoins,
  writeChoices,
} from './kb-import-joining.js';
import { importFolder, plainKnowledge } from './knowledge.js';
import { print, printJson } from './output.js';
import { ifStored, withStorage } from './storage.js';

interface Options extends ImportFlags, JoiningFlags {
  map: string[];
  dryRun?: true;
  yes?: true;
  json?: true;
  as?: string;
}

/** A version after an import; one that was there already is not new. */
type LoadedVersion = DocumentVersion & { isNew: boolean };

const collect = (value: string, values: string[] = []): string[] => [...values, value];

/** `qingdan kb import FILE`: shows what would be loaded, and loads it once that is confirmed. */
export function registerKbImport(kb: Command): void {
  joiningOptions(kb.command('import'))
    .description(
      '导入清单：.xlsx、.xls、.et、.ods、.docx、.doc、.wps、.rtf、.odt、.pdf 和 .ofd（文字版）、.csv、.txt，或 kb export 导出的文件',
    )
    .argument('<文件>')
    .option(
      '--kind <种类>',
      '清单种类：自治、协助、负面、可出具证明、不应出具证明、参考（不是社区职责的）；几张清单时写 表名=种类，可写多次',
      collect,
    )
    .option('--region <地区>', '清单是哪个地区的，如 重庆市南岸区')
    .option('--document <编号>', '装入哪份文件（已有的，或新编号）')
    .option('--title <标题>', '文件标题，默认从表里找')
    .option('--number <文号>', '文号')
    .option('--issuer <机关>', '发文机关')
    .option('--issued <日期>', '成文日期')
    .option('--from <日期>', '施行日期')
    .option('--evidence <程度>', `依据程度：${EVIDENCE.join('、')}，默认 primary`)
    .option('--status <效力>', `效力：${STATUS.join('、')}，默认 in-force`)
    .option('--map <字段=列>', '纠正表头，如 事项名称=C，可写多次；会记住', collect)
    .option('--skip-bad-rows', '跳过有错误的行，导入其余的')
    .option('--dry-run', '只看报告，不导入')
    .option('--yes', '确认导入，不再询问')
    .option('--json', '输出 JSON')
    .option(...AS_OPTION)
    .action(async (file: string, given: Partial<Options>) => {
      const options: Options = { kind: [], map: [], ...given };
      const memory = createHeaderMemory(importFolder());
      const plan = await planOf(file, options, memory);
      await writeChoices(plan.joins, options);
      const loaded = await loadIfConfirmed(plan, file, options, memory);
      if (options.json) printJson({ ...jsonOf(plan), loaded });
      else if (loaded !== null) print(loadedLines(loaded).join('\n'));
      if (!canLoad(plan)) process.exitCode = 1;
    });
}

/** A plan, and the versions it was made from. */
type Planned = ImportPlan & {
  kb: KnowledgeBase;
  newest: ReadonlyMap<string, number>;
  joins: readonly JoinedRow[];
};

async function planOf(file: string, options: Options, memory: HeaderMemory): Promise<Planned> {
  // Read first: what others load from here on is newer, and refuses the plan.
  const newest = (await ifStored(({ lists }) => lists.newest())) ?? new Map<string, number>();
  const kb = await plainKnowledge();
  const plan = await planFrom(file, options, memory, kb);
  if (plan.documents.length === 0) return { ...plan, kb, newest, joins: [] };
  const { plan: joined, rows } = await joinedPlan(plan, kb, options);
  return { ...joined, kb, newest, joins: rows };
}

/** The rows of a file with the matters that an import would join them to; nothing is loaded. @throws as `kb import` */
export async function plannedJoins(
  file: string,
  given: { kind: string[]; region?: string | undefined },
): Promise<readonly JoinedRow[]> {
  const options: Options = { map: [], ...given };
  return (await planOf(file, options, createHeaderMemory(importFolder()))).joins;
}

async function planFrom(
  file: string,
  options: Options,
  memory: HeaderMemory,
  kb: KnowledgeBase,
): Promise<ImportPlan> {
  if (/^\.ya?ml$/i.test(extname(file))) {
    return planDocument(parseDocument({ path: file, text: decodeText(readBytes(file)) }), kb);
  }
  const content = await readWithProgress(file);
  const asked = { flags: options, maps: options.map.map(parseMapOption) };
  return planOfFile({ name: basename(file), content }, asked, kb, memory);
}

/** The new versions; null where nothing was loaded. */
async function loadIfConfirmed(
  plan: Planned,
  file: string,
  options: Options,
  memory: HeaderMemory,
): Promise<LoadedVersion[] | null> {
  if (!options.json) {
    printJoins(plan.joins, plan.kb, options);
    printReport(plan);
  }
  if (!canLoad(plan)) {
    if (!options.json) print('没有导入：请先改正上面的错误（或加 --skip-bad-rows 跳过有错的行）');
    return null;
  }
  if (
    options.dryRun ||
    !(options.yes || (await confirmed('确认导入吗？输入“是”或 yes 导入，其他取消：', options.json)))
  ) {
    if (!options.json) print('还没有导入，什么都没有改动；确认无误后加 --yes 导入');
    return null;
  }
  const documents = plan.documents.map(({ document }) => document);
  const kb = await plainKnowledge();
  const { at, versions } = await withStorage(
    async (storage) => {
      const editing = await listActFor(storage, kb, options.as, basename(file));
      return { at: editing.at, versions: await storage.lists.publish(documents, editing, plan.newest) };
    },
    { make: true },
  );
  rememberColumns(plan, options.map.map(parseMapOption), memory);
  return versions.map((version) => ({ ...version, isNew: version.at === at }));
}

function printReport(plan: ImportPlan): void {
  const { lists, findings, summary } = reportOf(plan);
  print([...lists, ...(findings.length === 0 ? [] : ['', table(findings)]), '', summary].join('\n'));
}

function loadedLines(versions: readonly LoadedVersion[]): string[] {
  return versions.map(({ documentId, number, isNew }) =>
    isNew
      ? `已导入：${documentId} 第 ${number} 版，马上生效（正在运行的服务几秒内跟上）`
      : `${documentId} 与现行第 ${number} 版相同，没有改动`,
  );
}

function jsonOf(plan: Planned): Record<string, unknown> {
  return {
    ok: canLoad(plan),
    lists: plan.lists.map(({ choice: _choice, ...list }) => list),
    documents: plan.documents.map(({ document, before }) => ({
      id: document.id,
      title: document.title,
      isNew: before === null,
    })),
    joins: plan.joins,
    findings: plan.findings,
  };
}
