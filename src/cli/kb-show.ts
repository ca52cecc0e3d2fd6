import type { Command } from 'commander';
import { citedPlace, documentTitle, toCitation } from '#catalogue/citation.js';
import type { KnowledgeBase, ListRow } from '#catalogue/knowledge-base.js';
import { rowById } from '#catalogue/knowledge-base.js';
import { effective, kindOf, type Row } from '#catalogue/rows.js';
import type { Document } from '#catalogue/schema.js';
import { QingdanError, shown } from '#errors.js';
import { currentKnowledge } from './knowledge.js';
import { print, printJson } from './output.js';
import { EVIDENCE_WORDS, heldOf, KIND_WORDS, STATUS_WORDS } from './words.js';

/** `qingdan kb show ID`: one document, list, item or provision. */
export function registerKbShow(kb: Command): void {
  kb.command('show')
    .description('查看一份文件、一张清单、一个事项或一条条款')
    .argument('<编号>', '如 mca-2020-20、mca20-barred、mca20-barred-5')
    .option('--json', '输出 JSON')
    .action(async (id: string, options: { json?: true }) => {
      const { json, lines } = view(await currentKnowledge(), id);
      if (options.json) printJson(json);
      else print(lines.filter((line) => line !== null).join('\n'));
    });
}

interface View {
  json: unknown;
  lines: (string | null)[];
}

function view(kb: KnowledgeBase, id: string): View {
  const document = kb.documentById.get(id);
  if (document !== undefined) return { json: document, lines: documentLines(document) };
  const list = kb.listById.get(id);
  if (list !== undefined) {
    return { json: { ...list.list, documentId: list.document.id }, lines: listLines(list) };
  }
  const row = rowById(kb, id);
  if (row !== undefined) {
    const own = row.type === 'item' ? row.item : row.provision;
    return { json: { ...own, documentId: row.document.id, citation: toCitation(row) }, lines: rowLines(row) };
  }
  throw new QingdanError('QD-ID', `知识库里没有编号「${shown(id)}」，用 qingdan kb list 查看有哪些清单`);
}

function line(label: string, value: string | undefined | null): string | null {
  return value === undefined || value === null || value === '' ? null : `${label}：${value}`;
}

function documentLines(document: Document): (string | null)[] {
  return [
    documentTitle(document),
    line('编号', document.id),
    line('发文机关', document.issuer),
    line('文号', document.number),
    line('成文', document.issuedOn),
    line('施行', document.effectiveFrom),
    line('日期不详', document.dateUnknown),
    line('失效', document.effectiveTo),
    line('替代它的文件', document.replacedBy),
    line('地区', document.region),
    line('效力', STATUS_WORDS[document.status]),
    line('依据', EVIDENCE_WORDS[document.evidence]),
    line('说明', document.note),
    ...document.sources.map((source) => line('来源', source)),
    ...document.lists.map(
      (list) => `清单 ${list.id} ${list.name}（已载/应有 ${heldOf({ list, document })}）`,
    ),
    ...document.provisions.map((provision) => `条款 ${provision.id} ${provision.topic}`),
  ];
}

function listLines(row: ListRow): (string | null)[] {
  const { list, document } = row;
  return [
    list.name,
    line('编号', list.id),
    line('种类', KIND_WORDS[list.kind]),
    line('说的是谁', list.about),
    line('文件', `${documentTitle(document)}（${document.id}）`),
    line('地区', list.region ?? document.region),
    line('已载/应有', heldOf(row)),
    line('缺口', list.gap),
    ...list.items.map((item) => `${item.no}. ${item.name}（${item.id}）`),
  ];
}

function rowLines(row: Row): (string | null)[] {
  const { region, status, effectiveFrom, inForceFrom, dateUnknown, effectiveTo, evidence, url } =
    effective(row);
  const own = row.type === 'item' ? row.item : row.provision;
  const item = row.type === 'item' ? row.item : undefined;
  return [
    row.type === 'item' ? row.item.name : row.provision.topic,
    line('编号', own.id),
    row.type === 'item' ? line('清单', `${row.list.name}（${KIND_WORDS[kindOf(row)]}）`) : null,
    line('说明', own.summary),
    line('出处', citedPlace(toCitation(row))),
    line('地区', region),
    line('施行', effectiveFrom),
    effectiveFrom === null ? line('起算', inForceFrom) : null,
    line('日期不详', dateUnknown),
    line('失效', effectiveTo),
    line('效力', STATUS_WORDS[status]),
    line('依据', EVIDENCE_WORDS[evidence]),
    line('责任部门', item?.department),
    line('去哪办', item?.route),
    ...(item?.exceptions ?? []).map((exception) =>
      line('例外', `${exception.when}：${KIND_WORDS[exception.verdict]}（${exception.locator}）`),
    ),
    line('别名', own.aliases.join('、')),
    line('缺口', own.gap),
    line('来源', url ?? '没有可靠的网址'),
  ];
}
