import type { Command } from 'commander';
import { findRegion } from '#catalogue/find-region.js';
import type { KnowledgeBase, ListRow } from '#catalogue/knowledge-base.js';
import { MATTER_SORTS } from '#catalogue/matters/schema.js';
import { isOfficeDocument } from '#catalogue/office.js';
import { UNKNOWN_REGION } from '#catalogue/regions.js';
import { LIST_KINDS } from '#catalogue/schema.js';
import { QingdanError, shown } from '#errors.js';
import { table } from '#text/table.js';
import { listMatters } from './kb-list-matters.js';
import { currentKnowledge } from './knowledge.js';
import { print, printJson } from './output.js';
import { EVIDENCE_WORDS, heldOf, KIND_WORDS } from './words.js';

interface Options {
  kind?: string;
  region?: string;
  matters?: true;
  sort?: string;
  json?: true;
}

/** `qingdan kb list`: every list, how many rows it holds and how many it should; with --matters the matters instead. */
export function registerKbList(kb: Command): void {
  kb.command('list')
    .description('列出知识库的各张清单，含已载/应有项数')
    .option('--kind <种类>', `只看一种清单：${LIST_KINDS.join('、')}`)
    .option('--region <地区>', '只看一个地区的清单，如 重庆市')
    .option('--matters', '改列事项库：每个事项的条目数和问法数')
    .option('--sort <类别>', `与 --matters 同用，只看一类事项：${MATTER_SORTS.join('、')}`)
    .option('--json', '输出 JSON')
    .action(async (options: Options) => {
      const kb = await currentKnowledge();
      if (options.matters) return listMatters(kb, options);
      const rows = selected(kb, options);
      if (options.json) printJson(rows.map(toJson));
      else print(rows.length === 0 ? '没有符合条件的清单' : asTable(rows));
    });
}

function selected(kb: KnowledgeBase, { kind, region }: Options): ListRow[] {
  if (kind !== undefined && !LIST_KINDS.some((known) => known === kind)) {
    throw new QingdanError('QD-INPUT', `清单种类「${shown(kind)}」不对，可用的有：${LIST_KINDS.join('、')}`);
  }
  const wanted =
    region === undefined || region === UNKNOWN_REGION ? region : findRegion(kb.regions, region).name;
  return [...kb.listById.values()].filter(
    (row) =>
      (kind === undefined || row.list.kind === kind) && (wanted === undefined || regionOf(row) === wanted),
  );
}

function regionOf({ list, document }: ListRow): string {
  return list.region ?? document.region;
}

function toJson(row: ListRow): Record<string, unknown> {
  const { list, document } = row;
  return {
    id: list.id,
    name: list.name,
    kind: list.kind,
    region: regionOf(row),
    documentId: document.id,
    title: document.title,
    number: document.number ?? null,
    evidence: document.evidence,
    status: document.status,
    loaded: list.items.length,
    declared: list.declaredCount ?? null,
    imported: isOfficeDocument(document),
    gap: list.gap ?? null,
  };
}

function asTable(rows: readonly ListRow[]): string {
  const header = ['清单编号', '种类', '地区', '已载/应有', '依据', '来自', '清单名称'];
  const body = rows.map((row) => [
    row.list.id,
    KIND_WORDS[row.list.kind],
    regionOf(row),
    heldOf(row),
    EVIDENCE_WORDS[row.document.evidence],
    isOfficeDocument(row.document) ? '本单位导入' : '随程序',
    row.list.name,
  ]);
  const incomplete = rows.filter(({ list }) => (list.declaredCount ?? 0) > list.items.length).length;
  return `${table([header, ...body])}\n共 ${rows.length} 张清单，其中 ${incomplete} 张未载全`;
}
