import { z } from 'zod';
import { findRegion } from '#catalogue/find-region.js';
import { allRows, type KnowledgeBase } from '#catalogue/knowledge-base.js';
import { LIST_KINDS } from '#catalogue/schema.js';
import { documentOf, documentSchema, itemLineSchema, itemOf, itemSchema, lineOf } from '../catalogue-view.js';
import { pageFields, pageOf } from '../pages.js';
import { defineTool } from '../tool.js';

const id = z.string().max(100);
const next = z.string().nullable().describe('还有下一页时，放进 after；没有了为 null');
const region = z.string().max(64).optional().describe('只要这个地区的，全称或简称');
const total = z.number().int();

/** The full name. @throws QingdanError QD-REGION */
const nameOf = (kb: KnowledgeBase, named: string | undefined) =>
  named === undefined ? undefined : findRegion(kb.regions, named).name;

export const getItem = defineTool({
  name: 'get_item',
  title: '一个事项或一条条款',
  description: '清单上的一个事项或文件的一条条款：全文摘要、效力、例外、去哪办、出处。',
  input: z.object({ id: id.describe('如 mca20-barred-5') }),
  output: itemSchema,
  run: (input, { desk }) => itemOf(desk.kb, input.id),
});

export const listItems = defineTool({
  name: 'list_items',
  title: '列出事项和条款',
  description: '按文件、清单、种类、地区或事项（matter）列出清单上的事项和文件的条款，一页最多 100 项。',
  input: z.object({
    document: id.optional().describe('文件编号'),
    list: id.optional().describe('清单编号'),
    kind: z.enum([...LIST_KINDS, 'provision']).optional(),
    matter: id.optional().describe('事项编号，见 list_matters'),
    region,
    ...pageFields,
  }),
  output: z.object({ items: z.array(itemLineSchema), total, next }),
  run({ document, list, kind, matter, region: named, ...page }, { desk }) {
    const place = nameOf(desk.kb, named);
    const rows = allRows(desk.kb)
      .filter((row) => list === undefined || (row.type === 'item' && row.list.id === list))
      .map(lineOf)
      .filter(
        (line) =>
          (document === undefined || line.documentId === document) &&
          (kind === undefined || line.kind === kind) &&
          (matter === undefined || line.matter === matter) &&
          (place === undefined || line.region === place),
      );
    const { page: items, next: after } = pageOf(rows, page);
    return { items: [...items], total: rows.length, next: after };
  },
});

export const getDocument = defineTool({
  name: 'get_document',
  title: '一份文件',
  description: '一份文件：发文机关、文号、日期、效力、来源，和它的清单（已载几项、应有几项、缺什么）、条款。',
  input: z.object({ id: id.describe('如 mca-2020-20') }),
  output: documentSchema,
  run: (input, { desk }) => documentOf(desk.kb, input.id),
});

const documentLine = documentSchema.pick({ id: true, title: true, number: true, region: true, status: true });

export const listDocuments = defineTool({
  name: 'list_documents',
  title: '列出文件',
  description: '知识库里的文件，可按地区，一页最多 100 份。',
  input: z.object({ region, ...pageFields }),
  output: z.object({ documents: z.array(documentLine), total, next }),
  run({ region: named, ...page }, { desk }) {
    const place = nameOf(desk.kb, named);
    const all = desk.kb.documents.filter((document) => place === undefined || document.region === place);
    const { page: found, next: after } = pageOf(all, page);
    const documents = found.map(({ id: own, title, number, region: of, status }) => ({
      id: own,
      title,
      number: number ?? null,
      region: of,
      status,
    }));
    return { documents, total: all.length, next: after };
  },
});
