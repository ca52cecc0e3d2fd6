import { z } from 'zod';
import { toCitation } from '#catalogue/citation.js';
import { type KnowledgeBase, rowById } from '#catalogue/knowledge-base.js';
import { effective, kindOf, type Row } from '#catalogue/rows.js';
import { EVIDENCE, LIST_KINDS, STATUS } from '#catalogue/schema.js';
import { QingdanError, shown } from '#errors.js';
import { citationSchema } from '#server/api/answer-schema.js';

const kind = z.enum([...LIST_KINDS, 'provision']);
const said = z.string().nullable();

/** A row as it is listed. */
export const itemLineSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: kind.describe(
    'autonomy 自治、assist 协助、negative 负面、may-certify 可以出具、must-not-certify 不应出具、reference 他人职责或程序、provision 条款',
  ),
  region: z.string(),
  documentId: z.string(),
  matter: said.describe('事项编号'),
});

/** A row in whole. */
export const itemSchema = itemLineSchema.extend({
  list: said.describe('所在清单的名称；条款没有'),
  summary: z.string(),
  status: z.enum(STATUS),
  inForceFrom: said,
  effectiveTo: said,
  dateUnknown: said.describe('没有来源写明日期时的说明'),
  department: said.describe('责任部门'),
  route: said.describe('去哪办'),
  exceptions: z.array(z.object({ when: z.string(), verdict: z.string(), locator: z.string() })),
  gap: said.describe('还不知道什么'),
  citation: citationSchema,
});

/** A document with what it holds. */
export const documentSchema = z.object({
  id: z.string(),
  title: z.string(),
  issuer: said,
  number: said,
  issuedOn: said,
  effectiveFrom: said,
  effectiveTo: said,
  dateUnknown: said,
  region: z.string(),
  status: z.enum(STATUS),
  evidence: z.enum(EVIDENCE).describe('已读全文、只见部分原文、据报道转述'),
  note: said,
  sources: z.array(z.string()),
  lists: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(LIST_KINDS),
      held: z.number().describe('已载几项'),
      declared: z.number().nullable().describe('文件说有几项；没有写明的为 null'),
      gap: said,
      items: z.array(z.string()).describe('事项编号，用 get_item 取'),
    }),
  ),
  provisions: z.array(z.object({ id: z.string(), topic: z.string() })),
});

export function lineOf(row: Row): z.input<typeof itemLineSchema> {
  const own = row.type === 'item' ? row.item : row.provision;
  return {
    id: own.id,
    name: row.type === 'item' ? row.item.name : row.provision.topic,
    kind: row.type === 'item' ? kindOf(row) : 'provision',
    region: effective(row).region,
    documentId: row.document.id,
    matter: own.matter ?? null,
  };
}

/** @throws QingdanError QD-ID */
export function itemOf(kb: KnowledgeBase, id: string): z.input<typeof itemSchema> {
  const row = rowById(kb, id);
  if (row === undefined) throw missing(id, 'list_items');
  const { status, inForceFrom, effectiveTo, dateUnknown } = effective(row);
  const own = row.type === 'item' ? row.item : row.provision;
  const item = row.type === 'item' ? row.item : undefined;
  return {
    ...lineOf(row),
    list: row.type === 'item' ? row.list.name : null,
    summary: own.summary,
    status,
    inForceFrom: inForceFrom ?? null,
    effectiveTo: effectiveTo ?? null,
    dateUnknown: dateUnknown ?? null,
    department: item?.department ?? null,
    route: item?.route ?? null,
    exceptions: (item?.exceptions ?? []).map(({ when, verdict, locator }) => ({ when, verdict, locator })),
    gap: own.gap ?? null,
    citation: toCitation(row),
  };
}

/** @throws QingdanError QD-ID */
export function documentOf(kb: KnowledgeBase, id: string): z.input<typeof documentSchema> {
  const document = kb.documentById.get(id);
  if (document === undefined) throw missing(id, 'list_documents');
  return {
    id: document.id,
    title: document.title,
    issuer: document.issuer ?? null,
    number: document.number ?? null,
    issuedOn: document.issuedOn ?? null,
    effectiveFrom: document.effectiveFrom ?? null,
    effectiveTo: document.effectiveTo ?? null,
    dateUnknown: document.dateUnknown ?? null,
    region: document.region,
    status: document.status,
    evidence: document.evidence,
    note: document.note ?? null,
    sources: [...document.sources],
    lists: document.lists.map((list) => ({
      id: list.id,
      name: list.name,
      kind: list.kind,
      held: list.items.length,
      declared: list.declaredCount ?? null,
      gap: list.gap ?? null,
      items: list.items.map((item) => item.id),
    })),
    provisions: document.provisions.map((provision) => ({ id: provision.id, topic: provision.topic })),
  };
}

const missing = (id: string, tool: string) =>
  new QingdanError('QD-ID', `知识库里没有编号「${shown(id)}」，用 ${tool} 查看有哪些`);
