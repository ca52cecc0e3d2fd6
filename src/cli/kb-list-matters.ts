import { readMatters, readWordings } from '#app/matters.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { withAdditions } from '#catalogue/matters/additions.js';
import { MATTER_SORTS, type Matter, type MatterSort } from '#catalogue/matters/schema.js';
import { byMatter } from '#catalogue/matters/wordings.js';
import { QingdanError, shown } from '#errors.js';
import { table } from '#text/table.js';
import { print, printJson } from './output.js';
import { SORT_WORDS, TRIAGE_WORDS } from './words.js';

/** A matter with how many rows of documents and how many wordings it has. */
interface Listed {
  readonly matter: Matter;
  readonly rows: number;
  readonly wordings: number;
}

/** `qingdan kb list --matters`: every matter of the library and of the office, or those of one sort. @throws QingdanError QD-INPUT */
export function listMatters(kb: KnowledgeBase, options: { sort?: string; json?: true }): void {
  const { sort } = options;
  if (sort !== undefined && !MATTER_SORTS.some((known) => known === sort)) {
    throw new QingdanError(
      'QD-INPUT',
      `事项类别「${shown(sort)}」不对，可用的有：${MATTER_SORTS.join('、')}`,
    );
  }
  const listed = listedMatters(kb).filter(({ matter }) => sort === undefined || matter.sort === sort);
  if (options.json) printJson(listed.map(({ matter, rows, wordings }) => ({ ...matter, rows, wordings })));
  else print(listed.length === 0 ? '知识库里没有这一类事项' : asTable(listed));
}

function listedMatters(kb: KnowledgeBase): Listed[] {
  const rows = new Map<string, number>();
  const all = [
    ...[...kb.itemById.values()].map(({ item }) => item.matter),
    ...[...kb.provisionById.values()].map(({ provision }) => provision.matter),
  ];
  for (const id of all) if (id !== undefined) rows.set(id, (rows.get(id) ?? 0) + 1);
  const wordings = byMatter(readWordings());
  const added = (id: string) => kb.additions.wordings.filter(({ matter }) => matter === id).length;
  return withAdditions(readMatters(), kb.additions).all.map((matter) => ({
    matter,
    rows: rows.get(matter.id) ?? 0,
    wordings: (wordings.get(matter.id)?.length ?? 0) + added(matter.id),
  }));
}

function asTable(listed: readonly Listed[]): string {
  const header = ['事项编号', '类别', '条目', '问法', '名称'];
  const body = listed.map(({ matter, rows, wordings }) => [
    matter.id,
    sortWord(matter),
    String(rows),
    String(wordings),
    matter.name,
  ]);
  const bySort = MATTER_SORTS.map((sort) => countOf(listed, sort)).filter((count) => count !== '');
  return `${table([header, ...body])}\n共 ${listed.length} 个事项：${bySort.join('，')}`;
}

function sortWord({ sort, triage }: Matter): string {
  return triage === undefined ? SORT_WORDS[sort] : TRIAGE_WORDS[triage.class];
}

function countOf(listed: readonly Listed[], sort: MatterSort): string {
  const of = listed.filter(({ matter }) => matter.sort === sort);
  const wordings = of.reduce((sum, one) => sum + one.wordings, 0);
  return of.length === 0 ? '' : `${SORT_WORDS[sort]} ${of.length} 个、问法 ${wordings} 条`;
}
